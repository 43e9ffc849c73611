/// The articles, pronouns, prepositions, conjunctions and auxiliaries of a language, folded.
///
/// Between a third and a half of the words of any text are function words, so they show the text's
/// language. A word of several languages (*de*, *la*, *in*) is in the list of each. Single letters
/// are in no list, because enumerations of every language have them.
package struct FunctionWords: Sendable {
  /// The words.
  package let all: [String]

  /// Reads words that are separated by spaces.
  init(_ words: String) {
    all = words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  /// The words of a language whose texts are not recognised.
  static let none = FunctionWords("")
}
