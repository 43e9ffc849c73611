/// The spellings in a text that count as a word of a query.
package struct WordForms: Hashable, Sendable {
  /// The forms in lower case with their accents, as far as these are known.
  package let spellings: Set<String>

  /// The forms of a word; the word itself need not be among them.
  package init(_ spellings: Set<String>) { self.spellings = spellings }

  /// No form but the word itself.
  package static let none = WordForms([])
}
