import CalqueAlign
import CalqueModel

extension LinkedPhrases {
  /// The share of a word's translations from which one is believed without a link.
  private static let leastShare = 0.05

  /// Lets a unit vote for what its words say where its links may be wrong: for the words that elsewhere
  /// translate each word of meaning of the phrase.
  func guess(
    _ small: [Bool], at phrase: Range<Int>, in unit: Int, _ file: LinkFile, isAsked: Bool,
    _ known: inout KnownWords, _ votes: inout RenderingVotes
  ) {
    let (near, far) = (near(file), far(file))
    let (source, target) = (near.range(unit), far.range(unit))
    var learned = known.learned ?? LearnedTranslations(links.base, isReversed: isReversed)
    defer { known.learned = learned }
    let kinds = target.map { kind(far.forms[$0], far, &known) }
    var found: [WordLink] = []
    for place in phrase where !small[place - phrase.lowerBound] {
      let word = near.word(source.lowerBound + place)
      var best: (share: Double, place: Int)?
      for other in kinds.indices where kinds[other] == .word {
        let share = learned.share(of: far.word(target.lowerBound + other), for: word)
        if share >= Self.leastShare, share > best?.share ?? 0 { best = (share, other) }
      }
      guard let best else { return }
      found.append(WordLink(source: place, target: best.place))
    }
    votes.add(
      RenderingVotes.Occurrence(
        unit: UnitID(file.units[unit]), index: unit, phrase: phrase, isAsked: isAsked,
        isGuessed: true, links: found, count: target.count),
      small: small, kind: { kinds[$0] }, stem: { far.word(target.lowerBound + $0) },
      form: { far.forms[target.lowerBound + $0] })
  }

  /// What stands opposite a phrase in a unit, of what was found for the phrase.
  ///
  /// - Parameters:
  ///   - places: the places of the phrase's words in the unit.
  ///   - phrase: the phrase.
  ///   - unit: the unit.
  ///   - ranked: the stems of what was found, best first.
  /// - Returns: the places of the words; nil if nothing that was found stands there.
  mutating func counterpart(
    of places: Range<Int>, _ phrase: SoughtPhrase, in unit: UnitID, _ ranked: [[UInt32]]
  ) -> Range<Int>? {
    if let file = links.delta, let place = file.place(of: unit) {
      return knowing(\.delta) { phrases, known in
        phrases.counterpart(of: places, phrase, in: place, file, &known, ranked)
      }
    }
    return links.base.place(of: unit).flatMap { place in
      knowing(\.base) { phrases, known in
        phrases.counterpart(of: places, phrase, in: place, phrases.links.base, &known, ranked)
      }
    }
  }

  private func counterpart(
    of places: Range<Int>, _ phrase: SoughtPhrase, in unit: Int, _ file: LinkFile,
    _ known: inout KnownWords, _ ranked: [[UInt32]]
  ) -> Range<Int>? {
    let far = far(file)
    let target = far.range(unit)
    let wordLinks = file.links(of: unit, isReversed: isReversed)
    let kinds = kinds(opposite: places, wordLinks, target, far, &known)
    let counterparts = Counterparts(
      of: places, wordLinks, count: target.count, small: phrase.small
    ) { kinds[$0] }
    return counterparts.best(ranked) { far.word(target.lowerBound + $0) }
  }

  /// The words of a unit's text on the other side, in their plain forms; none if it is not linked.
  func words(of unit: UnitID) -> [String] {
    let file = links.delta?.place(of: unit) == nil ? links.base : links.delta
    guard let file, let place = file.place(of: unit) else { return [] }
    let side = far(file)
    return side.range(place).map { String(decoding: side.form(side.forms[$0]), as: UTF8.self) }
  }

  /// The kinds of the words that may stand opposite a phrase.
  func kinds(
    opposite phrase: Range<Int>, _ wordLinks: [WordLink], _ target: Range<Int>,
    _ side: LinkFile.Side, _ known: inout KnownWords
  ) -> KindsInReach {
    let reach = Counterparts.reach(of: phrase, wordLinks, count: target.count)
    return KindsInReach(
      start: reach.lowerBound,
      kinds: reach.map { kind(side.forms[target.lowerBound + $0], side, &known) })
  }
}
