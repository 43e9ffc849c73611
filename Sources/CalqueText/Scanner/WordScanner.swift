/// The scanner's rules for numbers, words and punctuation.
struct WordScanner {
  private let scalars: [UInt32]
  private let classes: [ScalarProperties.Classes]
  private let breaks: WordBreaks

  init(_ text: borrowing ScalarText, breaks: WordBreaks) {
    scalars = text.scalars
    classes = text.classes
    self.breaks = breaks
  }

  private func isDigit(_ place: Int) -> Bool {
    place < scalars.count && classes[place] & ScalarProperties.digit != 0
  }

  private func isLetter(_ place: Int) -> Bool {
    place < scalars.count && classes[place] & ScalarProperties.letter != 0
  }

  private func isLetterOrMark(_ place: Int) -> Bool {
    place < scalars.count
      && classes[place] & (ScalarProperties.letter | ScalarProperties.mark) != 0
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  private func lettersEnd(from start: Int) -> Int {
    var end = start
    while isLetterOrMark(end) { end += 1 }
    return end
  }

  // MARK: Numbers

  /// Takes a number, and the letters behind the number as a word (1 er, 10 h 30).
  func number(at start: Int, into tokens: inout [TokenSpan]) -> Int {
    var end = digitsEnd(from: start)
    var mayGroup = end - start <= 3
    while end < scalars.count {
      let separator = scalars[end]
      if separator == 0x2E || separator == 0x2C || separator == 0x27 || separator == 0x2019 {
        let next = digitsEnd(from: end + 1)
        let count = next - end - 1
        guard count > 0, count == 3 || separator == 0x2E || separator == 0x2C else { break }
        mayGroup = mayGroup && count == 3
        end = next
      } else if mayGroup, ScalarProperties.isGroupingSpace(separator),
        digitsEnd(from: end + 1) == end + 4
      {
        end += 4
      } else {
        break
      }
    }
    tokens.append(TokenSpan(kind: .number, start: start, end: end))
    let letters = lettersEnd(from: end)
    if letters > end { tokens.append(TokenSpan(kind: .word, start: end, end: letters)) }
    return letters
  }

  // MARK: Words

  /// Takes a word; an elided word ends behind its apostrophe, a clitic is a token of its own.
  func word(
    at start: Int, properties: inout ScalarProperties, into tokens: inout [TokenSpan]
  ) -> Int {
    if let end = plainEnd(from: start) {
      tokens.append(TokenSpan(kind: .word, start: start, end: end))
      return end
    }
    if let end = acronym(at: start) {
      tokens.append(TokenSpan(kind: .word, start: start, end: end))
      return end
    }
    var end = start
    while end < scalars.count {
      if classes[end] & Self.inside != 0 {
        if classes[end] & ScalarProperties.unspaced != 0 {
          return UnspacedWords.cut(scalars, classes, from: start, by: breaks, into: &tokens)
        }
        end += 1
        continue
      }
      guard ScalarProperties.isApostrophe(scalars[end]) else { break }
      let head = PackedWord(scalars[start..<end], &properties)
      if FrenchElisions.holds(head),
        isLetter(end + 1) || isDigit(end + 1) || isOpeningQuote(end + 1)
      {
        tokens.append(TokenSpan(kind: .word, start: start, end: end + 1))
        return end + 1
      }
      guard isLetter(end + 1) else { break }
      let tail = lettersEnd(from: end + 1)
      let rest = PackedWord(scalars[(end + 1)..<tail], &properties)
      if EnglishClitics.holds(rest) {
        tokens.append(TokenSpan(kind: .word, start: start, end: end))
        tokens.append(TokenSpan(kind: .word, start: end, end: tail))
        return tail
      }
      if end - start > 1, EnglishClitics.isNegation(head, rest) {
        tokens.append(TokenSpan(kind: .word, start: start, end: end - 1))
        tokens.append(TokenSpan(kind: .word, start: end - 1, end: tail))
        return tail
      }
      end += 1
    }
    tokens.append(TokenSpan(kind: .word, start: start, end: end))
    return end
  }

  private static let inside =
    ScalarProperties.letter | ScalarProperties.mark | ScalarProperties.digit

  /// The end of a word that no apostrophe and no full stop behind one letter could prolong, as nearly
  /// all are; nil for another word.
  ///
  /// Unsafe for speed, as every word is read: the place is below the count, which both arrays have.
  private func plainEnd(from start: Int) -> Int? {
    let (scalars, classes) = (scalars.span, classes.span)
    var end = start
    var all = ScalarProperties.Classes()
    while end < classes.count, unsafe classes[unchecked: end] & Self.inside != 0 {
      all |= unsafe classes[unchecked: end]
      end &+= 1
    }
    if all & ScalarProperties.unspaced != 0 { return nil }
    guard end < scalars.count else { return end }
    let next = unsafe scalars[unchecked: end]
    if ScalarProperties.isApostrophe(next) || next == 0x2E && end &- start == 1 { return nil }
    return end
  }

  /// The end of two or more single letters with full stops: U.S., O.N.U.
  private func acronym(at start: Int) -> Int? {
    let single = ScalarProperties.letter | ScalarProperties.otherNumber
    func isSingle(_ place: Int) -> Bool { place < scalars.count && classes[place] & single != 0 }
    var end = start
    while isSingle(end), end + 1 < scalars.count, scalars[end + 1] == 0x2E { end += 2 }
    return end - start >= 4 && !isSingle(end) ? end : nil
  }

  private func isOpeningQuote(_ place: Int) -> Bool {
    guard place < scalars.count else { return false }
    switch scalars[place] {
    case 0xAB, 0x22, 0x201C, 0x201E, 0x2018: return true
    default: return false
    }
  }

  // MARK: Punctuation

  /// Takes one sign with its marks, or a row of three or more full stops.
  func punctuation(at start: Int, into tokens: inout [TokenSpan]) -> Int {
    var end = start + 1
    if scalars[start] == 0x2E, end + 1 < scalars.count, scalars[end] == 0x2E,
      scalars[end + 1] == 0x2E
    {
      while end < scalars.count, scalars[end] == 0x2E { end += 1 }
    } else {
      while end < scalars.count,
        classes[end] & ScalarProperties.mark != 0 || scalars[end] == 0xFE0E
          || scalars[end] == 0xFE0F
      {
        end += 1
      }
    }
    tokens.append(TokenSpan(kind: .punctuation, start: start, end: end))
    return end
  }
}
