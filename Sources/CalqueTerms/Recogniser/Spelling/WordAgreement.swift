import CalqueText

/// Whether a word of a text can be the word of a term that has the same folded form or inflects to
/// it.
enum WordAgreement {
  /// Whether the letters agree in case and accents, over the folded bytes that the two words share.
  ///
  /// `amongOthers`: the term has other words, which leave less doubt about a missing accent.
  static func agrees(
    term word: TermWords.Word, text: String, stable: Int, amongOthers: Bool,
    _ reader: inout WordReader
  ) -> Bool {
    if text == word.written || !word.isWord { return true }
    if !word.isExact, isPlain(word.written), isPlain(text) { return true }
    var tolerance: SpelledLetters.Tolerance = word.isExact ? .exactCase : []
    if amongOthers, !word.isExact { tolerance.insert(.anyAccent) }
    if reader.language.rules.mayLackCircumflex(word.folded) { tolerance.insert(.circumflex) }
    return reader.letters(of: word.written).agrees(
      with: reader.letters(of: text), stable: stable, tolerance)
  }

  /// Whether a word is ASCII, and so has no accents that could differ.
  static func isPlain(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }
}
