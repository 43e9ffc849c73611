internal import CalqueMatch
internal import CalqueModel

/// The cores of a query that the units of a part hold.
///
/// The units that may hold two neighbouring content words are listed by the phrase index, or else by
/// the posting lists of both classes. A longer core is held by units of all its lists: those of the
/// shortest list are looked for in the next shortest, and what is left is compared with the query.
struct PartFragments {
  private let live: LivePart
  private let query: FragmentQuery
  private let memories: Set<Int64>
  /// The query's classes, in the part's numbers.
  private let classes: [UInt32]
  /// The lists of each content word and the next one; nil if no unit holds both.
  private var lists: [[UnitList]?] = []
  private let phrases: PhraseIndex
  private let tokenClasses: TokenClasses

  /// The number of units from which a second list is asked, and of the first ones that are read.
  private static let many = 24

  /// Prepares the search of a part.
  ///
  /// - Throws: `IndexError.damaged` if a table of the index is damaged.
  init(
    _ live: LivePart, _ phrases: PhraseIndex, _ query: FragmentQuery, classes: [UInt32],
    memories: Set<Int64>
  ) throws(IndexError) {
    self.live = live
    tokenClasses = TokenClasses(live.part)
    self.phrases = phrases
    self.query = query
    self.classes = classes
    self.memories = memories
    if query.content.count < 2 { return }
    for word in 0..<(query.content.count - 1) {
      lists.append(query.isJoined(word) ? try listsOfUnits(word) : nil)
    }
  }

  /// The lists of the units that may hold a content word and the next one.
  private func listsOfUnits(_ word: Int) throws(IndexError) -> [UnitList]? {
    let (first, last) = (query.content[word], query.content[word + 1])
    guard classes[first...last].allSatisfy({ $0 < QueryLexicon.unknown }) else { return nil }
    var lists: [UnitList] = []
    if phrases.isAnchor(classes[first]), phrases.isAnchor(classes[last]) {
      var start = first
      for place in (first + 1)...last where phrases.isAnchor(classes[place]) {
        lists.append(UnitList(phrases, of: classes, start...place))
        start = place
      }
    } else {
      let layout = live.part.postingLayout
      for place in [first, last] {
        lists.append(
          UnitList(try ClassUnits(classes[place], of: live.part, layout), at: place))
      }
    }
    return lists.contains { $0.count == 0 } ? nil : lists
  }

  /// The cores that units of the part hold and that are parts of no longer one.
  func cores() -> [Range<Int>] {
    var cores: [Range<Int>] = []
    var end = 0
    for start in lists.indices {
      var reached = max(end, start + 1)
      while reached <= lists.count, lists[reached - 1] != nil, holds(start..<(reached + 1)) {
        reached += 1
      }
      if reached > end, reached > start + 1 { cores.append(start..<reached) }
      end = max(end, reached)
    }
    return cores
  }

  /// Whether a live unit of the memories holds a core.
  private func holds(_ core: Range<Int>) -> Bool {
    var isHeld = false
    forEachHolder(of: core) { _, _ in
      isHeld = true
      return false
    }
    return isHeld
  }

  /// Adds the units that hold a core.
  func add(to holders: inout FragmentHolders, of core: Range<Int>) {
    guard lists[core.lowerBound..<(core.upperBound - 1)].allSatisfy({ $0 != nil }) else { return }
    let part = live.part
    forEachHolder(of: core) { unit, tokens in
      if !holders.takes(tokens) { return true }
      let number = part.number(Int(unit))
      holders.add(tokens, unit: number.unit, changed: number.change)
      return true
    }
  }

  /// Calls `body` with the live units of the memories that hold a core, until it says no.
  private func forEachHolder(
    of core: Range<Int>, _ body: (UInt32, Range<Int>) -> Bool
  ) {
    var lists = lists[core.lowerBound..<(core.upperBound - 1)].flatMap { $0 ?? [] }
    lists.sort { $0.count < $1.count }
    guard let first = lists.first else { return }
    let second = first.count > Self.many ? lists.dropFirst().first : nil
    let (wanted, reach) = (query.tokens(of: core), query.reach(of: core))
    var (start, step) = (0, Self.many)
    var known: (resource: Int64, takesPart: Bool)?
    var looked: UInt32?
    while start < first.count {
      let end = min(first.count, start + step)
      var places = first.places(start..<end)
      second?.keep(&places)
      for place in places where isLive(place.unit, &known) {
        let tokens: Range<Int>?
        if place.token < UnitPlace.unknown {
          tokens = held(
            wanted, within: reach, by: place.unit, shift: Int(place.token) - first.first)
        } else {
          // A unit that holds the phrase a thousand times is looked through once.
          if looked == place.unit { continue }
          looked = place.unit
          tokens = held(wanted, within: reach, by: place.unit)
        }
        if let tokens, !body(place.unit, tokens) { return }
      }
      // The first holder is often enough, so the first portion is small.
      (start, step) = (end, step * 4)
    }
  }

  /// Whether a unit is there and belongs to one of the memories.
  ///
  /// Most units are of the memory of the unit before, so that one is kept in `known`.
  private func isLive(
    _ unit: UInt32, _ known: inout (resource: Int64, takesPart: Bool)?
  ) -> Bool {
    guard Int(unit) < live.part.count, !live.isGone(Int(unit)) else { return false }
    let resource = live.part.resource(Int(unit))
    if let known, known.resource == resource { return known.takesPart }
    let takesPart = memories.contains(resource)
    known = (resource, takesPart)
    return takesPart
  }

  /// The longest stretch of the query around a core that a unit holds; nil if it lacks the core.
  private func held(
    _ core: Range<Int>, within reach: Range<Int>, by unit: UInt32
  ) -> Range<Int>? {
    var best: Range<Int>?
    let length = tokenClasses.places(ofUnit: Int(unit)).count
    for start in stride(from: 0, through: length - core.count, by: 1) {
      let tokens = held(core, within: reach, by: unit, shift: start - core.lowerBound)
      if let tokens, best?.isBetter(than: tokens) != true { best = tokens }
    }
    return best
  }

  /// The stretch of the query around a core that a unit holds at a place; nil if it lacks the core.
  ///
  /// The number of a token in the unit is its number in the query plus `shift`.
  private func held(
    _ core: Range<Int>, within reach: Range<Int>, by unit: UInt32, shift: Int
  ) -> Range<Int>? {
    let places = tokenClasses.places(ofUnit: Int(unit))
    let offset = places.lowerBound + shift
    // The tokens of the query that stand beside a token of the unit.
    let first = max(reach.lowerBound, -shift)
    let behind = min(reach.upperBound, places.count - shift)
    guard first <= core.lowerBound, core.upperBound <= behind else { return nil }
    let classes = classes.span
    var (start, end) = (core.lowerBound, core.lowerBound)
    while end < behind, tokenClasses.holds(classes[end], at: offset + end) { end += 1 }
    if end < core.upperBound { return nil }
    while start > first, tokenClasses.holds(classes[start - 1], at: offset + start - 1) {
      start -= 1
    }
    return start..<end
  }
}
