import CalqueText

/// Endings that a writer leaves open: *mise(s)*, *délégué(e)*.
enum OptionalEnding {
  /// The place of the parenthesis that closes an open ending behind a word; nil if there is none.
  static func end(behind place: Int, _ tokens: [WordToken]) -> Int? {
    guard place + 3 < tokens.count, tokens[place].kind == .word, tokens[place + 1].folded == "(",
      tokens[place + 2].kind == .word, tokens[place + 3].folded == ")",
      (0..<3).allSatisfy({ tokens[place + $0].end == tokens[place + $0 + 1].start })
    else { return nil }
    switch tokens[place + 2].folded {
    case "s", "es", "e", "x": return place + 3
    default: return nil
    }
  }

  /// The tokens without open endings.
  static func dropped(from tokens: [WordToken]) -> [WordToken] {
    guard tokens.contains(where: { $0.folded == "(" }) else { return tokens }
    var kept = [WordToken]()
    var place = 0
    while place < tokens.count {
      kept.append(tokens[place])
      place = (end(behind: place, tokens) ?? place) + 1
    }
    return kept
  }
}
