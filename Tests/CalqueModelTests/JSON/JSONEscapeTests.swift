import TestSupport
import Testing

@testable import CalqueModel

@Suite("Strings in JSON")
struct JSONEscapeTests {
  /// The string in quotes, scalar by scalar.
  private static func quoted(_ text: String) -> String {
    let escapes: [UInt32: String] = [
      0x22: "\\\"", 0x5C: "\\\\", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t",
    ]
    let scalars = text.unicodeScalars.map { scalar -> String in
      if let escape = escapes[scalar.value] { return escape }
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: return String(scalar)
      }
    }
    return "\"" + scalars.joined() + "\""
  }

  @Test("are written as scalar by scalar, and read again", arguments: UInt64(0)..<300)
  func twin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "plain words of some length", "é", "\u{80}", "\u{9F}", "\u{A0}", "\u{C2}", "\"", "\\",
      "\n", "\u{0}", "\u{7F}", "…", "\u{2027}", "\u{2028}", "\u{202E}", "\u{202F}", "\u{2065}",
      "\u{2066}", "\u{2069}", "\u{206A}", "€", "😀",
    ]
    let text = (0..<random.number(below: 20)).map { _ in
      pieces[random.number(below: pieces.count)]
    }.joined()
    var json = JSONText()
    json.value(text)
    #expect(json.text.hasSameBytes(as: Self.quoted(text)), "seed \(seed)")
    #expect(JSONValue(json.text) == .string(text), "seed \(seed)")
  }
}
