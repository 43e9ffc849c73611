import CalqueModel

/// A line of a shipped glossary, read without the product's reader.
struct GlossaryRow {
  static let header = [
    "#fr", "en", "note", "domain", "pos", "gender", "fr_variants", "en_variants", "en_avoid",
    "flags", "valid", "example_fr", "example_en",
  ]

  /// The line in the file, from 1.
  let line: Int
  /// The line itself.
  let written: String
  /// Its values, in the order of the header.
  let values: [String]

  init(_ written: String, line: Int) {
    self.line = line
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

  static func list(_ value: String) -> [String] {
    value.isEmpty
      ? [] : value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }
}
