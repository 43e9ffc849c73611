/// A part of a text that changes from one news story to the next: a number, a month, a weekday.
package struct TextSlot: Hashable, Sendable {
  /// What a slot holds.
  package enum Content: Hashable, Sendable {
    /// A number, by its value.
    case number(WrittenNumber)
    /// A month, from 0.
    case month(Int)
    /// A day of the week, from 0.
    case weekday(Int)
  }

  /// What the slot holds.
  package let content: Content
  /// The tokens of the slot.
  package let tokens: Range<Int>
  /// The ending behind a number that makes it a rank, folded; empty if there is none: *1er*, *2nd*.
  package let ending: String

  /// The slots of a text in a language, in their order.
  package static func slots(of text: ComparedText, in language: Language) -> [TextSlot] {
    let endings = language.rules.calendar.ordinals
    var slots = NumberReader.numbers(of: text, in: language).map { number in
      let end = number.tokens.upperBound
      var ending = ""
      if !number.isWords, text.tokens.indices.contains(end), text.tokens[end].kind == .word,
        text.ranges[end].lowerBound == text.ranges[end - 1].upperBound
      {
        let word = text.words[end]
        if endings.contains(word) { ending = word }
      }
      return TextSlot(
        content: .number(number),
        tokens: number.tokens.lowerBound..<(ending.isEmpty ? end : end + 1), ending: ending)
    }
    for name in CalendarName.names(of: text, in: language) {
      slots.append(
        TextSlot(
          content: name.kind == .month ? .month(name.number) : .weekday(name.number),
          tokens: name.token..<(name.token + 1), ending: ""))
    }
    return slots.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
