/// The articles, pronouns, prepositions, conjunctions and auxiliaries of a language, folded.
///
/// Between a third and a half of the words of any text are among them, so they tell its language.
/// Words that several languages have (*de*, *la*, *in*) are in the list of each. Single letters are
/// in none: they stand in enumerations of every language.
package struct FunctionWords: Sendable {
  /// The words.
  package let all: [String]

  /// Takes words with a space between.
  init(_ words: String) {
    all = words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  /// Of a language whose texts are not told.
  static let none = FunctionWords("")
}
