import CalqueAlign
import CalqueModel

extension LinkedPhrases {
  /// The share of a word's translations from which one is believed without a link.
  static let leastShare = 0.05

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

  /// What stands opposite a phrase in units, of what was found for the phrase.
  ///
  /// - Parameters:
  ///   - phrase: the phrase.
  ///   - occurrences: the places of the phrase's words in each unit.
  ///   - ranked: the stems of what was found, best first.
  /// - Returns: the places of the words opposite each occurrence, unit by unit; an occurrence opposite
  ///   which nothing stands that was found is left out.
  mutating func counterparts(
    of phrase: SoughtPhrase, _ occurrences: [(unit: UnitID, places: [Range<Int>])],
    _ ranked: [[UInt32]]
  ) -> [[Range<Int>]] {
    let small = phrase.small
    var found = [[Range<Int>]](repeating: [], count: occurrences.count)
    for isLater in links.delta == nil ? [false] : [false, true] {
      guard let file = isLater ? links.delta : links.base else { continue }
      knowing(isLater: isLater) { phrases, known in
        let far = phrases.far(file)
        for (number, (unit, places)) in occurrences.enumerated() {
          if !isLater, phrases.links.delta?.place(of: unit) != nil { continue }
          guard let place = file.place(of: unit) else { continue }
          file.read(linksOf: place, isReversed: phrases.isReversed, into: &known.links)
          for words in places {
            let other = phrases.counterpart(
              of: words, small: small, in: far.range(place), far, &known, ranked)
            if let other { found[number].append(other) }
          }
        }
      }
    }
    return found
  }

  /// What stands opposite some words of the unit whose links were read last.
  private func counterpart(
    of words: Range<Int>, small: [Bool], in target: Range<Int>, _ far: LinkFile.Side,
    _ known: inout KnownWords, _ ranked: [[UInt32]]
  ) -> Range<Int>? {
    // Taken out meanwhile: the kinds of words are known there, too.
    var counterparts = Counterparts()
    swap(&counterparts, &known.counterparts)
    defer { swap(&counterparts, &known.counterparts) }
    counterparts.find(words, known.links, count: target.count, small: small) {
      kind(far.forms[target.lowerBound + $0], far, &known)
    }
    return counterparts.best(ranked) { far.word(target.lowerBound + $0) }
  }

  /// The words of a unit's text on the other side, in their plain forms; none if it is not linked.
  func words(of unit: UnitID) -> [String] {
    let file = links.delta?.place(of: unit) == nil ? links.base : links.delta
    guard let file, let place = file.place(of: unit) else { return [] }
    let side = far(file)
    return side.range(place).map { String(decoding: side.form(side.forms[$0]), as: UTF8.self) }
  }
}
