import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A compiled catalogue")
struct CompiledCatalogueTests {
  /// A compiled catalogue.
  private func compiled(_ pairs: [(String, String)], isLittle: Bool, count: Int? = nil) -> [UInt8] {
    func word(_ value: Int) -> [UInt8] {
      let bytes = (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) }
      return isLittle ? bytes : bytes.reversed()
    }
    let size = pairs.count
    var body = [UInt8]()
    var tables: [[UInt8]] = [[], []]
    for pair in pairs {
      for (number, text) in [pair.0, pair.1].enumerated() {
        tables[number] += word(text.utf8.count) + word(28 + 16 * size + body.count)
        body += Array(text.utf8) + [0]
      }
    }
    return word(0x9504_12DE) + word(0) + word(count ?? size) + word(28) + word(28 + 8 * size)
      + word(0) + word(0) + tables[0] + tables[1] + body
  }

  @Test("is read in both orders of bytes", arguments: [true, false])
  func compiled(isLittle: Bool) throws {
    let bytes = compiled(
      [
        ("", "Content-Type: text/plain; charset=UTF-8\nLanguage: fr\n"),
        ("menu\u{4}day\0days", "jour\0jours"), ("summit", "sommet"),
      ], isLittle: isLittle)
    let reading = try Reading(bytes, name: "a.mo")
    #expect(reading.texts == [["day", "jour"], ["days", "jours"], ["summit", "sommet"]])
    #expect(reading.units[0].externalID == "menu")
    let written = try Writing(back: reading).text
    #expect(written.contains("\"Language: fr\\n\""))
    #expect(written.contains("msgctxt \"menu\"\nmsgid \"day\"\nmsgid_plural \"days\"\n"))
  }

  @Test("that is cut, or counts too much, is refused")
  func cut() {
    let bytes = compiled([("", "Language: fr\n"), ("a", "b")], isLittle: true)
    for broken in [
      Array(bytes.prefix(40)), compiled([("a", "b")], isLittle: true, count: 0x7FFF_FFFF),
    ] {
      #expect(throws: FormatError.self) { try Reading(broken, name: "a.mo") }
    }
  }
}
