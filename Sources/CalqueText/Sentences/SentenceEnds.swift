/// Judges the proposed ends of sentences in one block of text.
struct SentenceEnds {
  private let text: BlockText
  private let quotations: [Range<Int>]
  private let closingQuotes: Set<Int>
  private let abbreviations: AbbreviationJudge
  private let attributions: Attributions
  private let rules: SentenceRules

  init(_ units: [UInt16], rules: SentenceRules) {
    text = BlockText(units)
    quotations = Quotations.short(in: units)
    closingQuotes = Quotations.detachedClosers(in: units)
    abbreviations = AbbreviationJudge(text, rules: rules)
    attributions = Attributions(text, rules: rules)
    self.rules = rules
  }

  /// Whether a stretch of the text holds a letter or a digit.
  func hasWord(_ range: Range<Int>) -> Bool { text.hasWord(range) }

  /// ICU's ends and further ones, ascending and without repetition.
  ///
  /// ICU proposes no end after `…`, before a number or a small letter far ahead, after a note mark
  /// (`end.[1] Next`), or between a colon and the dash of a speaker's turn.
  func proposals(with ends: [Int]) -> [Int] {
    var all = ends
    var at = 0
    while at < text.count {
      guard Marks.isTerminator(text[at]) else {
        if let turn = speech(behind: at) { all.append(turn) }
        at += 1
        continue
      }
      while at < text.count, Marks.isTerminator(text[at]) || closes(at) { at += 1 }
      var next = afterNoteMark(at)
      guard next < text.count, Marks.isSpace(text[next]) else { continue }
      next = text.skipSpaces(next)
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
    while next < text.count, Marks.isCloser(text[next]) || closingQuotes.contains(next) {
      next = text.skipSpaces(next + 1)
    }
    guard next < text.count else { return nil }
    let end = text.skipSpacesBack(next)
    guard text.hasWord(start..<end) else { return nil }
    let stop = terminator(before: end, after: start)
    let isForeign = stop.map { Marks.isForeignTerminator(text[$0]) } ?? false
    if end == next && !isForeign { return nil }
    if goesOn(at: next) { return nil }
    if let stop, !isForeign {
      if isOnlyNumber(start..<stop) { return nil }
      if text[stop] == 0x2E, !(stop > start && Marks.isTerminator(text[stop - 1])),
        abbreviations.joins(stop: stop, next: next, start: start)
      {
        return nil
      }
      if attributions.begins(at: next, behind: stop) { return nil }
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
    if !rules.dashOpensSpeech, isLongDash(at: next) { return true }
    guard let first = text.firstOfWord(from: next) else { return false }
    return Marks.isLower(text[first])
  }

  /// The place of a dash that opens a speaker's turn behind a colon, as in `Il dit : — Venez`.
  private func speech(behind colon: Int) -> Int? {
    guard rules.dashOpensSpeech, text[colon] == 0x3A else { return nil }
    let next = text.skipSpaces(colon + 1)
    return next > colon + 1 && next < text.count && Marks.isDash(text[next]) ? next : nil
  }

  /// Whether a dash that is no hyphen stands at a place: `—`, `–`, `--`.
  private func isLongDash(at place: Int) -> Bool {
    guard Marks.isDash(text[place]) else { return false }
    return text[place] != 0x2D || (place + 1 < text.count && text[place + 1] == 0x2D)
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
    return body.count == 1 && body.allSatisfy(Marks.isUpper) || body.allSatisfy(Marks.isRomanDigit)
  }

  // MARK: Quotations

  /// Whether a place is inside a short quotation that is part of a longer sentence.
  private func isInsideShortQuotation(_ place: Int, start: Int) -> Bool {
    guard let quotation = Quotations.containing(place, among: quotations) else { return false }
    if quotation.lowerBound > start, text.hasWord(start..<quotation.lowerBound) { return true }
    let after = text.skipSpaces(quotation.upperBound)
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
}
