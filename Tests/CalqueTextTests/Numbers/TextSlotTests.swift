import CalqueModel
import Testing

@testable import CalqueText

@Suite("The slots of a text")
struct TextSlotTests {
  /// The slots in short, each with the words that fill it: `12 000=12000`, `mars=month 2`.
  private func slots(_ text: String, _ language: Language) -> [String] {
    var scanner = TextScanner()
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    let bytes = Array(text.utf8)
    return TextSlot.slots(of: compared, in: language).map { slot in
      let range =
        compared.ranges[slot.tokens.lowerBound]
        .lowerBound..<compared.ranges[slot.tokens.upperBound - 1].upperBound
      let written = String(decoding: bytes[range], as: UTF8.self)
      switch slot.content {
      case .number(let number):
        let value = String(decoding: number.value, as: UTF8.self)
        return "\(written)=\(value)" + (slot.ending.isEmpty ? "" : "." + slot.ending)
      case .month(let month): return "\(written)=month \(month)"
      case .weekday(let day): return "\(written)=day \(day)"
      }
    }
  }

  @Test(
    "are the numbers, months and weekdays of a French text, in their order",
    arguments: [
      (
        "Le mardi 3 mars 2024, il a 12 000 voix.",
        ["mardi=day 1", "3=3", "mars=month 2", "2024=2024", "12 000=12000"]
      ),
      ("le 1er mai", ["1er=1.er", "mai=month 4"]), ("la 3e fois", ["3e=3.e"]),
      ("3 sept. 2023", ["3=3", "sept=month 8", "2023=2023"]), ("sept arbres", ["sept=7"]),
      ("3,4 milliards d’euros", ["3,4 milliards=3400000000"]),
      ("une douzaine d’œufs", ["une douzaine=12"]), ("Rien ici.", []),
      ("👩‍👩‍👧 été : 5 €", ["5=5"]), ("e\u{301}te\u{301} 12\u{202F}000", ["12\u{202F}000=12000"]),
      ("le 2 en 2023", ["2=2", "2023=2023"]),
    ])
  func french(text: String, expected: [String]) {
    #expect(slots(text, .french) == expected)
  }

  @Test(
    "are those of an English text; names that are other words count beside a number or a capital",
    arguments: [
      ("On March 3, 2024", ["March=month 2", "3=3", "2024=2024"]), ("He may go.", []),
      ("In May he went.", ["May=month 4"]), ("They march on.", []),
      ("3 may", ["3=3", "may=month 4"]),
      ("the 2nd of November", ["2nd=2.nd", "November=month 10"]),
      ("Nov. 3", ["Nov=month 10", "3=3"]),
      ("Monday and Tue", ["Monday=day 0"]), ("sat down on Saturday", ["Saturday=day 5"]),
      ("two billion and 3bn", ["two billion=2000000000", "3bn=3000000000"]),
      ("May he live!", []),
    ])
  func english(text: String, expected: [String]) {
    #expect(slots(text, .english) == expected)
  }

  @Test("are numbers in digits alone in a language without such words")
  func others() {
    #expect(
      slots("Am 3. März 2024, 12.000 Euro", Language("de")) == ["3=3", "2024=2024", "12.000=12000"])
  }
}

@Suite("A value moved by powers of ten")
struct ShiftedValueTests {
  private func shifted(_ value: String, _ power: Int) -> String {
    String(decoding: NumberValue.shifted(Array(value.utf8), by: power), as: UTF8.self)
  }

  @Test(
    "has its point moved and no zeros at its ends",
    arguments: [
      ("3.4", 9, "3400000000"), ("12", 3, "12000"), ("0", 6, "0"), ("0.05", 1, "0.5"),
      ("0.05", 2, "5"), ("1.25", 1, "12.5"), ("1.5", 0, "1.5"), ("7", 0, "7"), ("0.001", 2, "0.1"),
      ("1.2.3", 6, "1.2.3"), ("-3", 3, "-3"), ("12a", 3, "12a"),
    ])
  func points(value: String, power: Int, expected: String) {
    #expect(shifted(value, power) == expected)
  }

  @Test("is the value times ten, and again", arguments: ["1", "12.5", "0.007", "999.999", "1000"])
  func twin(value: String) {
    var step = value
    for power in 0...12 {
      #expect(shifted(value, power) == step, "\(power)")
      step = shifted(step, 1)
    }
  }

  @Test(
    "has its parts told by the signs of the language, or by the others",
    arguments: [
      ("1.234,50", NumberSigns.comma, "1234", "50"), ("1,234.50", .comma, "1234", "50"),
      ("1,234.50", .point, "1234", "50"), ("1,234", .point, "1234", nil),
      ("1,234", .comma, "1", "234"), ("12", .comma, "12", nil), ("1.2.3", .comma, nil, nil),
      ("1,23,456", .point, nil, nil), ("1234,567", .point, "1234", "567"), ("3,", .comma, "3", ""),
    ] as [(String, NumberSigns, String?, String?)])
  func parts(text: String, signs: NumberSigns, whole: String?, decimals: String?) {
    let parts = NumberValue.parts(of: text.unicodeScalars.map(\.value), signs)
    #expect(parts.map { String(decoding: $0.whole, as: UTF8.self) } == whole)
    #expect(parts?.decimals.map { String(decoding: $0, as: UTF8.self) } == decimals)
  }
}
