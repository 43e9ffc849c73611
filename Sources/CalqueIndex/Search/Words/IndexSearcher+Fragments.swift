package import CalqueMatch
internal import CalqueText

extension IndexSearcher {
  /// The parts of a query that stand in the memory; see `FragmentQuery`.
  ///
  /// Each part is asked for its longest cores. Those that are longest in all parts are asked for in
  /// every part, with their units.
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - memories: the memories whose texts count.
  /// - Returns: the fragments, and the places of the query's tokens.
  /// - Throws: `IndexError.damaged` if a table of the index is damaged.
  package mutating func fragments(
    of text: String, memories: Set<Int64>
  ) throws(IndexError) -> FoundFragments {
    if phrases.isEmpty { openPhrases() }
    query.read(text, breaks: [], &scanner, &lexicon)
    let isContent = scanner.tokens.enumerated().map { place, token in
      FragmentQuery.isContent(
        token.kind,
        letters: token.kind == .word
          ? lexicon.folded(query.forms[place], &scanner.text.properties).count : 0)
    }
    let structure = FragmentQuery(isContent: isContent)
    var searches: [PartFragments] = []
    var cores: Set<Range<Int>> = []
    for (place, live) in parts.enumerated() {
      let classes = query.classOfToken.map { lexicon.number(ofClass: $0, in: place) }
      let search = try PartFragments(
        live, phrases[place], structure, classes: classes, memories: memories)
      cores.formUnion(search.cores())
      searches.append(search)
    }
    let found = FragmentQuery.longest(cores).compactMap { core in
      var holders = FragmentHolders()
      for search in searches { search.add(to: &holders, of: core) }
      return holders.fragment
    }
    return FoundFragments(fragments: found.ranked(), ranges: scanner.ranges)
  }

  /// Opens or builds the phrase indexes; for many queries, what they read is brought into memory.
  private mutating func openPhrases() {
    phrases = parts.map { PhraseFile.index(of: $0.part) }
    if !expectsMany { return }
    for index in phrases { index.bringIn() }
    for live in parts { live.part.bringIn(.tokens) }
  }
}
