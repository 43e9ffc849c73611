import CalqueText
import Testing

@Suite("The value of a number")
struct NumberValueTests {
  private func plain(_ text: String) -> [UInt32] {
    var scanner = TextScanner()
    scanner.scan(text)
    return scanner.tokens.first.map { scanner.text.plain($0) } ?? []
  }

  @Test(
    "is the same whatever groups its digits, by the signs of the language",
    arguments: [
      ("12000", NumberSigns.comma, "12000"), ("12 000", .comma, "12000"),
      ("12\u{202F}000", .comma, "12000"), ("12.000", .comma, "12000"),
      ("12,000", .point, "12000"), ("1,234,567.80", .point, "1234567.8"),
      ("1.234.567,80", .comma, "1234567.8"), ("3,40", .comma, "3.4"), ("3.4", .point, "3.4"),
      ("3.4", .comma, "3.4"), ("3,4", .point, "3.4"), ("1,200,000", .comma, "1200000"),
      ("12,000", .comma, "12"), ("007", .point, "7"), ("0", .point, "0"), ("0,0", .comma, "0"),
      ("1.2.3", .point, "1.2.3"), ("2023.11.03", .comma, "2023.11.03"), ("٣٤", .point, "34"),
    ])
  func reading(text: String, signs: NumberSigns, value: String) {
    #expect(String(decoding: NumberValue.reading(of: plain(text), signs), as: UTF8.self) == value)
  }

  @Test(
    "may be two where no language is known",
    arguments: [
      ("12000", ["12000"]), ("12,000", ["12000", "12"]), ("3.4", ["3.4"]), ("1.2.3", ["1.2.3"]),
    ])
  func readings(text: String, values: [String]) {
    #expect(
      NumberValue.readings(of: plain(text)).map { String(decoding: $0, as: UTF8.self) } == values)
  }
}
