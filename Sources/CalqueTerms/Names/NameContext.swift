import CalqueText

/// The words around a name, which tell a country from a first name and money from a book.
struct NameContext {
  private let words: WordNeighbours
  private let rules: NameRules
  private let functionWords: Set<String>

  init(_ text: String, of language: Language) {
    words = WordNeighbours(text, of: language)
    rules = language.rules.names
    functionWords = Set(language.rules.functionWords.all)
  }

  /// Whether a spelling of a name means the name at its place in the text.
  func isName(_ name: Name, at range: Range<Int>) -> Bool {
    guard let first = words.place(startingAt: range.lowerBound),
      let last = words.place(endingAt: range.upperBound)
    else { return true }
    switch name.kind {
    case .place: return isPlace(name.code, first, last)
    case .people, .language: return first != last || !words.isHyphened(first, last)
    case .currency:
      return !rules.currenciesWithAmount.contains(name.code) || hasAmount(before: first)
    }
  }

  private func isPlace(_ code: String, _ first: Int, _ last: Int) -> Bool {
    let before = words.wordBefore(first)
    if words.belongToStreet(first, rules) { return false }
    let hasPreposition = rules.prepositions.contains(words.tokens[first].folded)
    if rules.placesBehindPrepositions.contains(code), !hasPreposition {
      guard let before, rules.prepositions.contains(before.folded) else { return false }
    }
    if rules.placesWithArticle.contains(code), !hasArticle(first, last) { return false }
    if rules.placesWithoutArticle.contains(code), words.hasArticle(before: first, rules) {
      return false
    }
    // A name of several words is no other name.
    guard first == last else { return true }
    if words.isHyphened(first, last) { return false }
    if let before, isPartOfName(before) { return false }
    let isIntroduced = before.map { rules.introductions.contains($0.folded) } ?? false
    if rules.placesNeedIntroduction || rules.firstNames.contains(code), !isIntroduced,
      isFollowedByName(last)
    {
      return false
    }
    return true
  }

  // MARK: Signs

  // François Hollande, New Jersey: a word with a capital is before the name.
  private func isPartOfName(_ before: Token) -> Bool {
    guard before.kind == .word, before.folded.utf8.count > 1, words.isCapitalised(before),
      !functionWords.contains(before.folded),
      !rules.qualifiers.contains(before.folded), !rules.introductions.contains(before.folded),
      !rules.links.contains(before.folded)
    else { return false }
    // In a headline or a list in capitals a capital says nothing.
    return !words.isAllCapitals(before)
  }

  // France Gall, France 24.
  private func isFollowedByName(_ last: Int) -> Bool {
    guard let next = words.wordAfter(last) else { return false }
    if next.kind == .number { return rules.placesNeedIntroduction }
    return words.isCapitalised(next) && !words.isAllCapitals(next)
      && !functionWords.contains(next.folded)
  }

  private func hasArticle(_ first: Int, _ last: Int) -> Bool {
    if let next = words.wordAfter(last), rules.endsOfCommonNouns.contains(next.folded) {
      return false
    }
    // The article may be a part of the spelling: La Réunion.
    if first < last { return true }
    return words.wordBefore(first).map { rules.introductions.contains($0.folded) } ?? false
  }

  private func hasAmount(before first: Int) -> Bool {
    guard let before = words.wordBefore(first) else { return false }
    if before.kind == .number || rules.amounts.contains(before.folded) { return true }
    guard rules.links.contains(before.folded), let amount = words.wordBefore(first - 1) else {
      return false
    }
    return rules.amounts.contains(amount.folded)
  }
}
