/// A month or a day of the week in a text.
package struct CalendarName: Hashable, Sendable {
  /// The kind of a name.
  package enum Kind: Hashable, Sendable { case month, weekday }

  /// The kind of the name.
  package let kind: Kind
  /// The number of the month or day, from 0.
  package let number: Int
  /// The token of the name.
  package let token: Int

  /// The months and days of a text in a language, in their order.
  ///
  /// Abbreviations, and names that are other words, count only beside a number, or inside a sentence
  /// with a capital: *in May*, *May 3*, not *may*.
  package static func names(of text: ComparedText, in language: Language) -> [CalendarName] {
    let calendar = language.rules.calendar
    var names = [CalendarName]()
    for (place, token) in text.tokens.enumerated() where token.kind == .word {
      guard calendar.sieve.mayHold(token.folded), let name = calendar.numbers[text.words[place]]
      else { continue }
      let isSure = name.isWhole && !name.isAmbiguous || isBesideNumber(place, text)
      let isCapital =
        name.isWhole && place > 0 && text.tokens[place - 1].kind == .word
        && Unicode.Scalar(token.plain.first ?? 0)?.properties.isUppercase == true
      if isSure || isCapital {
        names.append(CalendarName(kind: name.kind, number: name.number, token: place))
      }
    }
    return names
  }

  private static func isBesideNumber(_ place: Int, _ text: ComparedText) -> Bool {
    func isNumber(_ place: Int) -> Bool {
      text.tokens.indices.contains(place) && text.tokens[place].kind == .number
    }
    // 3 sept. 2023; 1er mai: letters that follow the digits are a word.
    let isBehindStop =
      text.tokens.indices.contains(place + 1) && text.tokens[place + 1].plain == [0x2E]
    return isNumber(place - 1) || isNumber(place - 2) && text.tokens[place - 1].kind == .word
      || isNumber(place + 1) || isBehindStop && isNumber(place + 2)
  }
}

extension CalendarWords {
  /// The meaning of a name.
  struct Meaning: Hashable, Sendable {
    let kind: CalendarName.Kind
    let number: Int
    /// Whether the name is no abbreviation.
    let isWhole: Bool
    let isAmbiguous: Bool
  }

  static func meanings(
    _ months: [[String]], _ days: [[String]], ambiguous: Set<String>
  ) -> [String: Meaning] {
    var meanings: [String: Meaning] = [:]
    for (kind, lists) in [(CalendarName.Kind.month, months), (.weekday, days)] {
      for (number, names) in lists.enumerated() {
        for (place, name) in names.enumerated() {
          meanings[name] = Meaning(
            kind: kind, number: number, isWhole: place == 0,
            isAmbiguous: ambiguous.contains(name))
        }
      }
    }
    return meanings
  }
}
