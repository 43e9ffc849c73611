import CalqueText

/// The words of a text with their neighbours: what stands before and after a term.
struct WordNeighbours {
  let tokens: [Token]
  private let bytes: [UInt8]

  init(_ text: String, of language: Language) {
    tokens = CalqueText.tokens(of: text, in: language)
    bytes = Array(text.utf8)
  }

  /// Whether the words before a token make it a part of a street's or a river's name: *rue de*.
  func belongToStreet(_ first: Int, _ rules: NameRules) -> Bool {
    guard let before = wordBefore(first) else { return false }
    if rules.signsOfStreets.contains(before.folded) { return true }
    guard rules.links.contains(before.folded), let sign = wordBefore(first - 1) else {
      return false
    }
    return rules.signsOfStreets.contains(sign.folded)
  }

  /// Whether an article is before a token.
  func hasArticle(before first: Int, _ rules: NameRules) -> Bool {
    wordBefore(first).map { rules.articles.contains($0.folded) } ?? false
  }

  /// The word before a token, with nothing but spaces between.
  func wordBefore(_ place: Int) -> Token? {
    guard place > 0, isNear(place - 1, place) else { return nil }
    return tokens[place - 1].kind == .punctuation ? nil : tokens[place - 1]
  }

  /// The word after a token, with nothing but spaces between.
  func wordAfter(_ place: Int) -> Token? {
    guard place + 1 < tokens.count, isNear(place, place + 1) else { return nil }
    return tokens[place + 1].kind == .punctuation ? nil : tokens[place + 1]
  }

  /// Whether a hyphen joins the tokens from `first` to `last` to another word.
  func isHyphened(_ first: Int, _ last: Int) -> Bool {
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

  func isCapitalised(_ token: Token) -> Bool {
    written(token).unicodeScalars.first?.properties.isUppercase ?? false
  }

  func isAllCapitals(_ token: Token) -> Bool {
    let letters = written(token).unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
  }

  private func written(_ token: Token) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  /// The token that starts at an offset.
  func place(startingAt offset: Int) -> Int? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start == offset ? low : nil
  }

  /// The token that ends at an offset.
  func place(endingAt offset: Int) -> Int? {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end < offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].end == offset ? low : nil
  }
}
