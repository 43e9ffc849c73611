import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("Numbers in words")
struct NumberWordsTests {
  private typealias Speller = @Sendable (Int) -> String
  private static let languages: [(language: Language, noun: String, spell: Speller)] = [
    (.french, "arbres", SpelledNumbers.french), (.english, "trees", SpelledNumbers.english),
  ]

  /// The numbers of a text by `NumberReader`.
  private func values(_ text: String, _ language: Language) -> [String] {
    var scanner = TextScanner()
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    return NumberReader.numbers(of: compared, in: language).map {
      String(decoding: $0.value, as: UTF8.self)
    }
  }

  /// The first readings of a text's quantities.
  private func quantities(_ text: String, _ language: Language) -> [Double] {
    var reader = QuantityReader(LanguageTag(language.primary))
    return reader.quantities(in: text).map { $0.readings[0].value }
  }

  /// All numbers below 1,100, and some above: round ones, their neighbours, and any others.
  private func numbers(seed: UInt64) -> [Int] {
    var random = SplitMix64(seed: seed)
    let round = [2_000, 10_000, 21_000, 71_000, 80_000, 100_000, 200_000, 1_000_000, 81_000_000]
    let near = round.flatMap { [$0 - 1, $0, $0 + 1, $0 + 80, $0 + 100] }
    let others = (0..<300).map { _ in random.number(below: 1_000_000_000) }
    // *Deux millions une fois* has a number that ends before *une*.
    return (Array(2..<1_100) + near + others).filter { $0 < 1_000_000 || $0 % 1_000_000 != 1 }
  }

  @Test("are read as the numbers that they spell, by both readers")
  func readBack() {
    let seed = UInt64.random(in: 1...1_000_000)
    for (language, noun, spell) in Self.languages {
      for number in numbers(seed: seed) {
        let text = "\(spell(number)) \(noun)"
        #expect(values(text, language) == ["\(number)"], "seed \(seed): \(text)")
        #expect(quantities(text, language) == [Double(number)], "seed \(seed): \(text)")
      }
    }
  }

  @Test("are written as a school book writes them, from 0 to 100")
  func written() {
    for (language, _, spell) in Self.languages {
      let rules = language.rules
      let words = rules.numberSpelling?.words
      #expect(words == (0...100).map(spell))
    }
  }

  @Test("of the Swiss and the Belgians are read as well")
  func septante() {
    for (words, value) in [
      ("septante-deux", 72), ("nonante", 90), ("huitante et un", 81), ("cent nonante-neuf", 199),
    ] {
      #expect(values("\(words) arbres", .french) == ["\(value)"], "\(words)")
      #expect(quantities("\(words) arbres", .french) == [Double(value)], "\(words)")
    }
  }

  @Test("end where another number or the words of a sentence begin")
  func ends() {
    for (text, expected) in [
      ("entre cinq mille et un million", [5_000, 1_000_000]), ("cinq ou six arbres", [5, 6]),
      ("deux cents une fois l'an", [200]), ("mille et une nuits", [1_001]),
      ("cent un arbres", [101]),
      ("trois cent un millions", [301_000_000]), ("cent et une raisons", [101]),
    ] as [(String, [Double])] {
      #expect(quantities(text, .french).filter { $0 > 1 } == expected, "\(text)")
    }
    for (text, expected) in [
      ("between five thousand and one million", [5_000, 1_000_000]),
      ("two hundred and one trees", [201]), ("a hundred and a few more", [100]),
      ("he paid two hundred one day", [200]), ("a thousand and one nights", [1_001]),
      ("two thousand one hundred and one trees", [2_101]),
      ("two hundred and one million", [201_000_000]), ("one million one thousand", [1_001_000]),
      ("five thousand one million dreams", [5_000, 1_000_000]),
    ] as [(String, [Double])] {
      let found = quantities(text, .english).filter { $0 > 1 }
      #expect(found == expected, "\(text)")
    }
  }

  @Test("combine below a hundred as the language counts")
  func combined() {
    let (french, english) = (French.numberWords, English.numberWords)
    for (first, second, sum) in [
      (20, 1, 21), (60, 9, 69), (100, 7, 107), (200, 80, 280), (20, 10, nil), (5, 6, nil),
      (21, 1, nil), (0, 5, nil),
    ] as [(Int, Int, Int?)] {
      #expect(french.combined(first, second) == sum, "\(first) \(second)")
      #expect(english.combined(first, second) == sum, "\(first) \(second)")
    }
    for (first, second, sum) in [
      (60, 10, 70), (80, 19, 99), (10, 7, 17), (4, 20, 80), (104, 20, 180), (10, 6, nil),
      (50, 10, nil),
    ] as [(Int, Int, Int?)] {
      #expect(french.combined(first, second) == sum, "\(first) \(second)")
      #expect(english.combined(first, second) == nil, "\(first) \(second)")
    }
  }

  @Test("of a rank have the ending of their language")
  func ordinals() throws {
    let french = try #require(French.numberSpelling)
    let english = try #require(English.numberSpelling)
    for (number, mine, theirs) in [
      (1, "er", "st"), (2, "e", "nd"), (3, "e", "rd"), (4, "e", "th"), (11, "e", "th"),
      (12, "e", "th"), (13, "e", "th"), (21, "e", "st"), (22, "e", "nd"), (111, "e", "th"),
      (101, "e", "st"), (1_003, "e", "rd"),
    ] {
      #expect(french.ordinalEnding(number) == mine, "\(number)")
      #expect(english.ordinalEnding(number) == theirs, "\(number)")
    }
    #expect((french.firstDayEnding, english.firstDayEnding) == ("er", ""))
    #expect((french.months.count, english.months.count) == (12, 12))
    #expect(french.months.map(folded) == French.calendar.months.map { $0[0] })
    #expect(english.days.map(folded) == English.calendar.days.map { $0[0] })
  }
}
