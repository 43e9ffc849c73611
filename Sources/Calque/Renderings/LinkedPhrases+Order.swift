import CalqueAlign

extension LinkedPhrases {
  /// What was found for a phrase, with the rendering first that says the whole phrase and no more.
  func ordered(
    _ ranked: [RenderingVotes.Found], of phrase: SoughtPhrase
  ) -> [RenderingVotes.Found] {
    FirstRendering(
      phrase: phrase, endings: endings, stem: stem,
      lastWord: { $0.forms.first?.words.last.map(form) ?? "" }, hasNeighbour: hasNeighbour
    ).ordered(ranked)
  }

  /// Whether the phrase has the same word of meaning beside it in most of the units that show a
  /// rendering.
  private func hasNeighbour(_ rendering: RenderingVotes.Found) -> Bool {
    let examples = rendering.forms.flatMap(\.examples).prefix(Self.maxCompared)
    var counts: [UInt32: Int] = [:]
    for example in examples {
      let file = links.delta?.place(of: example.unit) == nil ? links.base : links.delta
      guard let file, let unit = file.place(of: example.unit) else { continue }
      let (side, words) = (near(file), near(file).range(unit))
      let (start, end) = (
        words.lowerBound + example.phrase.lowerBound, words.lowerBound + example.phrase.upperBound
      )
      let before = neighbour(in: (words.lowerBound..<max(words.lowerBound, start)).reversed(), side)
      let behind = neighbour(in: end..<max(end, words.upperBound), side)
      for word in Set([before, behind].compactMap(\.self)) { counts[word, default: 0] += 1 }
    }
    let most = counts.values.max() ?? 0
    return most > 1 && most * 3 >= examples.count * 2
  }

  /// The number of units that are compared, and that of function words before a neighbour.
  private static let maxCompared = 5, maxSmall = 2

  /// The first word of meaning; nil if a mark stands before it.
  private func neighbour(in places: some Sequence<Int>, _ side: LinkFile.Side) -> UInt32? {
    for place in places.prefix(Self.maxSmall + 1) {
      let text = String(decoding: side.form(side.forms[place]), as: UTF8.self)
      switch Counterparts.Kind(text, small: nearSmall) {
      case .word: return side.word(place)
      case .small, .hyphen: continue
      case .mark: return nil
      }
    }
    return nil
  }
}
