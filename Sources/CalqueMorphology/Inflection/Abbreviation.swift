/// A short spelling of a word.
package struct Abbreviation: Hashable, Sendable {
  /// The words beside which the abbreviation is read.
  package enum Place: Sendable {
    /// Before a name: *M. Petit*, *Dr Petit*.
    case beforeName
    /// Behind a number: *600 m*.
    case behindNumber
  }

  /// The abbreviation as it is written, without a full stop at its end.
  package let text: String
  /// The place where the abbreviation stands.
  package let place: Place

  init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
  }

  /// The abbreviation as texts are compared: ASCII letters in lower case.
  package var folded: String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
