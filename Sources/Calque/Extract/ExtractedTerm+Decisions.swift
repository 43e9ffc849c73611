import CalqueSystem

extension ExtractedTerm {
  /// How many rows of a sheet of extracted terms a person has decided on: those whose status is no
  /// longer that of a candidate.
  ///
  /// - Parameter path: the sheet.
  /// - Returns: the number; 0 if the file is missing or is no such sheet.
  /// - Throws: `FileFailure` if the file cannot be read.
  package static func decisions(in path: String) throws -> Int {
    guard let bytes = try Files.read(path), bytes.first == UInt8(ascii: "#") else { return 0 }
    var rows = bytes.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }[...]
    func status(_ row: [ArraySlice<UInt8>]) -> String? {
      row.count > 2 ? String(decoding: row[2], as: UTF8.self) : nil
    }
    guard let heading = rows.popFirst(), status(heading) == statusHeading else { return 0 }
    return rows.count { status($0) != nil && status($0) != candidate }
  }
}
