/// The words of a language for currencies, folded, each with the currency's code of ISO 4217.
///
/// A word that names several currencies, such as *dollar*, has the code of the commonest one.
package struct CurrencyWords: Sendable {
  /// The codes of the words.
  package let codes: [String: String]
  /// The words that mean something else, too, unless a number stands before them: *livre*.
  package let behindNumbers: Set<String>
  /// Rules out most words of a text.
  package let sieve: WordSieve

  /// Reads pairs of a word and a code, separated by spaces; a word with a `#` means something else,
  /// too.
  init(_ list: String) {
    var codes: [String: String] = [:]
    var behindNumbers: Set<String> = []
    let words = list.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      var word = words[place]
      if word.hasSuffix("#") {
        word.removeLast()
        behindNumbers.insert(word)
      }
      codes[word] = words[place + 1]
    }
    self.codes = codes
    self.behindNumbers = behindNumbers
    sieve = WordSieve(codes.keys)
  }

  /// The words of a language whose currencies are not listed.
  static let none = CurrencyWords("")

  /// The codes of the signs, in every language.
  package static let signs: [UInt32: String] = [
    0x24: "USD", 0xA3: "GBP", 0xA5: "JPY", 0x20AC: "EUR", 0x20B9: "INR", 0x20BD: "RUB",
  ]
}
