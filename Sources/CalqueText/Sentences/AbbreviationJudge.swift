/// Judges whether a full stop belongs to an abbreviation rather than to the end of a sentence.
struct AbbreviationJudge {
  private let text: BlockText
  private let rules: SentenceRules

  init(_ text: BlockText, rules: SentenceRules) {
    self.text = text
    self.rules = rules
  }

  /// Whether a single full stop ends an abbreviation rather than the sentence.
  ///
  /// - Parameters:
  ///   - stop: the place of the full stop.
  ///   - next: the place of the text behind the full stop, past white space.
  ///   - start: the place where the sentence begins.
  /// - Returns: whether the sentence goes on behind the full stop.
  func joins(stop: Int, next: Int, start: Int) -> Bool {
    var from = stop
    while from > start, isOfAbbreviation(text[from - 1]) { from -= 1 }
    while from < stop, !Marks.isLetter(text[from]) && !Marks.isDigit(text[from]) { from += 1 }
    guard from < stop else { return false }
    let words = forms(from..<stop)
    let first = text.firstOfWord(from: next) ?? next
    let beforeNumber = Marks.isDigit(text[first])
    if words.contains(where: { SentenceRules.holds(rules.leading, $0) }) { return true }
    if words.contains(where: { SentenceRules.holds(rules.beforeNumber, $0) }),
      beforeNumber || isRoman(at: first) || isCodeLetter(at: first)
    {
      return true
    }
    // As ICU does, short words before a number are taken for abbreviations: `sect. 4`.
    if beforeNumber { return stop - from < 4 && Marks.isLetter(text[from]) }
    if isInitials(from..<stop) {
      if startsName(from, start: start) { return true }
      if isTime(words[0], from: from, start: start) { return goesOnBehindTime(at: first) }
      return !opensSentence(at: next)
    }
    if words.contains(where: { SentenceRules.holds(rules.ambiguous, $0) }) {
      return !opensSentence(at: next)
    }
    return false
  }

  /// The word before a full stop, and the part behind its last hyphen: `vice-prés`, `prés`.
  private func forms(_ range: Range<Int>) -> [String] {
    let word = text.string(range)
    guard let hyphen = text[range].lastIndex(where: Marks.isDash), hyphen + 1 < range.upperBound
    else { return [word] }
    let part = text.string((hyphen + 1)..<range.upperBound)
    // The letter of `J.-C` is an initial.
    return part.unicodeScalars.count > 1 ? [word, part] : [word]
  }

  // MARK: What comes next

  private func opensSentence(at next: Int) -> Bool {
    guard let first = text.firstOfWord(from: next) else { return true }
    let end = text.endOfLetters(first)
    let word = text.string(first..<end)
    if end < text.count, Marks.isApostrophe(text[end]) {
      return rules.elidedOpeners.contains(word) || rules.openers.contains(word)
    }
    // `A.` and `I.` are initials.
    if end < text.count, text[end] == 0x2E, end - first == 1 { return false }
    return rules.openers.contains(word)
  }

  private func isRoman(at first: Int) -> Bool {
    let end = text.endOfLetters(first)
    return end > first && text[first..<end].allSatisfy(Marks.isRomanDigit)
      && !(end < text.count && Marks.isApostrophe(text[end]))
  }

  /// Whether the letter of a code's article stands at a place: `R. 412-6`, `LO. 127`, `L 121-1`.
  private func isCodeLetter(at first: Int) -> Bool {
    var end = text.endOfLetters(first)
    guard rules.codeLetters.contains(text.string(first..<end)) else { return false }
    if end < text.count, text[end] == 0x2E { end += 1 }
    let number = text.skipSpaces(end)
    return number < text.count && Marks.isDigit(text[number])
  }

  // MARK: Initials

  /// Whether every letter is single: `J`, `J.-N`, `U.S`, `a.m`.
  private func isInitials(_ range: Range<Int>) -> Bool {
    if range.count == 1 { return Marks.isUpper(text[range.lowerBound]) }
    var run = 0
    var letters = 0
    for unit in text[range] {
      run = Marks.isLetter(unit) ? run + 1 : 0
      letters += min(run, 1)
      if run > 1 { return false }
    }
    return letters > 0
  }

  /// Whether initials are part of a name: at the start, after other initials or after a title.
  private func startsName(_ from: Int, start: Int) -> Bool {
    let before = text.skipSpacesBack(from)
    if before <= start { return true }
    guard text[before - 1] == 0x2E else { return false }
    var word = before - 1
    while word > start, isOfAbbreviation(text[word - 1]) { word -= 1 }
    guard Marks.isUpper(text[word]) else { return false }
    return isInitials(word..<(before - 1))
      || SentenceRules.holds(rules.leading, text.string(word..<(before - 1)))
  }

  /// Whether initials tell a time of the day or an era: `p.m`, and `J.-C` behind `av.`.
  private func isTime(_ word: String, from: Int, start: Int) -> Bool {
    if rules.times.contains(word) { return true }
    guard rules.eras.contains(word) else { return false }
    var end = text.skipSpacesBack(from)
    if end > start, text[end - 1] == 0x2E { end -= 1 }
    var begin = end
    while begin > start, Marks.isLetter(text[begin - 1]) { begin -= 1 }
    return rules.eraPrepositions.contains(text.string(begin..<end))
  }

  /// Whether a word goes on with a time: `Monday`, `EST`.
  private func goesOnBehindTime(at first: Int) -> Bool {
    rules.timeFollowers.contains(text.string(first..<text.endOfLetters(first)))
  }

  private func isOfAbbreviation(_ unit: UInt16) -> Bool {
    Marks.isLetter(unit) || Marks.isDigit(unit) || unit == 0x2E || Marks.isDash(unit)
  }
}
