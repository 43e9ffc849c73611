import CalqueText

/// The words around a name, which tell a country from a first name and money from a book.
struct NameContext {
  private let tokens: [Token]
  private let bytes: [UInt8]
  private let rules: NameRules
  private let functionWords: Set<String>

  init(_ text: String, of language: Language) {
    tokens = CalqueText.tokens(of: text, in: language)
    bytes = Array(text.utf8)
    rules = language.rules.names
    functionWords = Set(language.rules.functionWords.all)
  }

  /// Whether a spelling of a name means the name at its place in the text.
  func isName(_ name: Name, at range: Range<Int>) -> Bool {
    guard let first = place(startingAt: range.lowerBound),
      let last = place(endingAt: range.upperBound)
    else { return true }
    switch name.kind {
    case .place: return isPlace(name.code, first, last)
    case .people, .language: return first != last || !isHyphened(first, last)
    case .currency:
      return !rules.currenciesWithAmount.contains(name.code) || hasAmount(before: first)
    }
  }

  private func isPlace(_ code: String, _ first: Int, _ last: Int) -> Bool {
    let before = wordBefore(first)
    if belongsToStreet(first) { return false }
    let hasPreposition = rules.prepositions.contains(tokens[first].folded)
    if rules.placesBehindPrepositions.contains(code), !hasPreposition {
      guard let before, rules.prepositions.contains(before.folded) else { return false }
    }
    if rules.placesWithArticle.contains(code), !hasArticle(first, last) { return false }
    // A name of several words is no other name.
    guard first == last else { return true }
    if isHyphened(first, last) { return false }
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
    guard before.kind == .word, before.folded.utf8.count > 1, isCapitalised(before),
      !functionWords.contains(before.folded),
      !rules.qualifiers.contains(before.folded), !rules.introductions.contains(before.folded),
      !rules.links.contains(before.folded)
    else { return false }
    // In a headline or a list in capitals a capital says nothing.
    return !isAllCapitals(before)
  }

  // France Gall, France 24.
  private func isFollowedByName(_ last: Int) -> Bool {
    guard let next = wordAfter(last) else { return false }
    if next.kind == .number { return rules.placesNeedIntroduction }
    return isCapitalised(next) && !isAllCapitals(next) && !functionWords.contains(next.folded)
  }

  private func hasArticle(_ first: Int, _ last: Int) -> Bool {
    if let next = wordAfter(last), rules.endsOfCommonNouns.contains(next.folded) { return false }
    // The article may be a part of the spelling: La Réunion.
    if first < last { return true }
    return wordBefore(first).map { rules.links.contains($0.folded) && $0.folded.hasSuffix("a") }
      ?? false
  }

  private func belongsToStreet(_ first: Int) -> Bool {
    guard let before = wordBefore(first) else { return false }
    if rules.signsOfStreets.contains(before.folded) { return true }
    guard rules.links.contains(before.folded), let sign = wordBefore(first - 1) else {
      return false
    }
    return rules.signsOfStreets.contains(sign.folded)
  }

  private func hasAmount(before first: Int) -> Bool {
    guard let before = wordBefore(first) else { return false }
    if before.kind == .number || rules.amounts.contains(before.folded) { return true }
    guard rules.links.contains(before.folded), let amount = wordBefore(first - 1) else {
      return false
    }
    return rules.amounts.contains(amount.folded)
  }

  // MARK: Neighbours

  // The word before a token, with nothing but spaces between.
  private func wordBefore(_ place: Int) -> Token? {
    guard place > 0, isNear(place - 1, place) else { return nil }
    return tokens[place - 1].kind == .punctuation ? nil : tokens[place - 1]
  }

  private func wordAfter(_ place: Int) -> Token? {
    guard place + 1 < tokens.count, isNear(place, place + 1) else { return nil }
    return tokens[place + 1].kind == .punctuation ? nil : tokens[place + 1]
  }

  private func isHyphened(_ first: Int, _ last: Int) -> Bool {
    func isHyphen(_ place: Int) -> Bool {
      tokens.indices.contains(place) && tokens[place].folded == "-"
    }
    return isHyphen(first - 1) && tokens[first - 1].end == tokens[first].start
      || isHyphen(last + 1) && tokens[last + 1].start == tokens[last].end
  }

  private func isNear(_ place: Int, _ next: Int) -> Bool {
    var lines = 0
    for byte in bytes[tokens[place].end..<tokens[next].start] where byte == UInt8(ascii: "\n") {
      lines += 1
    }
    return lines < 2
  }

  private func isCapitalised(_ token: Token) -> Bool {
    written(token).unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func isAllCapitals(_ token: Token) -> Bool {
    let letters = written(token).unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
  }

  private func written(_ token: Token) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  private func place(startingAt offset: Int) -> Int? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start == offset ? low : nil
  }

  private func place(endingAt offset: Int) -> Int? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end < offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].end == offset ? low : nil
  }
}
