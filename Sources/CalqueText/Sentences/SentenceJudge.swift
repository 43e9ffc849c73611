/// Judges the proposed ends of sentences in one block of text.
struct SentenceJudge {
  private let text: [UInt16]
  private let rules: SentenceRules
  private let quotations: [Range<Int>]
  /// For each place the next letter or digit; the text's length if there is none.
  private let nextOfWord: [Int]

  init(_ text: [UInt16], rules: SentenceRules) {
    self.text = text
    self.rules = rules
    quotations = Quotations.short(in: text)
    // A table, since a search at each dot of a page of dots would be quadratic.
    var next = text.count
    var nextOfWord = [Int](repeating: next, count: text.count + 1)
    for place in text.indices.reversed() {
      if Marks.isLetter(text[place]) || Marks.isDigit(text[place]) { next = place }
      nextOfWord[place] = next
    }
    self.nextOfWord = nextOfWord
  }

  /// Whether a stretch of the text holds a letter or a digit.
  func hasWord(_ range: Range<Int>) -> Bool {
    nextOfWord[range.lowerBound] < range.upperBound
  }

  /// ICU's ends and further ones, ascending and without repetition.
  ///
  /// ICU proposes no end after `…`, before a number or a small letter far ahead, or after a note mark
  /// (`end.[1] Next`).
  func proposals(with ends: [Int]) -> [Int] {
    var all = ends
    var at = 0
    while at < text.count {
      guard Marks.isTerminator(text[at]) else {
        at += 1
        continue
      }
      while at < text.count, Marks.isTerminator(text[at]) || closes(at) { at += 1 }
      var next = afterNoteMark(at)
      guard next < text.count, Marks.isSpace(text[next]) else { continue }
      next = skipSpaces(next)
      all.append(next)
    }
    all.sort()
    var last = -1
    return all.filter { end in
      defer { last = end }
      return end != last
    }
  }

  /// The place to cut for a proposal, past closing marks; nil if the sentence goes on.
  func cut(at proposal: Int, after start: Int) -> Int? {
    guard proposal > start else { return nil }
    var next = proposal
    // A closing mark behind a space, as in French, belongs to the sentence before.
    while next < text.count, Marks.isCloser(text[next]) { next = skipSpaces(next + 1) }
    guard next < text.count else { return nil }
    let end = skipSpacesBack(next)
    guard hasWord(start..<end) else { return nil }
    let stop = terminator(before: end, after: start)
    let isForeign = stop.map { Marks.isForeignTerminator(text[$0]) } ?? false
    if end == next && !isForeign { return nil }
    if goesOn(at: next) { return nil }
    if let stop, !isForeign {
      if isOnlyNumber(start..<stop) { return nil }
      if text[stop] == 0x2E, !(stop > start && Marks.isTerminator(text[stop - 1])),
        joins(stop: stop, next: next, start: start)
      {
        return nil
      }
    }
    if isInsideShortQuotation(next, start: start) { return nil }
    return next
  }

  // MARK: What comes next

  /// Whether the text at a place cannot begin a sentence: a comma, a small letter.
  private func goesOn(at next: Int) -> Bool {
    if Marks.isContinuation(text[next]) || Marks.isTerminator(text[next]) {
      // An ellipsis may open a sentence: `… et puis` does not, `… Puis` does.
      guard text[next] == 0x2026 || (next + 1 < text.count && text[next + 1] == 0x2E) else {
        return true
      }
    }
    // `[...] ce Sommet` begins a sentence: the words left out had the capital.
    if text[next] == 0x5B, next + 1 < text.count, Marks.isTerminator(text[next + 1]) {
      return false
    }
    guard let first = firstOfWord(from: next) else { return false }
    return Marks.isLower(text[first])
  }

  /// The first letter or digit, past opening marks, dashes and dots; nil if there is none.
  private func firstOfWord(from place: Int) -> Int? {
    let first = nextOfWord[place]
    return first < text.count ? first : nil
  }

  private func opensSentence(at next: Int) -> Bool {
    guard let first = firstOfWord(from: next) else { return true }
    let end = endOfLetters(first)
    let word = string(first..<end)
    if end < text.count, Marks.isApostrophe(text[end]) {
      return rules.elidedOpeners.contains(word) || rules.openers.contains(word)
    }
    // `A.` and `I.` are initials.
    if end < text.count, text[end] == 0x2E, end - first == 1 { return false }
    return rules.openers.contains(word)
  }

  // MARK: What a full stop follows

  /// Whether a single full stop ends an abbreviation rather than the sentence.
  private func joins(stop: Int, next: Int, start: Int) -> Bool {
    var from = stop
    while from > start, isOfAbbreviation(text[from - 1]) { from -= 1 }
    while from < stop, !Marks.isLetter(text[from]) && !Marks.isDigit(text[from]) { from += 1 }
    let word = string(from..<stop)
    let first = firstOfWord(from: next) ?? next
    let beforeNumber = Marks.isDigit(text[first])
    if word.isEmpty { return false }
    if SentenceRules.holds(rules.leading, word) { return true }
    if SentenceRules.holds(rules.beforeNumber, word), beforeNumber || isRoman(at: first) {
      return true
    }
    // As ICU does, short words before a number are taken for abbreviations: `sect. 4`.
    if beforeNumber { return stop - from < 4 && Marks.isLetter(text[from]) }
    if isInitials(from..<stop) {
      return startsName(from, start: start) || !opensSentence(at: next)
    }
    if rules.ambiguous.contains(word) { return !opensSentence(at: next) }
    return false
  }

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
    let before = skipSpacesBack(from)
    if before <= start { return true }
    guard text[before - 1] == 0x2E else { return false }
    var word = before - 1
    while word > start, isOfAbbreviation(text[word - 1]) { word -= 1 }
    guard Marks.isUpper(text[word]) else { return false }
    return isInitials(word..<(before - 1))
      || SentenceRules.holds(rules.leading, string(word..<(before - 1)))
  }

  /// Whether a stretch is the number of a heading or an item: `1`, `2.3`, `IV`, `A`.
  private func isOnlyNumber(_ range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while from < range.upperBound, !Marks.isLetter(text[from]), !Marks.isDigit(text[from]) {
      from += 1
    }
    let body = text[from..<range.upperBound]
    guard !body.isEmpty else { return false }
    if body.allSatisfy({ Marks.isDigit($0) || $0 == 0x2E }) { return true }
    return body.count == 1 && body.allSatisfy(Marks.isUpper) || body.allSatisfy(isRomanDigit)
  }

  // MARK: Quotations

  /// Whether a place is inside a short quotation that is part of a longer sentence.
  private func isInsideShortQuotation(_ place: Int, start: Int) -> Bool {
    guard let quotation = Quotations.containing(place, among: quotations) else { return false }
    if quotation.lowerBound > start, hasWord(start..<quotation.lowerBound) { return true }
    let after = skipSpaces(quotation.upperBound)
    return after < text.count && goesOn(at: after)
  }

  // MARK: Small walks

  /// The terminator before a place, past closing marks, note marks and the spaces between.
  private func terminator(before end: Int, after start: Int) -> Int? {
    var at = end
    while at > start {
      let unit = text[at - 1]
      if Marks.isTerminator(unit) || Marks.isForeignTerminator(unit) { return at - 1 }
      let isNote = Marks.isDigit(unit) || unit == 0x5B
      guard isNote || Marks.isSpace(unit) || Marks.isCloser(unit) || Marks.isTouchingCloser(unit)
      else { return nil }
      at -= 1
    }
    return nil
  }

  private func closes(_ at: Int) -> Bool {
    Marks.isCloser(text[at]) || Marks.isTouchingCloser(text[at])
  }

  /// The place behind a note mark such as `[12]`; the same place if there is none.
  private func afterNoteMark(_ place: Int) -> Int {
    var at = place
    if at < text.count, text[at] == 0x5B {
      var close = at + 1
      while close < text.count, Marks.isDigit(text[close]) { close += 1 }
      if close > at + 1, close < text.count, text[close] == 0x5D { at = close + 1 }
    }
    return at
  }

  private func isOfAbbreviation(_ unit: UInt16) -> Bool {
    Marks.isLetter(unit) || Marks.isDigit(unit) || unit == 0x2E || Marks.isDash(unit)
  }

  private func isRomanDigit(_ unit: UInt16) -> Bool {
    [0x49, 0x56, 0x58, 0x4C, 0x43].contains(unit)
  }

  private func isRoman(at first: Int) -> Bool {
    let end = endOfLetters(first)
    return end > first && text[first..<end].allSatisfy(isRomanDigit)
      && !(end < text.count && Marks.isApostrophe(text[end]))
  }

  private func endOfLetters(_ place: Int) -> Int {
    var at = place
    while at < text.count, Marks.isLetter(text[at]) { at += 1 }
    return at
  }

  private func skipSpaces(_ place: Int) -> Int {
    var at = place
    while at < text.count, Marks.isSpace(text[at]) { at += 1 }
    return at
  }

  private func skipSpacesBack(_ place: Int) -> Int {
    var at = place
    while at > 0, Marks.isSpace(text[at - 1]) { at -= 1 }
    return at
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF16.self)
  }
}
