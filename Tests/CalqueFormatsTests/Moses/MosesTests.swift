import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("Two files whose lines translate each other")
struct MosesTests {
  private func read(
    _ french: String, _ english: String, _ pair: LanguagePair? = nil
  ) throws -> [TranslationUnit] {
    let folder = try TemporaryFolder()
    let source = try folder.write(french, to: "corpus.fr")
    let target = try folder.write(english, to: "corpus.en")
    let reader = try FileReader(moses: source, target, options: FormatOptions(pair: pair))
    #expect(reader.detected.resourceName == "corpus")
    var units = [TranslationUnit]()
    try reader.read { if case .unit(let unit, _) = $0 { units.append(unit) } }
    return units
  }

  @Test("give a unit a line, in the languages of their names")
  func reading() throws {
    let units = try read("un\r\n\u{A0}l’été \n\ntrois", "one\nsummer\n\nthree\n")
    #expect(
      units.map { $0.variants.map(\.text) } == [
        ["un", "one"], ["\u{A0}l’été ", "summer"], ["trois", "three"],
      ])
    #expect(units[0].variants.map(\.language) == ["fr", "en"])
    let named = try read("un\n", "one\n", LanguagePair("fr-CA:en-US"))
    #expect(named.first?.variants.map(\.language) == ["fr-CA", "en-US"])
  }

  @Test("are refused where one is longer, with the line")
  func uneven() throws {
    let error = #expect(throws: FormatError.self) { try read("un\ndeux\n", "one\n") }
    #expect(error?.place.line == 2)
    #expect(error?.message.contains("corpus.en has no line 2") == true)
  }

  @Test("hold a unit a line; what a line cannot hold is counted")
  func writing() throws {
    var lines = MosesLines(pair: LanguagePair("fr-en"))
    let unit = TranslationUnit(
      variants: [Variant(language: "en", text: "a\nb"), Variant(language: "fr", text: "c")])
    let written = lines.lines(of: unit)
    #expect(written?.source == Array("c\n".utf8))
    #expect(written?.target == Array("a b\n".utf8))
    let alone = TranslationUnit(variants: [Variant(language: "fr", text: "c")])
    #expect(lines.lines(of: alone) == nil)
    #expect(lines.written == 1)
    #expect(lines.losses == ["line break": 1, "unit without both languages": 1])
  }
}
