/// The compared form of a token: plain form, folded form, class and weight.
///
/// Two tokens with the same plain form are equal for the score. The plain form unifies apostrophes,
/// quotes, dashes, grouping and raised digits, and keeps case and accents.
package struct TokenForm: Sendable {
  /// The token's kind.
  package let kind: TokenKind
  /// The token with its typography unified.
  package let plain: [UInt32]
  /// A word's folded form, without the dots of an acronym; empty for other kinds.
  package let folded: [UInt32]
  /// The name of the class within the kind: a word's stem or a punctuation sign; empty for the rest.
  package let classKey: [UInt32]
  /// The weight, in hundredths.
  package let weight: Int

  /// Derives the form of a token.
  package init(
    kind: TokenKind, plain: [UInt32], stemmer: Stemmer, properties: inout ScalarProperties
  ) {
    self.kind = kind
    self.plain = plain
    switch kind {
    case .word:
      let folded = FoldedText.fold(word: plain, &properties)
      self.folded = folded
      var stem = folded
      stemmer.stem(&stem)
      classKey = stem
      weight = Self.weight(letters: stem.reduce(0) { $0 + ($1 == 0x27 ? 0 : 1) })
    case .number:
      (folded, classKey, weight) = ([], [], 1_500)
    case .punctuation:
      (folded, classKey, weight) = ([], plain, 500)
    case .tag, .placeholder, .url, .email:
      (folded, classKey, weight) = ([], [], 1_000)
    }
  }

  /// The weight of a word with a stem of n letters: 10 · √n, rounded, in hundredths.
  package static func weight(letters: Int) -> Int {
    Int(10 * Double(letters).squareRoot() + 0.5) * 100
  }

  /// The plain form of a scalar inside a word.
  package static func plain(ofWord scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar }
    return ScalarProperties.isApostrophe(scalar)
      ? 0x27 : ScalarProperties.raisedDigit(scalar) ?? scalar
  }

  /// Appends the plain form of a token's scalars.
  package static func appendPlain(
    of kind: TokenKind, _ scalars: ArraySlice<UInt32>, to plain: inout [UInt32]
  ) {
    switch kind {
    case .word:
      for scalar in scalars { plain.append(Self.plain(ofWord: scalar)) }
    case .number:
      for scalar in scalars
      where !ScalarProperties.isGroupingSpace(scalar) && scalar != 0x27 && scalar != 0x2019 {
        plain.append(ScalarProperties.raisedDigit(scalar) ?? scalar)
      }
    case .punctuation:
      guard let first = scalars.first else { return }
      if ScalarProperties.isQuote(first) {
        plain.append(0x22)
      } else if ScalarProperties.isDash(first) {
        plain.append(0x2D)
      } else if first == 0x2026 && scalars.count == 1 || scalars.starts(with: [0x2E, 0x2E, 0x2E]) {
        plain += [0x2E, 0x2E, 0x2E]
      } else {
        plain += scalars
      }
    case .tag, .placeholder, .url, .email:
      plain += scalars
    }
  }
}
