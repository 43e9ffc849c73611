import CalqueText

/// Finds the slots of a translation that hold what the slots of its source hold.
///
/// A number that the source and the translation have once each is found by its value. A number that
/// both have as often is found, too, if the query has one other number in all of its places, or if
/// the number before it tells its places apart: *402(1)* and *915(1)*.
struct HeldSlots {
  /// The slots of the query and of the source, pair by pair.
  let pairs: [SlotPair]
  /// The source.
  let match: ComparedText
  /// The slots of the translation.
  let slots: [TextSlot]
  /// The translation.
  let text: ComparedText

  /// The pair whose new content each slot takes, by the slot's place; nil if a place is unsure.
  func changes() -> [Int: SlotPair]? {
    var changes: [Int: SlotPair] = [:]
    var done: Set<[UInt8]> = []
    for pair in pairs where pair.differs {
      guard done.insert(pair.old.content.key).inserted else { continue }
      guard let places = places(of: pair.old) else { return nil }
      for (place, pair) in places where pair.differs {
        guard changes.updateValue(pair, forKey: place) == nil else { return nil }
      }
    }
    return changes
  }

  /// The slots that hold a content, each with its pair of the source.
  private func places(of old: TextSlot) -> [(Int, SlotPair)]? {
    let asked = pairs.indices.filter { pairs[$0].old.content.key == old.content.key }
    let held = slots.indices.filter {
      slots[$0].content.key == old.content.key
        || slots[$0].isDesignation(in: text, as: old, in: match)
    }
    guard held.count == asked.count else { return nil }
    let isOneContent = asked.allSatisfy {
      pairs[$0].new.content.key == pairs[asked[0]].new.content.key
    }
    if isOneContent, asked.count == 1 || !pairs[asked[0]].changesPlural {
      return zip(held, asked).map { ($0, pairs[$1]) }
    }
    let (there, here) = (
      asked.map { Self.contentsBefore($0, pairs.map(\.old), match) },
      held.map { Self.contentsBefore($0, slots, text) }
    )
    guard Set(there).count == there.count, Set(there) == Set(here) else { return nil }
    return zip(held, here).compactMap { place, before in
      there.firstIndex(of: before).map { (place, pairs[asked[$0]]) }
    }
  }

  /// The contents that tell a number apart from its equals: those of the number before it, as in
  /// 402(1) and 66º 05′, or, of a year, its month and day.
  private static func contentsBefore(
    _ place: Int, _ slots: [TextSlot], _ text: ComparedText
  ) -> [[UInt8]] {
    let date = contentsOfDate(before: place, slots, text)
    if !date.isEmpty { return date.sorted { $0.lexicographicallyPrecedes($1) } }
    var contents = [[UInt8]]()
    var place = place
    while place > 0, isOneNumber(slots[place - 1], slots[place], text) {
      contents.append(slots[place - 1].content.key)
      place -= 1
    }
    return contents
  }

  /// The month and the day before a year: *31 janvier 2018*, *January 31, 2018*; empty for other
  /// numbers.
  private static func contentsOfDate(
    before place: Int, _ slots: [TextSlot], _ text: ComparedText
  ) -> [[UInt8]] {
    guard place > 0, case .number(let year) = slots[place].content, year.value.count == 4,
      !year.isWords
    else { return [] }
    let last = slots[place - 1]
    let between = last.tokens.upperBound..<slots[place].tokens.lowerBound
    guard between.allSatisfy({ text.tokens[$0].plain == [0x2C] }), between.count < 2 else {
      return []
    }
    let hasNeighbour =
      place > 1 && slots[place - 2].tokens.upperBound == last.tokens.lowerBound
    let first = hasNeighbour ? slots[place - 2] : nil
    switch (first?.content, last.content) {
    case (.number, .month), (.month, .number):
      return [first, last].compactMap { $0?.content.key }
    case (_, .month): return [last.content.key]
    default: return []
    }
  }

  /// Whether two slots are parts of one number: at most three signs or single letters stand between,
  /// and white space only behind a sign of degrees.
  private static func isOneNumber(_ a: TextSlot, _ b: TextSlot, _ text: ComparedText) -> Bool {
    let between = a.tokens.upperBound..<b.tokens.lowerBound
    guard (1...3).contains(between.count) else { return false }
    return between.allSatisfy { place in
      let token = text.tokens[place]
      let isSign = token.kind != .word || token.folded.count == 1
      let isDegrees = [0xB0, 0xBA, 0x2032, 0x2033].contains(token.plain.first)
      let touchesNext = text.ranges[place].upperBound == text.ranges[place + 1].lowerBound
      let touchesLast = text.ranges[place - 1].upperBound == text.ranges[place].lowerBound
      return isSign && touchesLast && (touchesNext || isDegrees)
    }
  }
}
