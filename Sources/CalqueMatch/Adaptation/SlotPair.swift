import CalqueText

/// A slot of a query and the slot of the match in its place.
struct SlotPair {
  let new: TextSlot
  let old: TextSlot

  /// The slots of two texts that differ in slots alone, pair by pair; nil if anything else differs.
  ///
  /// Typography may differ, as far as the score sets it aside.
  ///
  /// - Parameters:
  ///   - query: the query.
  ///   - asked: the slots of the query.
  ///   - match: the source of a match.
  ///   - language: the language of both texts.
  /// - Returns: the pairs.
  static func pairs(
    _ query: ComparedText, _ asked: [TextSlot], _ match: ComparedText, in language: Language
  ) -> [SlotPair]? {
    // Before the first slot both texts are equal: that rules most matches out without their slots.
    guard let start = asked.first?.tokens.lowerBound, start <= match.tokens.count,
      equal(query, 0..<start, match, 0..<start)
    else { return nil }
    let found = TextSlot.slots(of: match, in: language)
    guard asked.count == found.count else { return nil }
    var (place, other) = (0, 0)
    var pairs = [SlotPair]()
    for (new, old) in zip(asked, found) {
      guard
        equal(query, place..<new.tokens.lowerBound, match, other..<old.tokens.lowerBound)
      else { return nil }
      switch (new.content, old.content) {
      case (.number, .number), (.month, .month), (.weekday, .weekday): break
      default: return nil
      }
      pairs.append(SlotPair(new: new, old: old))
      (place, other) = (new.tokens.upperBound, old.tokens.upperBound)
    }
    return equal(query, place..<query.tokens.count, match, other..<match.tokens.count)
      ? pairs : nil
  }

  /// Whether the slots hold different things.
  var differs: Bool {
    switch (new.content, old.content) {
    case (.number(let a), .number(let b)): a.value != b.value
    case (.month(let a), .month(let b)), (.weekday(let a), .weekday(let b)): a != b
    default: true
    }
  }

  /// Whether the old number is one and the new one several, or the other way round.
  var changesPlural: Bool {
    guard case .number(let a) = new.content, case .number(let b) = old.content else { return false }
    return a.amount != b.amount
  }

  private static func equal(
    _ a: ComparedText, _ first: Range<Int>, _ b: ComparedText, _ second: Range<Int>
  ) -> Bool {
    guard first.lowerBound <= first.upperBound, first.count == second.count else { return false }
    return zip(first, second).allSatisfy {
      a.tokens[$0].kind == b.tokens[$1].kind && a.tokens[$0].plain == b.tokens[$1].plain
    }
  }
}
