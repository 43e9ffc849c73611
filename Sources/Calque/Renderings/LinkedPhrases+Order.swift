import CalqueAlign
import CalqueMorphology

extension LinkedPhrases {
  /// What was found for a phrase, with the rendering first that says the whole phrase and no more.
  func ordered(
    _ ranked: [RenderingVotes.Found], of phrase: SoughtPhrase
  ) -> [RenderingVotes.Found] {
    var learned = LearnedTranslations(links.base, isReversed: isReversed)
    let side = near(links.base)
    let numbers = phrase.words.map { $0.stems.compactMap { side.number(of: $0) } }
    return FirstRendering(
      phrase: phrase, endings: endings, stem: stem,
      lastWord: { $0.forms.first?.words.last.map(form) ?? "" },
      isAdjective: { Morphologies.ofProcess.morphology(of: other).isAdjective($0) },
      hasNeighbour: hasNeighbour,
      isTranslated: { place, word in
        numbers[place].contains { learned.share(of: word, for: $0) >= Self.leastShare }
      },
      hasMeaning: { [small] in Counterparts.Kind(form($0), small: small) == .word }
    ).ordered(ranked)
  }

  /// Whether the phrase has the same word of meaning beside it in most of the units that show a
  /// rendering.
  private func hasNeighbour(_ rendering: RenderingVotes.Found) -> Bool {
    let examples = rendering.forms.flatMap(\.examples).prefix(PhraseNeighbours.maxCompared)
    return PhraseNeighbours.haveSame(
      examples.compactMap { example in
        let file = links.delta?.place(of: example.unit) == nil ? links.base : links.delta
        guard let file, let unit = file.place(of: example.unit) else { return nil }
        let (side, words) = (near(file), near(file).range(unit))
        return PhraseNeighbours(of: example.phrase, among: 0..<words.count) { place in
          let place = words.lowerBound + place
          let text = String(decoding: side.form(side.forms[place]), as: UTF8.self)
          return (side.word(place), Counterparts.Kind(text, small: nearSmall))
        }
      })
  }
}
