/// The words of a language that say how much or which one without being numbers: *premier*, *moitié*,
/// *doublé*, folded.
///
/// They matter where one stands for another: a second round is not a first one.
package struct AmountWords: Sendable {
  /// What the words say: `2` for the second one, `last`, `1/2` for a half, `x2` for twice as much.
  package let values: [String: String]
  /// Rules out most words of a text.
  package let sieve: WordSieve

  /// Reads lists of words, separated by spaces, by what they say.
  init(_ lists: [String: String]) {
    var values: [String: String] = [:]
    for (value, words) in lists {
      for word in words.utf8.split(separator: UInt8(ascii: " ")) {
        values[String(Substring(word))] = value
      }
    }
    self.values = values
    sieve = WordSieve(values.keys)
  }

  /// The words of a language whose amounts are not listed.
  static let none = AmountWords([:])
}
