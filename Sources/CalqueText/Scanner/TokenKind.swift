/// The kind of a token.
package enum TokenKind: UInt8, Sendable {
  /// Letters, with marks and digits among them, and the apostrophe of an elision.
  case word = 0
  /// Digits with their separators.
  case number = 1
  /// One sign with its marks, or a row of full stops.
  case punctuation = 2
  /// `<b>`, `</seg>`.
  case tag = 3
  /// `{x}`, `%s`, `&amp;`.
  case placeholder = 4
  /// `https://…`, `www.…`.
  case url = 5
  /// `name@example.org`.
  case email = 6
}
