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
    if isOneContent { return zip(held, asked).map { ($0, pairs[$1]) } }
    let (there, here) = (
      asked.map { Self.contentsBefore($0, pairs.map(\.old), match) },
      held.map { Self.contentsBefore($0, slots, text) }
    )
    guard Set(there).count == there.count, Set(there) == Set(here) else { return nil }
    return zip(held, here).compactMap { place, before in
      there.firstIndex(of: before).map { (place, pairs[asked[$0]]) }
    }
  }

  /// The contents of the slots before a slot, in any order, with at most three signs or single
  /// letters between: 402(1), 1.C.1, 66º 05′, 31 janvier 2018 as January 31, 2018.
  private static func contentsBefore(
    _ place: Int, _ slots: [TextSlot], _ text: ComparedText
  ) -> [[UInt8]] {
    var contents = [[UInt8]]()
    var place = place
    while place > 0 {
      let between = slots[place - 1].tokens.upperBound..<slots[place].tokens.lowerBound
      let isOneNumber =
        between.count <= 3
        && between.allSatisfy {
          text.tokens[$0].kind != .word || text.tokens[$0].folded.count == 1
        }
      if !isOneNumber { break }
      contents.append(slots[place - 1].content.key)
      place -= 1
    }
    return contents.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
