import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("The short quotations of a block")
struct QuotationsTests {
  private func short(_ text: String) -> [String] {
    let units = Array(text.utf16)
    return Quotations.short(in: units).map { String(decoding: units[$0], as: UTF16.self) }
  }

  @Test(
    "are those in pairs of marks",
    arguments: [
      ("a « b » c", ["« b »"]), ("a “b” c", ["“b”"]), ("a \"b\" c", ["\"b\""]),
      ("(a) [b] {c} ‹d›", ["(a)", "[b]", "{c}", "‹d›"]),
      ("a (b « c » d)", ["(b « c » d)", "« c »"]), ("\"a\"", ["\"a\""]),
      ("(\"a\")", ["(\"a\")", "\"a\""]),
      ("a « b", []), ("a » b", []), ("a\"b\" c", []), ("(a]", []), ("(a [b) c]", ["(a [b)"]),
      ("", []),
      ("5\" et 6\"", []),
    ])
  func pairs(text: String, found: [String]) { #expect(short(text) == found) }

  @Test("are no longer than 80 units and their mark")
  func length() {
    let inside = String(repeating: "a", count: 79)
    #expect(short("(\(inside))") == ["(\(inside))"])
    #expect(short("(\(inside)a)") == [])
    #expect(short("(\(inside)a (b)") == ["(b)"])
    // The longest one still holds the place of its last mark.
    #expect(Quotations.containing(80, among: [0..<81]) == 0..<81)
    #expect(Quotations.containing(81, among: [0..<81]) == nil)
    #expect(Quotations.containing(0, among: [0..<81]) == nil)
  }

  @Test("hold the places inside them, outermost first", arguments: 0..<20 as Range<UInt64>)
  func containing(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "(", ")", "« ", " »", "\"", " \"", "a", "bcd ", "[", "]", String(repeating: "x", count: 40),
    ]
    for _ in 0..<20 {
      let text = (0..<random.number(below: 40)).map { _ in
        pieces[random.number(below: pieces.count)]
      }.joined()
      let units = Array(text.utf16)
      let quotations = Quotations.short(in: units)
      for place in 0...units.count {
        let expected = quotations.first { $0.lowerBound < place && place < $0.upperBound }
        #expect(
          Quotations.containing(place, among: quotations) == expected,
          "seed \(seed), place \(place): \(text)")
      }
    }
  }
}
