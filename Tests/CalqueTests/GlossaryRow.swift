import CalqueModel

/// A line of a shipped glossary, read without the product's reader.
struct GlossaryRow {
  static let header = [
    "#fr", "en", "note", "domain", "pos", "gender", "fr_variants", "en_variants", "en_avoid",
    "flags", "valid", "example_fr", "example_en",
  ]

  /// The columns that a file may have behind those, in this order.
  static let furtherColumns = ["note_en", "fr_forms", "en_forms", "en-US_variants"]

  /// The flags of a row that is for one direction.
  static let directions = ["fr-en", "en-fr"]

  /// Whether names are a header: all columns that must be there, and any of the further ones.
  static func isHeader(_ names: [String]) -> Bool {
    let further = Array(names.dropFirst(header.count))
    return Array(names.prefix(header.count)) == header
      && further == furtherColumns.filter(further.contains)
  }

  /// The names of the file's columns.
  let columns: [String]
  /// The line in the file, from 1.
  let line: Int
  /// The line itself.
  let written: String
  /// Its values, in the order of the header.
  let values: [String]

  init(_ written: String, line: Int, header columns: [String] = GlossaryRow.header) {
    self.line = line
    self.columns = columns
    self.written = written
    values = written.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  var french: String { values[0] }
  var english: String { values[1] }
  var note: String { values[2] }
  var domain: String { values[3] }
  var partOfSpeech: String { values[4] }
  var gender: String { values[5] }
  var frenchVariants: [String] { Self.list(values[6]) }
  var englishVariants: [String] { Self.list(values[7]) }
  var avoided: [String] { Self.list(values[8]) }
  var flags: [String] { Self.list(values[9]) }
  var validity: String { values[10] }
  var frenchExample: String { values[11] }
  var englishExample: String { values[12] }
  var frenchForms: [String] { Self.list(further("fr_forms")) }
  var englishForms: [String] { Self.list(further("en_forms")) }
  var americanVariants: [String] { Self.list(further("en-US_variants")) }

  private func further(_ name: String) -> String {
    columns.firstIndex(of: name).map { values[$0] } ?? ""
  }

  static func list(_ value: String) -> [String] {
    value.isEmpty
      ? [] : value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }
}
