import CalqueSystem

extension ExtractedTerm {
  /// How many rows of a sheet of extracted terms a person has decided on: those whose status is no
  /// longer that of a candidate.
  ///
  /// - Parameter path: the sheet.
  /// - Returns: the number; 0 if the file is missing or is no such sheet.
  /// - Throws: `FileFailure` if the file cannot be read.
  package static func decisions(in path: String) throws -> Int {
    guard let bytes = try Files.read(path), let text = text(bytes), text.first == "#" else {
      return 0
    }
    var rows = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
    }[...]
    func status(_ row: [Substring]) -> String? { row.count > 2 ? String(row[2]) : nil }
    guard let heading = rows.popFirst(), status(heading) == statusHeading else { return 0 }
    return rows.count { status($0) != nil && status($0) != candidate }
  }

  /// The text of a sheet, as spreadsheets save it: in UTF-8, or in UTF-16 with its mark.
  private static func text(_ bytes: [UInt8]) -> String? {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE), (0xFE, 0xFF):
      let low = bytes[0] == 0xFF ? 0 : 1
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
      }
      return String(decoding: units, as: UTF16.self)
    case (0xEF, 0xBB): return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }
}
