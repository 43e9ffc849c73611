/// A cell of a row: a range of the scanner's buffer.
struct Cell: Equatable {
  var start: Int
  var end: Int
  /// Whether the cell has `""` in the place of `"`.
  var hasEscapes = false
}

/// The characters that separate and quote cells.
struct Dialect: Hashable, Sendable {
  var delimiter: UInt8
  var isQuoted: Bool

  static let tsv = Dialect(delimiter: UInt8(ascii: "\t"), isQuoted: false)
  /// Tabs, with cells quoted as Excel quotes them in its Unicode text.
  static let excel = Dialect(delimiter: UInt8(ascii: "\t"), isQuoted: true)
  static let csv = Dialect(delimiter: UInt8(ascii: ","), isQuoted: true)
}

/// A fault of a row.
struct RowProblem: Error {
  let message: String
  let line: Int
  let column: Int
  let text: String
}
