internal import CICU

/// Words of scripts that put no spaces between them (Chinese, Japanese, Thai …), by ICU's breaks.
enum UnspacedWords {
  /// Cuts a run of letters, marks and digits into words; gives the place behind it.
  ///
  /// Without ICU's dictionaries the whole run is one word.
  static func cut(
    _ scalars: [UInt32], _ classes: [ScalarProperties.Classes], from start: Int,
    into tokens: inout [TokenSpan]
  ) -> Int {
    let inside = ScalarProperties.letter | ScalarProperties.mark | ScalarProperties.digit
    var end = start
    while end < scalars.count, classes[end] & inside != 0 { end += 1 }
    let units = NormalForm.utf16(Array(scalars[start..<end]))
    guard let breaks = unsafe calque_word_breaks("root") else {
      tokens.append(TokenSpan(kind: .word, start: start, end: end))
      return end
    }
    defer { unsafe calque_break_close(breaks) }
    var place = start
    unsafe units.withUnsafeBufferPointer { buffer in
      guard unsafe calque_break_set_text(breaks, buffer.baseAddress, Int32(buffer.count)) != 0
      else { return }
      var (unit, boundary) = (0, unsafe Int(calque_break_next(breaks)))
      while boundary >= 0 {
        let wordStart = place
        while unit < boundary, place < end {
          unit += scalars[place] > 0xFFFF ? 2 : 1
          place += 1
        }
        if place > wordStart {
          tokens.append(TokenSpan(kind: .word, start: wordStart, end: place))
        }
        boundary = unsafe Int(calque_break_next(breaks))
      }
    }
    if place < end { tokens.append(TokenSpan(kind: .word, start: place, end: end)) }
    return end
  }
}
