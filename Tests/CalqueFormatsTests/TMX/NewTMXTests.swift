import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A new TMX file")
struct NewTMXTests {
  private func unit(
    _ texts: (LanguageTag, String)..., source: LanguageTag? = nil
  ) -> TranslationUnit {
    TranslationUnit(
      sourceLanguage: source, variants: texts.map { Variant(language: $0, text: $1) })
  }

  @Test("says who made it and what its source language is, and has a line for each part")
  func header() throws {
    var unit = unit(("fr", "a < b"), ("en", "c"))
    unit.externalID = "7 \"&\""
    unit.created = Instant("20200102T030405Z")
    unit.createdBy = "ann"
    unit.useCount = 3
    unit.meta.notes = [Meta.Note("n", attributes: [Meta.Attribute(name: "xml:lang", value: "fr")])]
    unit.meta.properties = [Meta.Property(type: "x", value: "y")]
    let written = try Writing(.tmx, options: WriterOptions(toolVersion: "9"), units: [unit])
    #expect(written.losses == [:])
    #expect(
      written.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          <header creationtool="calque" creationtoolversion="9" segtype="sentence" o-tmf="calque" \
        adminlang="en" srclang="fr" datatype="plaintext"/>
          <body>
            <tu tuid="7 &quot;&amp;&quot;" creationdate="20200102T030405Z" creationid="ann" \
        usagecount="3">
              <note xml:lang="fr">n</note>
              <prop type="x">y</prop>
              <tuv xml:lang="fr">
                <seg>a &lt; b</seg>
              </tuv>
              <tuv xml:lang="en">
                <seg>c</seg>
              </tuv>
            </tu>
          </body>
        </tmx>

        """)
  }

  @Test("takes its source language from the pair, the first unit or its first text")
  func sourceLanguage() throws {
    func language(_ units: [TranslationUnit], _ options: WriterOptions = WriterOptions()) throws
      -> String?
    {
      try Writing(.tmx, options: options, units: units).text
        .cut(at: "srclang=\"").dropFirst().first?.cut(at: "\"").first
    }
    let pair = WriterOptions(pair: LanguagePair("en-fr"))
    #expect(try language([unit(("fr", "a"), ("en", "b"), source: "en")]) == "en")
    #expect(try language([unit(("fr", "a"), ("en", "b"))]) == "fr")
    #expect(try language([unit(("fr", "a"), ("en", "b"))], pair) == "en")
    #expect(try language([]) == "*all*")
    let mixed = try Writing(
      .tmx,
      units: [
        unit(("fr", "a"), ("en", "b"), source: "fr"), unit(("en", "c"), ("fr", "d"), source: "en"),
      ]
    ).text
    #expect(mixed.contains("<tu>") && mixed.contains("<tu srclang=\"en\">"))
  }

  @Test("of version 1.1 names languages as that version does", arguments: ["1.1", "1.2", "1.4"])
  func early(version: String) throws {
    let text = try Writing(
      .tmx, options: WriterOptions(version: version), units: [unit(("fr", "a"), ("en", "b"))]
    ).text
    #expect(text.contains("<tmx version=\"\(version)\">"))
    #expect(text.contains(version == "1.4" ? "<tuv xml:lang=\"fr\">" : "<tuv lang=\"fr\">"))
    #expect(try Reading(text.utf8, name: "a.tmx").texts == [["a", "b"]])
  }

  @Test("says status and origin in the properties of tools, where they say something")
  func statuses() throws {
    for (status, word) in [
      (UnitStatus.draft, "Draft"), (.reviewed, "ApprovedTranslation"),
      (.approved, "ApprovedSignOff"), (.rejected, "RejectedTranslation"), (.translated, nil),
    ] as [(UnitStatus, String?)] {
      var unit = unit(("fr", "a"), ("en", "b"))
      unit.status = status
      unit.origin = "mt <1>"
      let text = try Writing(.tmx, units: [unit]).text
      #expect(text.contains("<prop type=\"x-Origin\">mt &lt;1&gt;</prop>"))
      #expect(text.contains("x-ConfirmationLevel") == (word != nil))
      if let word { #expect(text.contains("<prop type=\"x-ConfirmationLevel\">\(word)</prop>")) }
      let back = try #require(try Reading(text.utf8, name: "a.tmx").units.first)
      #expect((back.status, back.origin) == (status, "mt <1>"))
    }
  }

  @Test("of a pair keeps the texts of its languages, whatever their region")
  func pairs() throws {
    let units = [
      unit(("fr-CA", "a"), ("en", "b"), ("en-GB", "c"), ("de", "d")),
      unit(("fr", "e"), ("de", "f")),
      unit(("fr", " "), ("en", "g")),
    ]
    let written = try Writing(
      .tmx, options: WriterOptions(pair: LanguagePair("fr-en")), units: units)
    #expect(try Reading(written.bytes, name: "a.tmx").texts == [["a", "b", "c"]])
    #expect(written.losses == ["variant in de": 1, "unit without both languages": 2])
  }

  @Test("puts codes of XLIFF into the words of TMX, and counts what it has no words for")
  func codes() throws {
    func segment(_ codes: String) throws -> (String, [String: Int]) {
      var unit = unit(("fr", "ab"), ("en", "ab"))
      unit.variants[0].codes = codes
      let written = try Writing(.tmx, units: [unit])
      let text = written.text.cut(at: "<seg>")[1].cut(at: "</seg>")[0]
      return (text, written.losses)
    }
    for (codes, expected, losses) in [
      ("a<ph x=\"1\">n</ph>b", "a<ph x=\"1\">n</ph>b", [:]),
      ("a<g id=\"1\">b</g>", "a<bpt i=\"1\" x=\"1\"/>b<ept i=\"1\"/>", [:]),
      ("a<x id=\"1\" equiv-text=\"t\"/>b", "a<ph x=\"1\"/>b", ["code's equiv-text": 1]),
      ("a<b>x</b>b", "ab", ["b": 1]), ("a<m:x id=\"1\"/>b", "a<ph x=\"1\"/>b", [:]),
    ] as [(String, String, [String: Int])] {
      let (text, lost) = try segment(codes)
      #expect(text == expected, "\(codes)")
      #expect(lost == losses, "\(codes)")
    }
  }

  @Test("made of concepts has the terms that may be printed, preferred ones first")
  func concepts() throws {
    let concept = Concept(
      externalID: "7", domains: ["law"], definition: "d", note: "n",
      terms: [
        Term(language: "fr", text: "texte", status: .admitted), Term(language: "fr", text: "loi"),
        Term(language: "en", text: "bill", status: .forbidden), Term(language: "en", text: "law"),
        Term(language: "en", text: "laws", status: .admitted, type: .form),
      ])
    let written = try Writing(.tmx, concepts: [concept])
    let unit = try #require(try Reading(written.bytes, name: "a.tmx").units.first)
    #expect(unit.externalID == "7")
    #expect(unit.meta.notes.map(\.text) == ["n"])
    #expect(unit.variants.map(\.text) == ["loi", "law", "texte"])
    #expect(written.losses == ["forbidden term": 1, "domain": 1, "definition": 1, "status": 2])
    let none = try Writing(.tmx, concepts: [Concept(terms: [concept.terms[0]])])
    #expect(none.losses == ["concept without both languages": 1])
  }
}
