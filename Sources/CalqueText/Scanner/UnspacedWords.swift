/// The words of scripts without spaces (Chinese, Japanese, Thai …), cut by ICU.
enum UnspacedWords {
  /// Cuts a run of letters, marks and digits into words and returns the end of the run.
  ///
  /// The whole run is one word if ICU has no dictionary.
  static func cut(
    _ scalars: [UInt32], _ classes: [ScalarProperties.Classes], from start: Int,
    by breaks: WordBreaks, into tokens: inout [TokenSpan]
  ) -> Int {
    let inside = ScalarProperties.letter | ScalarProperties.mark | ScalarProperties.digit
    var end = start
    while end < scalars.count, classes[end] & inside != 0 { end += 1 }
    var (place, unit) = (start, 0)
    for boundary in breaks.ends(in: NormalForm.utf16(Array(scalars[start..<end]))) {
      let wordStart = place
      while unit < boundary, place < end {
        unit += scalars[place] > 0xFFFF ? 2 : 1
        place += 1
      }
      if place > wordStart {
        tokens.append(TokenSpan(kind: .word, start: wordStart, end: place))
      }
    }
    if place < end { tokens.append(TokenSpan(kind: .word, start: place, end: end)) }
    return end
  }
}
