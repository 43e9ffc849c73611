package import CalqueText

/// Adapts the translation of a match that differs from the query in numbers and dates alone.
///
///     query   Le 4 mai, 12 000 agents …    match   Le 1er mars, 3 000 agents …
///     target  On March 1, 3,000 agents …   adapted On May 4, 12,000 agents …
///
/// If a number, month or day cannot be found surely in the target (`HeldSlots`), nothing is
/// adapted. The conventions are those of the languages (`NumberSpelling`).
package struct Adaptation {
  /// An adapted translation.
  package struct Adapted: Hashable, Sendable {
    /// The translation.
    package let text: String
    /// Whether a number in words differs: a reader should see that, so the score stays as it is.
    package let changesWords: Bool
  }

  private let source: Language
  private let target: Language

  /// Adapts translations from one language into another.
  package init(from source: Language, to target: Language) {
    self.source = source
    self.target = target
  }

  /// Adapts a translation.
  ///
  /// - Parameters:
  ///   - translation: the translation of the match.
  ///   - match: the source of the match.
  ///   - query: the query.
  ///   - asked: the slots of the query, which are read once for all its matches.
  ///   - scanner: the scanner to use.
  /// - Returns: the adapted translation; nil if the texts differ in something else, in nothing, or
  ///   the translation cannot be adapted surely.
  package func adapted(
    _ translation: String, of match: ComparedText, to query: ComparedText, _ asked: [TextSlot],
    using scanner: inout TextScanner
  ) -> Adapted? {
    guard let spelling = target.rules.numberSpelling,
      let pairs = SlotPair.pairs(query, asked, match, in: source)
    else { return nil }
    let differing = pairs.filter(\.differs)
    if differing.isEmpty { return nil }
    let text = ComparedText(translation, stemmer: target.stemmer, using: &scanner)
    let slots = TextSlot.slots(of: text, in: target)
    guard
      let changed = HeldSlots(pairs: pairs, match: match, slots: slots, text: text).changes()
    else { return nil }
    let hasHalves = text.words.contains { spelling.halvesOfDay.contains($0) }
    let writer = SlotWriter(
      text: text, language: target, spelling: spelling, slots: slots, query: query,
      match: match, source: source)
    var changes = [(range: Range<Int>, text: String)]()
    for (place, pair) in changed {
      if hasHalves, case .number = pair.old.content { return nil }
      guard let written = writer.written(pair.new, over: slots[place], insteadOf: pair.old) else {
        return nil
      }
      let tokens = slots[place].tokens
      let start = text.ranges[tokens.lowerBound].lowerBound
      changes.append((start..<text.ranges[tokens.upperBound - 1].upperBound, written))
      if let article = writer.wordBefore(slots[place], written: written) { changes.append(article) }
    }
    let adapted = Self.replaced(translation, changes)
    guard isRight(adapted, slots, changed, query, &scanner) else { return nil }
    return Adapted(
      text: adapted,
      changesWords: differing.contains { $0.new.content.isInWords || $0.old.content.isInWords })
  }

  private static func replaced(
    _ text: String, _ changes: [(range: Range<Int>, text: String)]
  ) -> String {
    let bytes = Array(text.utf8)
    var (out, place) = ([UInt8](), 0)
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      out += bytes[place..<change.range.lowerBound]
      out += change.text.utf8
      place = change.range.upperBound
    }
    return String(decoding: out + bytes[place...], as: UTF8.self)
  }

  /// Whether the adapted text, read again, holds what the query holds in place of the old.
  private func isRight(
    _ adapted: String, _ slots: [TextSlot], _ changed: [Int: SlotPair], _ query: ComparedText,
    _ scanner: inout TextScanner
  ) -> Bool {
    let text = ComparedText(adapted, stemmer: target.stemmer, using: &scanner)
    let read = TextSlot.slots(of: text, in: target)
    return read.count == slots.count
      && read.indices.allSatisfy { place in
        guard let pair = changed[place] else {
          return read[place].content.key == slots[place].content.key
        }
        return read[place].content.key == pair.new.content.key
          || read[place].isDesignation(in: text, as: pair.new, in: query)
      }
  }
}

extension TextSlot {
  /// Whether a slot and one of another text are the same digits and full stops: `142.011` may be a
  /// value here and another one there, but names the same paragraph.
  func isDesignation(
    in text: ComparedText, as other: TextSlot, in otherText: ComparedText
  ) -> Bool {
    guard case .number = content, case .number = other.content, tokens.count == 1,
      other.tokens.count == 1
    else { return false }
    let plain = text.tokens[tokens.lowerBound].plain
    return plain.contains(0x2E) && plain == otherText.tokens[other.tokens.lowerBound].plain
  }
}

extension TextSlot.Content {
  /// Whether the content is a number in words.
  var isInWords: Bool {
    if case .number(let number) = self { number.isWords } else { false }
  }

  /// What two slots of any languages have in common if they say the same.
  var key: [UInt8] {
    switch self {
    case .number(let number): [0] + number.value
    case .month(let month): [1, UInt8(clamping: month)]
    case .weekday(let day): [2, UInt8(clamping: day)]
    }
  }
}
