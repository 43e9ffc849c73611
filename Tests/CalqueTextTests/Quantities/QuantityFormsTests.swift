import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("The forms of a quantity")
struct QuantityFormsTests {
  /// The quantities in short: all readings of each, apart by ` or `.
  private func read(_ text: String, _ language: LanguageTag) -> [String] {
    var reader = QuantityReader(language)
    return reader.quantities(in: text).map { quantity in
      quantity.readings.map { reading in
        let value =
          reading.value == reading.value.rounded() ? "\(Int(reading.value))" : "\(reading.value)"
        let unit =
          switch reading.unit {
          case nil: ""
          case .percent: "%"
          case .points: "pt"
          case .currency(let code): " " + code
          case .measure(let symbol): " " + symbol
          case .time(let days): " d\(days == 1.0 / 24 ? "/24" : "*\(Int(days))")"
          }
        return (reading.kind == .number ? "" : "\(reading.kind) ") + value + unit
      }.joined(separator: " or ")
    }
  }

  @Test(
    "end before what begins another number, or counts times",
    arguments: [
      ("between one hundred and one hundred and fifty people", "en", ["100", "150"]),
      ("two hundred and one people", "en", ["201"]),
      ("deux mille un an plus tard", "fr", ["2000"]),
      ("deux mille une fois par an", "fr", ["2000"]), ("mille une nuits", "fr", ["1001"]),
    ])
  func ends(text: String, language: String, expected: [String]) {
    // The likeliest reading alone: the ends of a range may share a scale.
    let likeliest = read(text, LanguageTag(language)).map { $0.prefix { $0 != " " } }
    #expect(likeliest.map(String.init) == expected)
  }

  @Test(
    "are dates in numbers, the day or the month first as the language has it",
    arguments: [
      ("14/07/2023", "fr", ["14", "month 7", "2023"]),
      ("2023-07-14", "fr", ["2023", "month 7", "14"]),
      ("14.7.2023", "fr", ["14", "month 7", "2023"]),
      ("07/08/2023", "fr", ["7", "month 8", "2023"]),
      ("07/08/2023", "en-US", ["month 7", "8", "2023"]),
      ("07/08/2023", "en", ["7", "month 8", "2023"]),
      ("14/07/2023", "en-US", ["14", "month 7", "2023"]),
      ("2023-07-14", "en-US", ["2023", "month 7", "14"]),
      ("32/01/2023", "fr", ["32", "1", "2023"]), ("1/2/3", "fr", ["1", "2", "3"]),
      ("2.10.4", "fr", ["2104"]), ("2023.7.14", "fr", ["14", "month 7", "2023"]),
    ])
  func numericDates(text: String, language: String, expected: [String]) {
    let tag = LanguageTag(language)
    #expect(read(text, tag) == expected)
    var reader = QuantityReader(tag)
    let isDate = expected.contains { $0.hasPrefix("month") }
    #expect(reader.quantities(in: text).allSatisfy { $0.isDate == isDate })
  }

  @Test("are at their places, whichever order a date in numbers has")
  func placesOfDates() {
    for (tag, text) in [("en-US", "07/18/2023"), ("fr", "18/07/2023"), ("fr", "07/18/2023")] {
      var reader = QuantityReader(LanguageTag(tag))
      let bytes = Array(text.utf8)
      for quantity in reader.quantities(in: text) {
        let written = String(decoding: bytes[quantity.range], as: UTF8.self)
        #expect(Double(written) == quantity.readings[0].value, "\(tag) \(text)")
      }
    }
  }

  @Test(
    "are dates in words, with their days and years",
    arguments: [
      ("du 3 au 5 novembre 2023", "fr", ["3", "5", "month 11", "2023"]),
      ("le 1er janv. 2024", "fr", ["1", "month 1", "2024"]), ("en août", "fr", ["month 8"]),
      ("les 3 et 4 mai", "fr", ["3", "4", "month 5"]),
      ("sept arbres en sept. 2023", "fr", ["7", "month 9", "2023"]),
      ("Mars attaque", "fr", []), ("le 3 Mars", "fr", ["3", "month 3"]),
      ("November 3-5, 2023", "en", ["month 11", "3", "5", "2023"]),
      ("3rd of November", "en", ["3", "month 11"]), ("May 3", "en", ["month 5", "3"]),
      ("may 3", "en", ["3"]), ("since March", "en", ["month 3"]), ("March on!", "en", []),
      ("on Mondays", "en", ["weekday 1"]), ("monday", "en", []),
      ("tous les lundis", "fr", ["weekday 1"]),
    ])
  func dates(text: String, language: String, expected: [String]) {
    #expect(read(text, LanguageTag(language)) == expected)
  }

  @Test(
    "are times of the day, in the ways of each language",
    arguments: [
      ("à 15 h 30", "fr", ["time 930 or 15.5 d/24"]),
      ("6h05", "fr", ["time 365 or 6.083333333333333 d/24"]),
      ("à 20 heures", "fr", ["20 d/24 or time 1200"]), ("24 heures", "fr", ["24 d/24 or time 0"]),
      ("midi et minuit", "fr", ["time 720", "time 0"]), ("3:30 p.m.", "en", ["time 930"]),
      ("12 a.m.", "en", ["time 0"]), ("12 p.m.", "en", ["time 720"]),
      ("9:15", "en", ["time 555 or time 1275 or 9.25 d/24"]), ("25:30", "en", ["25", "30"]),
      ("noon", "en", ["time 720"]), ("5 o'clock", "en", ["5"]),
      ("15 h 99", "fr", ["15 d/24 or time 900", "99"]),
    ])
  func times(text: String, language: String, expected: [String]) {
    #expect(read(text, LanguageTag(language)) == expected)
  }

  @Test(
    "are amounts, with the sign of the currency before or behind",
    arguments: [
      ("€5", "en", ["5 EUR"]), ("5 €", "fr", ["5 EUR"]), ("5 M€", "fr", ["5000000 EUR"]),
      ("$1.5 trillion", "en", ["1500000000000 dollar"]),
      ("5 millions de dollars", "fr", ["5000000 dollar"]),
      ("100 livres sterling", "fr", ["100 GBP"]), ("£20bn", "en", ["20000000000 GBP"]),
      ("20 pounds", "en", ["20 GBP"]), ("un million d’euros", "fr", ["1000000 EUR"]),
      ("3,5 milliards de yens", "fr", ["3500000000 JPY"]), ("CHF 5", "fr", ["5"]),
    ])
  func amounts(text: String, language: String, expected: [String]) {
    #expect(read(text, LanguageTag(language)) == expected)
  }

  @Test(
    "are measures and shares",
    arguments: [
      ("120 km/h", "fr", ["120 km/h"]), ("5 kilomètres carrés", "fr", ["5 km2"]),
      ("30 °C", "fr", ["30 °"]),
      ("moins 5 degrés", "fr", ["-5 °"]), ("-5", "fr", ["-5"]), ("2-5", "fr", ["2 or 2", "5"]),
      ("3 points", "fr", ["3pt"]), ("3 percentage points", "en", ["3pt"]),
      ("12 pour cent", "fr", ["12%"]),
      ("7 à 9 %", "fr", ["7%", "9%"]),
      ("un sur trois", "fr", ["3 or 0.3333333333333333 or 33.333333333333336%"]),
      ("les deux tiers", "fr", ["0.6666666666666666 or 66.66666666666666%"]),
      ("half", "en", ["0.5 or 50%"]), ("5 sq km", "en", ["5 km2"]), ("10 tonnes", "fr", ["10 t"]),
    ])
  func measures(text: String, language: String, expected: [String]) {
    #expect(read(text, LanguageTag(language)) == expected)
  }

  @Test("know whether they stand in brackets, and how sure a translation is to have them")
  func sureness() {
    var reader = QuantityReader("fr")
    let found = reader.quantities(in: "Il a 12 ans (soit 144 mois), deux amis et un premier prix.")
    #expect(found.map(\.isAside) == [false, true, false, false])
    #expect(found.map(\.weight) == [.digits, .digits, .word, .weak])
    #expect(Quantity.Weight.weak < .word && Quantity.Weight.word < .digits)
  }

  @Test(
    "agree where they say the same, whatever the unit that one side leaves out",
    arguments: [
      (12.0, nil, 12.0, nil, true), (12, nil, 13, nil, false), (5, .percent, 5, nil, false),
      (5, nil, 5, .percent, false), (5, .percent, 5, .percent, true),
      (5, .percent, 5, .points, false),
      (5, .currency("EUR"), 5, nil, true), (5, .currency("EUR"), 5, .currency("GBP"), false),
      (5, .measure("km"), 5, .measure("m"), false), (5, .measure("km"), 5, nil, true),
      (15, .time(days: 1), 2, .time(days: 7), true), (8, .time(days: 1), 1, .time(days: 7), true),
      (10, .time(days: 1), 1, .time(days: 7), false),
      (2, .time(days: 1), 2.001, .time(days: 1), false),
      (24, .hour, 1, .time(days: 1), true), (5, .points, 5, nil, true),
      (5, .points, 5, .measure("km"), true), (5, .points, 5, .percent, false),
    ] as [(Double, QuantityUnit?, Double, QuantityUnit?, Bool)])
  func agreement(
    value: Double, unit: QuantityUnit?, other: Double, otherUnit: QuantityUnit?, agrees: Bool
  ) {
    let (first, second) = (
      Quantity.Reading(.number, value, unit), Quantity.Reading(.number, other, otherUnit)
    )
    #expect(first.agrees(with: second) == agrees)
    #expect(second.agrees(with: first) == agrees, "and the other way round")
  }

  @Test("never agree across kinds")
  func kinds() {
    let kinds: [Quantity.Kind] = [.number, .month, .weekday, .time]
    for kind in kinds {
      for other in kinds {
        #expect(Quantity.Reading(kind, 3).agrees(with: .init(other, 3)) == (kind == other))
      }
    }
  }
}

@Suite("Numbers in Roman letters and in digits")
struct RomanNumberTests {
  /// A Roman number by the letters of each place: the obvious way.
  private static func written(_ number: Int) -> String {
    func digits(_ digit: Int, _ one: String, _ five: String, _ ten: String) -> String {
      [
        "", one, one + one, one + one + one, one + five, five, five + one, five + one + one,
        five + one + one + one, one + ten,
      ][digit]
    }
    return String(repeating: "M", count: number / 1_000) + digits(number / 100 % 10, "C", "D", "M")
      + digits(number / 10 % 10, "X", "L", "C") + digits(number % 10, "I", "V", "X")
  }

  @Test("are read from 1 to 3999, each in its usual form")
  func all() {
    for number in 1..<4_000 {
      #expect(RomanNumber.value(of: Self.written(number)[...]) == number)
    }
  }

  @Test(
    "are none in any other form",
    arguments: ["", "IIII", "VV", "IC", "IL", "XM", "VX", "MMMM", "iv", "A", "IXI", "XIVX", "DCD"])
  func none(letters: String) {
    #expect(RomanNumber.value(of: letters[...]) == nil)
  }

  @Test(
    "have one value by the signs of the language, two where both conventions fit",
    arguments: [
      ("12000", [12_000], [12_000]), ("3,4", [3.4], [3.4]), ("3.4", [3.4], [3.4]),
      ("19,000", [19, 19_000], [19_000]), ("45.500", [45_500], [45.5, 45_500]),
      ("1.234,5", [1_234.5], [1_234.5]), ("1,234.5", [1_234.5], [1_234.5]),
      ("1.2.3", [123], [123]), ("1902.11.21", [19_021_121], [19_021_121]), ("٣٤", [34], [34]),
      ("", [], []),
    ] as [(String, [Double], [Double])])
  func digits(text: String, french: [Double], english: [Double]) {
    #expect(NumberInDigits.values(of: text, decimalComma: true) == french)
    #expect(NumberInDigits.values(of: text, decimalComma: false) == english)
  }
}
