import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("The two sides of a unit")
struct SidesTests {
  private func unit(_ languages: String, source: LanguageTag? = nil) -> TranslationUnit {
    TranslationUnit(
      sourceLanguage: source,
      variants: languages.split(separator: " ").map {
        Variant(language: LanguageTag(String($0)), text: "in \($0)")
      })
  }

  /// The languages of source and target, as written.
  private func sides(_ unit: TranslationUnit, _ pair: String? = nil) -> String? {
    unit.sides(pair.flatMap { LanguagePair($0) }).map {
      "\($0.source.language.written)>\($0.target?.language.written ?? "-")"
    }
  }

  @Test(
    "are those that were asked for, the exact language before another region",
    arguments: [
      ("fr en", "fr-en", "fr>en"), ("en fr", "fr-en", "fr>en"), ("fr-CA fr en", "fr-en", "fr>en"),
      ("fr-CA en-GB", "fr-en", "fr-CA>en-GB"), ("fr de", "fr-en", "fr>-"), ("de en", "fr-en", nil),
      ("", "fr-en", nil), ("en-US en-GB fr", "fr:en-GB", "fr>en-GB"),
    ] as [(String, String, String?)])
  func asked(languages: String, pair: String, expected: String?) {
    #expect(sides(unit(languages), pair) == expected)
  }

  @Test("are else the unit's source language and the first other one")
  func own() {
    #expect(sides(unit("fr en")) == "fr>en")
    #expect(sides(unit("fr en", source: "en")) == "en>fr")
    #expect(sides(unit("fr fr en", source: "fr")) == "fr>en")
    #expect(sides(unit("fr fr")) == "fr>fr", "of one language, two texts")
    #expect(sides(unit("fr")) == "fr>-")
    #expect(sides(unit("fr en", source: "de")) == "fr>en", "a source without a text is none")
    var empty = unit("fr en")
    empty.variants[0].meta.attributes = [Meta.Attribute(name: Meta.noSegment, value: "")]
    #expect(sides(empty) == "en>-")
  }

  @Test("of a new file are those of the first unit, then those asked for, then those known")
  func written() {
    func languages(
      _ first: TranslationUnit?, pair: String? = nil, known: [LanguageTag] = []
    ) -> String {
      let options = WriterOptions(pair: pair.flatMap { LanguagePair($0) }, languages: known)
      let written = WrittenLanguages(options, first: first)
      return "\(written.source?.written ?? "-")>\(written.target?.written ?? "-")"
    }
    #expect(languages(unit("fr en")) == "fr>en")
    #expect(languages(unit("fr-CA en-GB"), pair: "fr-en") == "fr-CA>en-GB")
    #expect(languages(unit("fr"), pair: "fr-en") == "fr>en")
    #expect(languages(unit("fr"), known: ["fr", "de"]) == "fr>de")
    #expect(languages(unit("fr"), known: ["fr"]) == "fr>-")
    #expect(languages(nil, pair: "fr-en") == "fr>en")
    #expect(languages(nil, known: ["de", "it"]) == "de>it")
    #expect(languages(nil) == "->-")
    func row(_ row: [LanguageTag], known: [LanguageTag] = []) -> String {
      let written = WrittenLanguages(WriterOptions(languages: known), row: row)
      return "\(written.source?.written ?? "-")>\(written.target?.written ?? "-")"
    }
    #expect(row(["fr", "en", "de"]) == "fr>en")
    #expect(row(["fr"], known: ["fr", "en"]) == "fr>en")
    #expect(row(["fr"], known: ["en"]) == "fr>-")
    #expect(row(["fr", "de"], known: ["fr", "en"]) == "fr>de")
  }
}

@Suite("A unit and a concept")
struct UnitAndConceptTests {
  @Test("become each other: texts are preferred terms, the first note is the concept's")
  func unitToConcept() {
    var unit = TranslationUnit(
      externalID: "7",
      variants: [Variant(language: "fr", text: "a"), Variant(language: "en", text: "b")])
    unit.meta.notes = [Meta.Note("one"), Meta.Note("two")]
    let concept = Concept(unit)
    #expect(concept.externalID == "7")
    #expect(concept.note == "one")
    #expect(concept.meta.notes.map(\.text) == ["two"])
    #expect(concept.terms.map(\.status) == [.preferred, .preferred])
    #expect(TranslationUnit(concept) == unit, "and back")
  }

  @Test("lose forbidden terms and forms, and have preferred terms first")
  func conceptToUnit() {
    let concept = Concept(terms: [
      Term(language: "fr", text: "a", status: .admitted),
      Term(language: "fr", text: "b", status: .forbidden), Term(language: "en", text: "c"),
      Term(language: "en", text: "d", status: .admitted, type: .form),
    ])
    #expect(TranslationUnit(concept).variants.map(\.text) == ["c", "a"])
  }
}

@Suite("Whether two texts can translate each other")
struct UnitPairTests {
  @Test(
    "is asked of a unit's texts and codes",
    arguments: [
      ([("a", nil), ("b", nil)], true), ([("a", nil), ("", nil)], false),
      ([("a", nil), (" ", "<x/>")], false), ([("", "<x/>"), ("", "<x/>")], true),
      ([("", "<x/>"), ("b", nil)], true), ([("", nil), ("", nil)], false), ([("a", nil)], false),
      ([], false), ([("a", nil), ("", nil), ("c", nil)], true),
    ] as [([(String, String?)], Bool)])
  func pairs(texts: [(String, String?)], isPair: Bool) {
    let languages: [LanguageTag] = ["fr", "en", "de"]
    let unit = TranslationUnit(
      sourceLanguage: "fr",
      variants: zip(languages, texts).map { Variant(language: $0, text: $1.0, codes: $1.1) })
    #expect(unit.isPair == isPair)
  }
}
