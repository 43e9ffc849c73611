import CalqueText

/// Acronyms with full stops and hyphens, which are one word: *P.-D.G.*
///
/// The scanner reads *P.D.G.* as one word, as it does *U.S.*
enum DottedAcronyms {
  /// The tokens, with each letter, full stop and hyphen before another such word joined to it.
  static func joined(_ tokens: [WordToken]) -> [WordToken] {
    guard tokens.contains(where: { $0.kind == .punctuation && $0.folded == "." }) else {
      return tokens
    }
    var joined = [WordToken]()
    joined.reserveCapacity(tokens.count)
    var place = 0
    while place < tokens.count {
      let token = tokens[place]
      if let rest = rest(behind: place, in: tokens) {
        let folded = token.folded + tokens[rest].folded
        joined.append(
          WordToken(
            kind: .word, start: token.start, end: tokens[rest].end, folded: folded))
        place = rest + 1
      } else {
        joined.append(token)
        place += 1
      }
    }
    return joined
  }

  /// The place of the letters behind a letter, a full stop and a hyphen without spaces between.
  private static func rest(behind place: Int, in tokens: [WordToken]) -> Int? {
    guard place + 3 < tokens.count, tokens[place].kind == .word,
      tokens[place].folded.utf8.count == 1, tokens[place + 1].folded == ".",
      tokens[place + 2].folded == "-", tokens[place + 3].kind == .word,
      tokens[place + 3].folded.utf8.count <= 4,
      (0..<3).allSatisfy({ tokens[place + $0].end == tokens[place + $0 + 1].start })
    else { return nil }
    // Two letters or more have their full stops inside the token.
    let letters = tokens[place + 3]
    return letters.end - letters.start > letters.folded.utf8.count ? place + 3 : nil
  }
}
