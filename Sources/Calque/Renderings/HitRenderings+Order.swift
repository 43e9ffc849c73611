import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueText

extension HitRenderings {
  /// What hits show for a phrase, with the rendering first that says the whole phrase and no more.
  func ordered(
    _ ranked: [RenderingVotes.Found], of phrase: SoughtPhrase, _ units: [Unit],
    _ linked: KnownAligner.Linked, isSource: Bool
  ) -> [RenderingVotes.Found] {
    let (own, other) = isSource ? (pair.source, pair.target) : (pair.target, pair.source)
    let small = Morphology(Language(own)).smallWords
    return FirstRendering(
      phrase: phrase, endings: Morphology(Language(other)).phraseWords.endings,
      stem: { linked.stem($0, isSource: !isSource) },
      lastWord: {
        $0.forms.first?.words.last.map { linked.form($0, isSource: !isSource) } ?? ""
      },
      isAdjective: { Morphologies.ofProcess.morphology(of: Language(other)).isAdjective($0) },
      hasNeighbour: { rendering in
        PhraseNeighbours.haveSame(
          rendering.forms.flatMap(\.examples).map { example in
            PhraseNeighbours(of: example.phrase, among: 0..<units[example.index].near.forms.count) {
              let near = units[example.index].near
              let text = linked.form(near.forms[$0], isSource: isSource)
              return (near.stems[$0], Counterparts.Kind(text, small: small))
            }
          })
      }
    ).ordered(ranked)
  }
}

extension Morphology {
  /// Whether a word can only be an adjective.
  func isAdjective(_ word: String) -> Bool {
    let readings = readings(of: word)
    return !readings.isEmpty && readings.allSatisfy { $0.features.speech == .adjective }
  }
}
