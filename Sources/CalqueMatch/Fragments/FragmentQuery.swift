package import CalqueText

/// The content words of a query, and the parts of it that can be fragments.
///
/// A fragment's core runs from a content word to another, with at most four other tokens between
/// two content words that follow each other. A word of four letters or more is a content word.
package struct FragmentQuery: Sendable {
  /// The maximum number of tokens between two content words of a core.
  package static let mostBetween = 4
  /// The number of tokens.
  package let count: Int
  /// The places of the content words.
  package let content: [Int]

  /// A query.
  ///
  /// - Parameter isContent: whether each token is a content word.
  package init(isContent: [Bool]) {
    count = isContent.count
    content = isContent.indices.filter { isContent[$0] }
  }

  /// Whether a token of a query is a content word.
  package static func isContent(_ kind: TokenKind, letters: Int) -> Bool {
    kind == .word && letters >= 4
  }

  /// Whether a content word and the next one can stand in one core.
  ///
  /// - Parameter word: the number of the content word; there is a next one.
  /// - Returns: whether few enough tokens stand between.
  package func isJoined(_ word: Int) -> Bool {
    content[word + 1] - content[word] <= Self.mostBetween + 1
  }

  /// The tokens of a core, which is a range of content words.
  package func tokens(of core: Range<Int>) -> Range<Int> {
    content[core.lowerBound]..<(content[core.upperBound - 1] + 1)
  }

  /// The tokens to which a core's fragment can reach: up to the content words on both sides.
  package func reach(of core: Range<Int>) -> Range<Int> {
    let start = core.lowerBound == 0 ? 0 : content[core.lowerBound - 1] + 1
    let end = core.upperBound == content.count ? count : content[core.upperBound]
    return start..<end
  }

  /// The cores that are parts of no other core.
  package static func longest(_ cores: some Collection<Range<Int>>) -> [Range<Int>] {
    cores.filter { core in !cores.contains { $0 != core && $0.clamped(to: core) == core } }
  }

  /// The cores in a range of tokens that are parts of no other core in it.
  func cores(in tokens: Range<Int>) -> [Range<Int>] {
    var cores: [Range<Int>] = []
    var start: Int?
    for word in content.indices where tokens.contains(content[word]) {
      let first = start ?? word
      start = first
      let isLast = word + 1 == content.count || !tokens.contains(content[word + 1])
      if !isLast, isJoined(word) { continue }
      if word > first { cores.append(first..<(word + 1)) }
      start = nil
    }
    return cores
  }
}
