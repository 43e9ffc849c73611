/// The stretches of a translation that may stand opposite a stretch of words, by the links of a
/// sentence pair.
///
/// Links are sparse: *coentreprise* is linked with *venture* alone where the memory says *joint
/// venture*. So the linked words count with and without their unlinked neighbours (P. Koehn, F. Och
/// and D. Marcu, "Statistical Phrase-Based Translation", NAACL 2003), and where nothing is linked
/// the stretches of unlinked words count, for little. What many sentences have in common decides.
///
/// One value serves many sentences, so that its buffers are made once.
package struct Counterparts: Sendable {
  /// The kind of a word of the translation.
  package enum Kind: Sendable {
    /// A word of meaning, or a number.
    case word
    /// A function word.
    case small
    /// A hyphen.
    case hyphen
    /// Any other mark.
    case mark
  }

  /// How a stretch is known.
  package enum Evidence: Sendable {
    /// Both ends of the phrase are linked with the stretch, and the stretch with nothing else.
    case whole
    /// The stretch is linked with nothing outside the phrase.
    case closed
    /// Some words of the stretch are linked with words outside the phrase.
    case open
    /// No word of the phrase is linked, and no word of the stretch.
    case unlinked
  }

  /// A stretch of the translation.
  package struct Stretch: Sendable {
    /// The words, by their places.
    package let range: Range<Int>
    package let evidence: Evidence
    /// The number of words without links at the ends.
    package let added: Int
    /// Whether the stretch is whole, and every word of meaning on one side is linked with one on the
    /// other.
    package let isComplete: Bool
  }

  /// The stretches; each once.
  package private(set) var stretches: [Stretch] = []

  /// The maximum number of unlinked words that are added at one end.
  private static let maxAdded = 3
  /// The maximum number of unlinked stretches of a sentence.
  private static let maxUnlinked = 60

  private var isLinked: [Bool] = []
  /// The links of the phrase.
  private var own: [WordLink] = []
  /// The places that the phrase is linked with.
  private var places: [Int] = []
  private var small: [Bool] = []
  /// Which words of a run are words of meaning.
  private var isWord: [Bool] = []

  /// No stretches yet.
  package init() {}

  /// Finds the stretches opposite a phrase.
  ///
  /// - Parameters:
  ///   - phrase: the places of the phrase's words.
  ///   - links: the links, from the side of the phrase to the other side.
  ///   - count: the number of words on the other side.
  ///   - small: which words of the phrase have no meaning by themselves. A stretch may begin or end
  ///     with a function word only if the phrase does.
  ///   - isInCompound: whether a hyphen stands beside the phrase, whose translation then is no whole
  ///     compound either.
  ///   - kinds: the kind of each word on the other side.
  package mutating func find(
    _ phrase: Range<Int>, _ links: [WordLink], count: Int, small: [Bool],
    isInCompound: Bool = false, kinds: (Int) -> Kind
  ) {
    stretches.removeAll(keepingCapacity: true)
    isLinked.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
    self.small = small
    isLinked.append(contentsOf: repeatElement(false, count: count))
    for link in links {
      if link.target < count { isLinked[link.target] = true }
      if phrase.contains(link.source) { own.append(link) }
    }
    if let base = linked(phrase, count: count) {
      addStretches(around: base, phrase, links, isInCompound: isInCompound, kinds)
    } else if own.isEmpty {
      addUnlinked(longest: phrase.count + 3, kinds)
    }
  }

  /// The stretch that ranks first among those of many sentences.
  ///
  /// - Parameters:
  ///   - ranked: the numbers of the words of each, best first.
  ///   - word: the number of the word at a place.
  /// - Returns: the places of its words; nil if no stretch is among them.
  package func best(_ ranked: [[UInt32]], word: (Int) -> UInt32) -> Range<Int>? {
    for words in ranked {
      for stretch in stretches where stretch.range.count == words.count {
        let start = stretch.range.lowerBound
        if words.indices.allSatisfy({ word(start + $0) == words[$0] }) { return stretch.range }
      }
    }
    return nil
  }

  /// The run with most linked words, without a gap of more than two words.
  private mutating func linked(_ phrase: Range<Int>, count: Int) -> Range<Int>? {
    places.removeAll(keepingCapacity: true)
    for link in own where link.target < count { places.append(link.target) }
    if places.count > 1 { places.sort() }
    guard let start = places.first else { return nil }
    var (best, bestCount) = (start...start, 0)
    var (first, last, found) = (start, start, 0)
    for place in places {
      if place - last > 3 { (first, found) = (place, 0) }
      (last, found) = (place, found + 1)
      if found > bestCount { (best, bestCount) = (first...place, found) }
    }
    return best.count <= 2 * phrase.count + 4 ? Range(best) : nil
  }

  private mutating func addStretches(
    around base: Range<Int>, _ phrase: Range<Int>, _ links: [WordLink], isInCompound: Bool,
    _ kinds: (Int) -> Kind
  ) {
    let isClosed = !links.contains {
      base.contains($0.target) && !phrase.contains($0.source)
    }
    func hasEnd(_ place: Int) -> Bool {
      own.contains { $0.source == place && base.contains($0.target) }
    }
    let hasEnds = hasEnd(phrase.lowerBound) && hasEnd(phrase.upperBound - 1)
    let evidence: Evidence = isClosed ? hasEnds ? .whole : .closed : .open
    var (low, high) = (base.lowerBound, base.upperBound)
    while low > 0, base.lowerBound - low < Self.maxAdded, isFree(low - 1, kinds) { low -= 1 }
    while high < isLinked.count, high - base.upperBound < Self.maxAdded, isFree(high, kinds) {
      high += 1
    }
    let core = trimmed(base, kinds)
    add(core, evidence, added: 0, isComplete: evidence == .whole && isComplete(core, phrase, kinds))
    for start in (low...base.lowerBound).reversed() {
      for end in base.upperBound...high where start < base.lowerBound || end > base.upperBound {
        let first = start < base.lowerBound ? start : core.lowerBound
        let last = end > base.upperBound ? end : core.upperBound
        let range = first..<last
        guard range == trimmed(range, kinds) else { continue }
        add(range, evidence, added: base.lowerBound - start + end - base.upperBound)
      }
    }
    let compound = compound(core, kinds)
    if !isInCompound, compound != core { add(compound, evidence, added: 1) }
  }

  private mutating func addUnlinked(longest: Int, _ kinds: (Int) -> Kind) {
    // The words from the beginning of a run without links and marks on.
    var run = 0..<0
    for start in isLinked.indices {
      if start >= run.upperBound {
        run = start..<start
        isWord.removeAll(keepingCapacity: true)
        while run.upperBound < isLinked.count, !isLinked[run.upperBound] {
          let kind = kinds(run.upperBound)
          if kind == .mark { break }
          isWord.append(kind == .word)
          run = start..<(run.upperBound + 1)
        }
      }
      if run.isEmpty || !isWord[start - run.lowerBound] { continue }
      for end in (start + 1)...min(start + longest, run.upperBound) {
        if isWord[end - 1 - run.lowerBound] {
          stretches.append(
            Stretch(range: start..<end, evidence: .unlinked, added: 0, isComplete: false))
        }
        if stretches.count >= Self.maxUnlinked { return }
      }
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ evidence: Evidence, added: Int, isComplete: Bool = false
  ) {
    if stretches.contains(where: { $0.range == range }) { return }
    stretches.append(
      Stretch(range: range, evidence: evidence, added: added, isComplete: isComplete))
  }

  /// Whether every word of meaning of a phrase and of a stretch is linked with one of the other.
  private func isComplete(
    _ range: Range<Int>, _ phrase: Range<Int>, _ kinds: (Int) -> Kind
  ) -> Bool {
    // *passers* of *passers-by*
    if range.lowerBound > 0, kinds(range.lowerBound - 1) == .hyphen { return false }
    if range.upperBound < isLinked.count, kinds(range.upperBound) == .hyphen { return false }
    func isSmall(_ source: Int) -> Bool {
      let place = source - phrase.lowerBound
      return place < small.count && small[place]
    }
    return phrase.allSatisfy { source in
      isSmall(source) || own.contains { $0.source == source && range.contains($0.target) }
    }
      && range.allSatisfy { target in
        kinds(target) != .word
          || own.contains { $0.target == target && !isSmall($0.source) }
      }
  }

  private func isFree(_ place: Int, _ kinds: (Int) -> Kind) -> Bool {
    !isLinked[place] && kinds(place) != .mark
  }

  /// A stretch without the function words and hyphens at its ends, unless nothing else is left.
  private func trimmed(_ range: Range<Int>, _ kinds: (Int) -> Kind) -> Range<Int> {
    func isLoose(_ place: Int, _ allowsSmall: Bool) -> Bool {
      switch kinds(place) {
      case .word: false
      case .small: !allowsSmall
      case .hyphen, .mark: true
      }
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    // *en vertu de* for *pursuant to*
    let opensSmall = small.first == true || small.last == true
    while high - low > 1, isLoose(low, opensSmall) { low += 1 }
    while high - low > 1, isLoose(high - 1, small.last == true) { high -= 1 }
    return low..<high
  }

  /// A stretch with the rest of the compounds at its ends: *food* of *agri-food*.
  private func compound(_ range: Range<Int>, _ kinds: (Int) -> Kind) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<2 {
      if low >= 2, kinds(low - 1) == .hyphen, kinds(low - 2) != .mark { low -= 2 }
      if high + 1 < isLinked.count, kinds(high) == .hyphen, kinds(high + 1) != .mark {
        high += 2
      }
    }
    return low..<high
  }
}
