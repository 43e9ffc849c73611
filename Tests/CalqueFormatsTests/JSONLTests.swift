import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("JSON lines")
struct JSONLTests {
  @Test("hold random units and concepts whole, and are written again as the same bytes")
  func whole() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = RandomUnits(seed: seed)
    let units = (0..<60).map { _ in random.unit() }
    let written = try Writing(.jsonl, units: units)
    let read = try Reading(written.text.utf8, name: "a.jsonl")
    #expect(read.units == units, "seed \(seed)")
    #expect(try Writing(back: read).text == written.text, "seed \(seed)")
    let concepts = (0..<60).map { _ in random.concept() }
    let glossary = try Writing(.jsonl, concepts: concepts)
    let back = try Reading(glossary.text.utf8, name: "a.jsonl")
    #expect(back.concepts == concepts, "seed \(seed)")
    #expect(back.detected.kind == .glossary)
  }

  @Test("keep the order of terms, a language in another spelling, attributes that come twice")
  func oddities() throws {
    var concept = Concept(
      terms: [
        Term(language: "fr", text: "a"), Term(language: "en", text: "b"),
        Term(language: "FR", text: "c", rawStatus: "Obsolète", type: .form),
        Term(language: "en", text: "d", status: .forbidden),
      ])
    concept.meta.attributes = [
      Meta.Attribute(name: "x", value: "1"), Meta.Attribute(name: "x", value: "2"),
    ]
    let written = try Writing(.jsonl, concepts: [concept]).text
    let read = try #require(try Reading(written.utf8, name: "a.jsonl").concepts.first)
    #expect(read == concept)
    #expect(read.terms.map(\.language.written) == ["fr", "en", "FR", "en"])
  }

  @Test("begin a dump with the header of the file from which a memory came")
  func header() throws {
    let header = FileHeader(
      format: .tmx, version: "1.4", languages: ["fr"], text: "<tmx version=\"1.4\"><header/>")
    var options = WriterOptions(languages: ["fr", "en"])
    options.dumpedKind = .memory
    let unit = TranslationUnit(variants: [
      Variant(language: "fr", text: "oui"), Variant(language: "en", text: "yes"),
    ])
    let written = try Writing(.jsonl, header: header, options: options, units: [unit]).text
    let read = try Reading(written.utf8, name: "a.jsonl")
    #expect(read.header?.format == .tmx)
    #expect(read.header?.text == header.text)
    #expect(read.detected.languages == ["fr", "en"])
    #expect(read.units == [unit])
  }

  @Test(
    "that are broken are refused with their place; with keepGoing the rest is read",
    arguments: [
      (#"{"unit":{"variants":[{"lang":"fr","text":"a"}"#, "2:46 no JSON object"),
      (#"{"unit":{"id":"\u0000","variants":[]}}"#, #"2:1 "id" holds U+0000"#),
      (#"{"unit":{"id":"\ud800","variants":[]}}"#, "2:"),
      (#"{"other":1}"#, #"2:1 an object with "unit" or "concept" was expected"#),
      (#"{"unit":{"variants":[{"text":"a"}]}}"#, #"2:1 a text without "lang""#),
      (#"{"unit":{"status":"fine","variants":[]}}"#, "2:1 'fine' is no status of a unit"),
      (#"{"unit":{"variants":{}}}"#, #"2:1 "variants" is no list"#),
      ("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", "2:"),
    ])
  func broken(line: String, expected: String) throws {
    let good =
      #"{"unit":{"id":null,"variants":[{"lang":"fr","text":"a"},{"lang":"en","text":"b"}]}}"#
    let text = good + "\n" + line + "\n" + good + "\n"
    let reading = try Reading(
      text.utf8, name: "a.jsonl", options: FormatOptions(keepGoing: true))
    #expect(reading.texts == [["a", "b"], ["a", "b"]])
    #expect(reading.refused.count == 1)
    #expect(reading.refused.first?.hasPrefix(expected) == true, "\(reading.refused)")
    #expect(throws: FormatError.self) { try Reading(text.utf8, name: "a.jsonl") }
  }
}
