package import CalqueText

/// What a reader must not confuse in a text: numbers, dates, currencies, shares, negations, names.
///
/// A query is read once for all of its matches.
package struct MarkedText: Sendable {
  /// The text.
  let text: ComparedText
  /// The numbers, in their order: a result of 3 to 2 is not a result of 2 to 3.
  let numbers: [WrittenNumber]
  /// The ordinal numbers and the words for ranks, parts and multiples, in their order: *premier*,
  /// *deuxième*, *moitié*, *doublé*.
  let amounts: [[UInt8]]
  /// The months and days of the week, in their order, by kind and number.
  let dates: [[Int]]
  /// The currencies, in their order, by their codes.
  let currencies: [String]
  /// How many shares of a hundred and how many points the text has.
  let shares: [Int]
  /// The number of negations.
  let negations: Int
  /// The classes of the proper names.
  let names: [[UInt32]]

  /// Reads a text in a language.
  package init(_ text: ComparedText, _ language: Language) {
    self.text = text
    let numbers = NumberReader.numbers(of: text, in: language)
    self.numbers = numbers
    let calendar = CalendarName.names(of: text, in: language)
    dates = calendar.map { [$0.kind == .month ? 0 : 1, $0.number] }
    let reading = Reading(text, numbers)
    amounts = reading.amounts(language.rules.amountWords)
    currencies = reading.currencies(language.rules.currencyWords)
    shares = reading.shares(language.rules.shareWords)
    negations = language.rules.negation.count(text)
    names = ProperNames.names(text, besides: calendar.map(\.token))
  }

  /// A walk over the tokens with the places behind numbers.
  private struct Reading {
    let text: ComparedText
    let numbers: [WrittenNumber]
    /// The tokens right behind a number.
    let behind: Set<Int>

    init(_ text: ComparedText, _ numbers: [WrittenNumber]) {
      (self.text, self.numbers) = (text, numbers)
      behind = Set(numbers.map(\.tokens.upperBound))
    }

    func word(_ place: Int) -> String? {
      guard text.tokens.indices.contains(place), text.tokens[place].kind == .word,
        text.tokens[place].folded.count <= 12
      else { return nil }
      return text.words[place]
    }

    /// Whether a number stands before a token, at most with an elided or short word between.
    func isBehindNumber(_ place: Int) -> Bool {
      behind.contains(place)
        || behind.contains(place - 1) && (word(place - 1)?.utf8.count ?? 9) <= 2
    }

    func amounts(_ words: AmountWords) -> [[UInt8]] {
      var amounts = numbers.filter(\.isRank).map {
        (place: $0.tokens.lowerBound, value: $0.value)
      }
      for (place, token) in text.tokens.enumerated()
      where token.kind == .word && words.sieve.mayHold(token.folded) {
        guard let value = words.values[text.words[place]],
          !numbers.contains(where: { $0.tokens.contains(place) })
        else { continue }
        amounts.append((place, Array(value.utf8)))
      }
      return amounts.sorted { $0.place < $1.place }.map(\.value)
    }

    func currencies(_ words: CurrencyWords) -> [String] {
      var codes = [String]()
      for (place, token) in text.tokens.enumerated() {
        if token.kind == .punctuation {
          if let code = token.plain.first.flatMap({ CurrencyWords.signs[$0] }) {
            codes.append(code)
          }
        } else if words.sieve.mayHold(token.folded), let word = word(place),
          let code = words.codes[word],
          !words.behindNumbers.contains(word) || isBehindNumber(place)
        {
          codes.append(code)
        }
      }
      return codes
    }

    func shares(_ words: ShareWords) -> [Int] {
      var shares = [0, 0]
      for (place, token) in text.tokens.enumerated() {
        if token.plain == [0x25] {
          shares[0] += 1
        } else if behind.contains(place), let word = word(place) {
          let isPercent = words.percent.contains { row in
            row.enumerated().allSatisfy { self.word(place + $0.offset) == $0.element }
          }
          let isPoints =
            words.points.contains(word)
            || words.behindPercentage.contains(word)
              && self.word(place + 1).map(words.points.contains) == true
          if isPercent { shares[0] += 1 } else if isPoints { shares[1] += 1 }
        }
      }
      return shares
    }
  }
}
