/// Words of scripts that put no spaces between them (Chinese, Japanese, Thai …), by ICU's breaks.
enum UnspacedWords {
  /// Cuts a run of letters, marks and digits into words; gives the place behind it.
  ///
  /// Without ICU's dictionaries the whole run is one word.
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
