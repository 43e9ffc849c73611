package import CalqueMatch
internal import CalqueText

extension IndexSearcher {
  /// The maximum number of tokens between two content words that are looked for together.
  private static let mostBetween = 4

  /// The parts of a query that stand in the memory; see `FragmentCollector`.
  ///
  /// A fragment holds two content words that follow each other with at most some small words between.
  /// So the units of each such pair are read, and no others.
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - memories: the memories whose texts count.
  /// - Returns: the fragments, and the places of the query's tokens.
  /// - Throws: `IndexError.damaged` if a table of the index is damaged.
  package mutating func fragments(
    of text: String, memories: Set<Int64>
  ) throws(IndexError) -> FoundFragments {
    query.read(text, breaks: [], &scanner, &lexicon)
    let isContent = scanner.tokens.enumerated().map { place, token in
      FragmentCollector.isContent(
        token.kind,
        letters: token.kind == .word
          ? lexicon.folded(query.forms[place], &scanner.text.properties).count : 0)
    }
    let content = isContent.indices.filter { isContent[$0] }
    let pairs = zip(content, content.dropFirst()).filter { $1 - $0 <= Self.mostBetween + 1 }
    var collector = FragmentCollector(isContent: isContent)
    for (place, live) in parts.enumerated() {
      let classes = query.classOfToken.map { lexicon.number(ofClass: $0, in: place) }
      collector.begin(classes)
      var seen: Set<UInt32> = []
      let layout = live.part.postingLayout
      for (first, second) in pairs {
        let (a, b) = (classes[first], classes[second])
        if a >= QueryLexicon.unknown || b >= QueryLexicon.unknown { continue }
        var lists = [
          try ClassUnits(a, of: live.part, layout), try ClassUnits(b, of: live.part, layout),
        ]
        if lists[1].count < lists[0].count { lists.swapAt(0, 1) }
        var units = lists[0].units
        lists[1].intersect(&units)
        for unit in units where !live.isGone(Int(unit)) && seen.insert(unit).inserted {
          guard memories.contains(live.part.resource(Int(unit))) else { continue }
          let number = live.part.number(Int(unit))
          collector.add(
            live.part.classes(ofUnit: Int(unit)), unit: number.unit, changed: number.change)
        }
      }
    }
    let offsets = scanner.text.offsets
    return FoundFragments(
      fragments: collector.fragments,
      ranges: scanner.tokens.map { Int(offsets[$0.start])..<Int(offsets[$0.end]) })
  }
}
