import CalqueInput
import CalqueSystem

extension ExtractedTerm {
  /// How many rows of a sheet of extracted terms a person has decided on: those whose status is no
  /// longer that of a candidate.
  ///
  /// - Parameter path: the sheet.
  /// - Returns: the number; 0 if the file is missing or is no such sheet.
  /// - Throws: `FileFailure` if the file cannot be read.
  package static func decisions(in path: String) throws -> Int {
    // What cannot be read as text is no sheet.
    guard let bytes = try Files.read(path), let text = try? text(bytes, of: path),
      text.first == "#"
    else { return 0 }
    var rows = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
    }[...]
    func status(_ row: [Substring]) -> String? { row.count > 2 ? String(row[2]) : nil }
    guard let heading = rows.popFirst(), status(heading) == statusHeading else { return 0 }
    return rows.count { status($0) != nil && status($0) != candidate }
  }

  /// The text of a sheet in whichever encoding a spreadsheet saved it.
  private static func text(_ bytes: [UInt8], of path: String) throws(InputError) -> String {
    let file = try OpenedFile(path: path, bytes: bytes, limits: InputLimits(), mayBeBlank: true)
    let source = try TextInput(file, encoding: nil, isWestern: true).source
    var utf8: [UInt8] = []
    while case let chunk = try source.next(), !chunk.isEmpty { utf8 += chunk }
    return String(decoding: utf8, as: UTF8.self)
  }
}
