import CalqueModel
import TestSupport
import Testing

@Suite("The writer of JSON")
struct JSONTextTests {
  @Test("writes an object on one line, its members in the order given")
  func order() {
    var json = JSONText()
    json.object {
      $0.member("score", 88)
      $0.member("source", "l’IA")
      $0.member("isExact", false)
      $0.member("flags", ["numbers", "typography"])
      $0.member("target", nil as String?)
      $0.member("aligned", nil as Int?)
    }
    #expect(
      json.text == #"{"score":88,"source":"l’IA","isExact":false,"#
        + #""flags":["numbers","typography"],"target":null,"aligned":null}"#)
    #expect(json.utf8 == Array(json.text.utf8))
  }

  @Test("puts commas between members and values, and none before the first or behind the last")
  func commas() {
    var json = JSONText()
    json.array { json in
      json.object { _ in }
      json.array { _ in }
      json.array { json in
        json.value(1)
        json.value("a")
        json.array { $0.value(2) }
        json.value(nil as Int?)
      }
      json.object { json in
        json.name("a")
        json.object { $0.member("b", [] as [String]) }
        json.member("c", true)
      }
      json.value(-3)
    }
    #expect(json.text == #"[{},[],[1,"a",[2],null],{"a":{"b":[]},"c":true},-3]"#)
  }

  @Test(
    "escapes quotes, backslashes, control characters, line separators and bidi overrides",
    arguments: [
      ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("a\nb", #""a\nb""#), ("\r\t", #""\r\t""#),
      ("\u{0}\u{1F}", #""\u0000\u001f""#), ("\u{1B}[31m", #""\u001b[31m""#),
      ("\u{7F}\u{9F}", #""\u007f\u009f""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("\u{202A}\u{202E}", #""\u202a\u202e""#), ("\u{2066}\u{2069}", #""\u2066\u2069""#),
      ("/ ' < >", #""/ ' < >""#), ("é 🙂 \u{A0}", "\"é 🙂 \u{A0}\""), ("", #""""#),
    ])
  func escapes(text: String, written: String) {
    var json = JSONText()
    json.value(text)
    #expect(json.text.unicodeScalars.elementsEqual(written.unicodeScalars))
  }

  @Test("goes behind bytes that are there, and gives all back")
  func behind() {
    var json = JSONText(after: Array("first\n".utf8))
    json.object { json in json.member("a", 1) }
    #expect(json.takeBytes() == Array("first\n{\"a\":1}".utf8))
    json.array { json in json.value(2) }
    #expect(json.text == "[2]")
  }

  @Test("escapes names as it escapes values")
  func names() {
    var json = JSONText()
    json.object { $0.member(given: "a\"\u{202E}", 1) }
    #expect(json.text == #"{"a\"\u202e":1}"#)
  }

  @Test("gives back every scalar that can be in a text")
  func scalars() throws {
    var text = String.UnicodeScalarView()
    for value in Array(0...0x2FFF) + [0xD7FF, 0xE000, 0xFEFF, 0xFFFF, 0x1_0000, 0x10_FFFF] {
      if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
    }
    var json = JSONText()
    json.value(String(text))
    #expect(try ParsedJSON(json.text) == .string(Array(text)))
    // Nothing that ends a line or turns its direction is left.
    let bare = json.text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control
        || scalar.properties.isBidiControl
          && scalar.value > 0x2000 && !(0x200E...0x200F).contains(scalar.value)
        || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator
    }
    #expect(bare.isEmpty)
  }

  @Test(
    "writes a number with as many decimals as asked for",
    arguments: [
      (0, 3, "0.000"), (1, 0, "1"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.05, 2, "0.05"),
      (0.999, 2, "1.00"), (-0.001, 2, "0.00"), (-1.25, 1, "-1.3"), (12.345678, 4, "12.3457"),
      (999_999_999_999, 1, "999999999999.0"), (1e12, 0, "null"), (-1e12, 0, "null"),
      (.nan, 2, "null"), (.infinity, 2, "null"), (-.infinity, 2, "null"),
      (1e11, 12, "null"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, digits: Int, written: String) {
    var json = JSONText()
    json.object { $0.member("n", value, digits: digits) }
    #expect(json.text == "{\"n\":\(written)}")
  }

  @Test("puts a comma behind a number with decimals, also where it is null")
  func commaBehindDecimals() {
    var json = JSONText()
    json.object {
      $0.member("a", 0.5, digits: 1)
      $0.member("b", Double.nan, digits: 1)
      $0.member("c", 1)
    }
    #expect(json.text == #"{"a":0.5,"b":null,"c":1}"#)
  }

  @Test("rounds to the nearest decimal", arguments: [0xDEC1 as UInt64])
  func rounding(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let value = Double.random(in: -1_000_000...1_000_000, using: &random)
      let digits = random.number(below: 7)
      var json = JSONText()
      json.object { $0.member("n", value, digits: digits) }
      let parsed = try ParsedJSON(json.text)
      guard case .object(let members) = parsed, case .number(let written) = members[0].value,
        let read = Double(written)
      else {
        Issue.record("seed \(seed): \(json.text)")
        continue
      }
      var unit = 1.0
      for _ in 0..<digits { unit /= 10 }
      #expect(abs(read - value) <= unit * 0.5001, "seed \(seed): \(value) as \(written)")
    }
  }

  @Test("writes values that an independent reader reads back", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let value = Self.value(depth: 5, &random)
      var json = JSONText()
      Self.write(value, to: &json)
      #expect(try ParsedJSON(json.text) == value, "seed \(seed): \(json.text)")
    }
  }

  private static let pieces: [String] = [
    "a", "é", "e\u{301}", "\"", "\\", "\n", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}",
    "🙂", "/", "{", "]", ",", ":", "null", "\u{10FFFF}", "œ",
  ]

  private static func text(_ random: inout SplitMix64) -> [Unicode.Scalar] {
    (0..<random.number(below: 6)).flatMap { _ in
      Array(pieces[random.number(below: pieces.count)].unicodeScalars)
    }
  }

  private static func value(depth: Int, _ random: inout SplitMix64) -> ParsedJSON {
    switch random.number(below: depth == 0 ? 3 : 5) {
    case 0: return .string(text(&random))
    case 1: return .number(String(Int(truncatingIfNeeded: random.next())))
    case 2: return .null
    case 3:
      return .array((0..<random.number(below: 4)).map { _ in value(depth: depth - 1, &random) })
    default:
      return .object(
        (0..<random.number(below: 4)).map { _ in
          let isFlag = random.number(below: 5) == 0
          return ParsedJSON.Member(
            name: text(&random),
            value: isFlag
              ? .boolean(random.number(below: 2) == 0) : value(depth: depth - 1, &random))
        })
    }
  }

  private static func write(_ value: ParsedJSON, to json: inout JSONText) {
    switch value {
    case .null: json.value(nil as String?)
    case .number(let number): json.value(Int(number))
    case .string(let scalars): json.value(string(scalars))
    case .array(let values): json.array { json in for value in values { write(value, to: &json) } }
    case .object(let members):
      json.object { json in
        for member in members {
          json.name(given: string(member.name))
          if case .boolean(let flag) = member.value {
            json.value(JSONValue.boolean(flag))
          } else {
            write(member.value, to: &json)
          }
        }
      }
    case .boolean: Issue.record("a flag is written as a member")
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
