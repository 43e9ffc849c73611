package import CalqueText

/// What stands between a query and a match, token by token.
///
///     Differences.between("La France accueillera le sommet.",
///       and: "La France accueillera le prochain sommet.", in: .french)
///     // same "La France accueillera le ", added "prochain", same " sommet."
///
/// The pieces of kinds `same` and `added` joined are the match's source, but for the white space
/// around what is missing. Tokens are aligned by a cheapest edit script (Wagner & Fischer 1974) in
/// which words of one stem rather replace each other than others; what differs by typography alone
/// is the same. Time and memory are the product of both lengths.
package struct Differences {
  /// More cells than this are not worth the wait: the match is then one piece.
  private static let limit = 4_000_000

  private let query: Text
  private let match: Text

  /// The pieces of a match's source.
  ///
  /// - Parameters:
  ///   - query: the text that was looked up.
  ///   - match: the source of what was found.
  ///   - language: the language of both.
  /// - Returns: the pieces in order; those of one kind in a row are one.
  package static func between(
    _ query: String, and match: String, in language: Language
  ) -> [Difference] {
    let differences = Differences(
      query: Text(query, language), match: Text(match, language))
    let (n, m) = (differences.query.tokens.count, differences.match.tokens.count)
    guard n > 0, m > 0, n <= limit / m else {
      return match.isEmpty ? [] : [Difference(.same, match)]
    }
    return differences.pieces()
  }

  /// A text with its tokens and the white space between them.
  private struct Text {
    let utf8: [UInt8]
    let tokens: [Token]

    init(_ text: String, _ language: Language) {
      utf8 = Array(text.utf8)
      tokens = CalqueText.tokens(of: text, in: language)
    }

    func slice(_ start: Int, _ end: Int) -> String {
      String(decoding: utf8[start..<max(start, end)], as: UTF8.self)
    }

    /// What stands before a token, or behind the last.
    func gap(before token: Int) -> String {
      slice(
        token == 0 ? 0 : tokens[token - 1].end,
        token == tokens.count ? utf8.count : tokens[token].start)
    }

    func run(_ range: Range<Int>) -> String {
      range.isEmpty ? "" : slice(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
    }
  }

  // MARK: Alignment

  private static func weight(_ token: Token) -> Int { token.kind == .punctuation ? 4 : 10 }

  private static func cost(_ a: Token, _ b: Token) -> Int? {
    guard a.kind == b.kind else { return nil }
    if a.folded == b.folded { return 0 }
    // Numbers and the like stand for each other; so do forms of one word.
    return a.kind != .word && a.kind != .punctuation || a.stem == b.stem ? 6 : nil
  }

  /// The pairs of tokens that stand for each other, in order.
  private func alignment() -> [(query: Int, match: Int)] {
    let (n, m) = (query.tokens.count, match.tokens.count)
    let width = m + 1
    var costs = [Int32](repeating: 0, count: (n + 1) * width)
    for i in 1...n { costs[i * width] = costs[(i - 1) * width] + weight(query.tokens[i - 1]) }
    for j in 1...m { costs[j] = costs[j - 1] + weight(match.tokens[j - 1]) }
    for i in 1...n {
      for j in 1...m {
        let (a, b) = (query.tokens[i - 1], match.tokens[j - 1])
        var best = min(
          costs[(i - 1) * width + j] + weight(a), costs[i * width + j - 1] + weight(b))
        if let cost = Self.cost(a, b) {
          best = min(best, costs[(i - 1) * width + j - 1] + Int32(cost))
        }
        costs[i * width + j] = best
      }
    }
    var pairs = [(query: Int, match: Int)]()
    var (i, j) = (n, m)
    while i > 0, j > 0 {
      let here = costs[i * width + j]
      if let cost = Self.cost(query.tokens[i - 1], match.tokens[j - 1]),
        here == costs[(i - 1) * width + j - 1] + Int32(cost)
      {
        (i, j) = (i - 1, j - 1)
        pairs.append((i, j))
      } else if here == costs[i * width + j - 1] + weight(match.tokens[j - 1]) {
        j -= 1
      } else {
        i -= 1
      }
    }
    return pairs.reversed()
  }

  private func weight(_ token: Token) -> Int32 { Int32(Self.weight(token)) }

  // MARK: Pieces

  private func pieces() -> [Difference] {
    var pieces = Pieces()
    var (i, j) = (0, 0)
    let end = (query: query.tokens.count, match: match.tokens.count)
    // A pair that is not spelled alike reads as one word missing and another added.
    for pair in alignment().filter(isSpelledAlike) + [end] {
      if i < pair.query {
        append(missing: i..<pair.query, isReplaced: j < pair.match, before: j, &pieces)
      }
      if j < pair.match {
        pieces.append(.same, match.gap(before: j))
        pieces.append(.added, match.run(j..<pair.match))
      }
      pieces.append(.same, match.gap(before: pair.match))
      if pair.match < end.match { pieces.append(.same, match.run(pair.match..<(pair.match + 1))) }
      (i, j) = (pair.query + 1, pair.match + 1)
    }
    return pieces.list
  }

  private func append(
    missing: Range<Int>, isReplaced: Bool, before j: Int, _ pieces: inout Pieces
  ) {
    let lead = query.gap(before: missing.lowerBound)
    if j > 0 { pieces.append(.same, lead) }
    pieces.append(.missing, query.run(missing))
    // The white space behind it is the match's own, where the match has some there.
    let isApart = j > 0 && !lead.isEmpty
    let isInside = j < match.tokens.count && match.gap(before: j).isEmpty
    if !isReplaced, !isApart, isInside {
      pieces.append(.same, query.gap(before: missing.upperBound))
    }
  }

  private func isSpelledAlike(_ pair: (query: Int, match: Int)) -> Bool {
    let (a, b) = (query.tokens[pair.query], match.tokens[pair.match])
    guard a.folded == b.folded else { return false }
    guard a.kind == .word else { return true }
    return Self.spelling(query.run(pair.query..<(pair.query + 1)))
      == Self.spelling(match.run(pair.match..<(pair.match + 1)))
  }

  /// A word with its apostrophes unified and without what is not seen.
  private static func spelling(_ word: String) -> String {
    var spelling = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
      case 0x2018, 0x2019, 0x2BC: spelling.append("'")
      default: spelling.append(scalar)
      }
    }
    return String(spelling)
  }

  /// Pieces as they are joined: neighbours of one kind become one.
  private struct Pieces {
    var list: [Difference] = []

    mutating func append(_ kind: Difference.Kind, _ text: String) {
      if text.isEmpty { return }
      if let last = list.last, last.kind == kind {
        list[list.count - 1] = Difference(kind, last.text + text)
      } else {
        list.append(Difference(kind, text))
      }
    }
  }
}
