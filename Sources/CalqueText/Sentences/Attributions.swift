/// The words that name the speaker behind a quoted question or exclamation.
///
/// `"Is it over?" Mr. Lowe asked.` is one sentence, although a capital follows the quotation.
struct Attributions {
  /// The maximum number of words from the name to the verb of saying: `Ann Roe, a nurse, asked`.
  private static let furthest = 12

  private let text: BlockText
  private let rules: SentenceRules
  private let words: AttributionWords

  init(_ text: BlockText, rules: SentenceRules) {
    self.text = text
    self.rules = rules
    words = rules.attribution
  }

  /// Whether the text at a place names the speaker of a quotation that ends before the place.
  ///
  /// - Parameters:
  ///   - next: the place, past white space.
  ///   - stop: the place of the quotation's last terminator.
  /// - Returns: whether the sentence goes on with the speaker.
  func begins(at next: Int, behind stop: Int) -> Bool {
    guard !words.asking.isEmpty, text[stop] != 0x2E, isQuoteClosed(stop..<next),
      Marks.isUpper(text[next])
    else { return false }
    var at = next
    for number in 0..<Self.furthest {
      let end = endOfWord(at)
      guard end > at else { return false }
      let word = text.string(at..<end)
      if number == 0 {
        if words.pronouns.contains(word) { return speaks(at: skipSeparators(end)) != nil }
        guard isTitle(word, end) || !rules.openers.contains(word) else { return false }
      } else if let goesOn = speaks(at: at) {
        return goesOn
      }
      // A full stop ends the search unless the stop belongs to a title or an initial.
      at = end
      if at < text.count, text[at] == 0x2E {
        guard isTitle(word, end) || word.utf16.count == 1 else { return false }
        at += 1
      }
      at = skipSeparators(at)
    }
    return false
  }

  /// Whether a verb of saying at a place ends an attribution; nil if there is no such verb.
  ///
  /// `Lowe said.` ends one, `Lowe said the deal was off` is a sentence of its own.
  private func speaks(at place: Int) -> Bool? {
    guard place < text.count else { return nil }
    let end = endOfWord(place)
    let word = text.string(place..<end)
    if words.asking.contains(word) { return true }
    guard words.saying.contains(word) else { return nil }
    guard end < text.count, Marks.isSpace(text[end]) else { return true }
    let following = text.skipSpaces(end)
    return !words.clauseOpeners.contains(text.string(following..<endOfWord(following)))
  }

  private func isTitle(_ word: String, _ end: Int) -> Bool {
    end < text.count && text[end] == 0x2E && SentenceRules.holds(rules.leading, word)
  }

  private func isQuoteClosed(_ range: Range<Int>) -> Bool {
    text[range].contains { Marks.isTouchingCloser($0) || $0 == 0x201D || $0 == 0xBB }
  }

  private func endOfWord(_ place: Int) -> Int {
    var at = place
    while at < text.count,
      Marks.isLetter(text[at]) || Marks.isDigit(text[at]) || Marks.isApostrophe(text[at])
        || Marks.isDash(text[at])
    {
      at += 1
    }
    return at
  }

  /// Past white space, and past a comma, which begins or ends an apposition.
  private func skipSeparators(_ place: Int) -> Int {
    var at = place
    if at < text.count, text[at] == 0x2C { at += 1 }
    return text.skipSpaces(at)
  }
}
