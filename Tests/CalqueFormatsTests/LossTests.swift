import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A writer")
struct LossTests {
  /// A unit that says all that a unit can.
  private static let richUnit = TranslationUnit(
    externalID: "7", sourceLanguage: "fr", created: Instant(seconds: 1),
    createdBy: "A", changed: Instant(seconds: 2), changedBy: "B", status: .reviewed,
    origin: "tm", useCount: 3,
    meta: meta("u"),
    variants: [
      Variant(language: "fr", text: "un", codes: "u<ph x=\"1\"/><bpt>b</bpt>n", meta: meta("v")),
      Variant(language: "en", text: "one"), Variant(language: "de", text: "eins"),
    ])

  /// A concept that says all that a concept can.
  private static let richConcept = Concept(
    externalID: "7", domains: ["pol"], definition: "def", note: "note", meta: meta("c"),
    terms: [
      Term(
        language: "fr", text: "un", status: .preferred, rawStatus: "raw", type: .full,
        partOfSpeech: "noun", gender: "m", number: "sg", register: "neutral", region: "FR",
        flags: [.metonym], validity: Validity("2020..") ?? Validity(), example: "ex", note: "n",
        source: "s", meta: meta("t")),
      Term(language: "en", text: "one"), Term(language: "en", text: "a", status: .admitted),
      Term(language: "en", text: "an", status: .forbidden), Term(language: "de", text: "eins"),
    ])

  private static func meta(_ name: String) -> Meta {
    var meta = Meta()
    meta.attributes = [Meta.Attribute(name: "\(name)-attribute", value: "1")]
    meta.notes = [Meta.Note("\(name) note"), Meta.Note("second")]
    meta.properties = [Meta.Property(type: "\(name)-prop", value: "2")]
    meta.elements = ["<own/>"]
    return meta
  }

  private static let pair = LanguagePair(source: "fr", target: "en")

  @Test("of TMX keeps all of a unit, and of a pair all but the other languages")
  func tmxUnit() throws {
    #expect(try Writing(.tmx, units: [Self.richUnit]).losses == [:])
    let pair = try Writing(.tmx, options: WriterOptions(pair: Self.pair), units: [Self.richUnit])
    #expect(pair.losses == ["variant in de": 1])
  }

  @Test("of TMX counts what a term says beyond its text")
  func tmxConcept() throws {
    let losses = try Writing(.tmx, concepts: [Self.richConcept]).losses
    for name in [
      "forbidden term", "domain", "definition", "pos", "gender", "flags", "valid", "example",
      "number", "register", "region", "source", "status",
    ] {
      #expect(losses[name] != nil, "\(name)")
    }
    #expect(losses["note"] == 3)
  }

  @Test("of TSV counts everything but the two texts")
  func tsvUnit() throws {
    let losses = try Writing(.tsv, units: [Self.richUnit]).losses
    #expect(
      losses == [
        "tuid": 1, "creationdate": 1, "creationid": 1, "changedate": 1, "changeid": 1,
        "usagecount": 1, "status": 1, "origin": 1, "u-attribute": 1, "v-attribute": 1, "note": 4,
        "prop": 2, "element": 2, "ph": 1, "bpt": 1, "variant in de": 1,
      ])
  }

  @Test("of a table with columns for them keeps note, id and properties")
  func columns() throws {
    let header = FileHeader(
      format: .tsv, languages: ["fr", "en"], text: "fr\ten\tnote\tid\tticket\n")
    var unit = Self.richUnit
    unit.meta = Meta()
    unit.meta.notes = [Meta.Note("n")]
    unit.meta.properties = [Meta.Property(type: "ticket", value: "T-1")]
    let written = try Writing(.tsv, header: header, units: [unit])
    #expect(written.text == "fr\ten\tnote\tid\tticket\nun\tone\tn\t7\tT-1\n")
    #expect(written.losses["note"] == 2)
    #expect(written.losses["tuid"] == nil)
    #expect(written.losses["prop"] == 1)
  }

  @Test("of our glossary counts what its thirteen columns have no room for")
  func glossary() throws {
    let options = WriterOptions(pair: Self.pair)
    let written = try Writing(.glossary, options: options, concepts: [Self.richConcept])
    #expect(written.losses["term in de"] == 1)
    #expect(written.losses["definition"] == 1)
    #expect(written.losses["id"] == 1)
    #expect(written.text.contains("un\tone\tnote\tpol\tnoun\tm\t\ta\tan\tmetonym\t2020..\tex\t"))
  }

  @Test("of OmegaT's glossary makes a row of every pair of terms that are not forbidden")
  func omegat() throws {
    let options = WriterOptions(pair: Self.pair)
    let written = try Writing(.omegat, options: options, concepts: [Self.richConcept])
    #expect(written.text.hasSuffix("-*-\nun\tone\tnote\nun\ta\tnote\n"))
    #expect(written.losses["forbidden term"] == 1)
    #expect(written.losses["term in de"] == 1)
    #expect(written.losses["domain"] == 1)
  }

  @Test("of JSON lines loses nothing, and every field can be found")
  func jsonl() throws {
    let unit = try Writing(.jsonl, units: [Self.richUnit])
    #expect(unit.losses == [:])
    let concept = try Writing(.jsonl, concepts: [Self.richConcept])
    #expect(concept.losses == [:])
    for word in [
      #""id":"7""#, #""source":"fr""#, #""status":"reviewed""#, #""createdBy":"A""#, #""uses":3"#,
      #""origin":"tm""#, #""codes":"u<ph x=\"1\"/><bpt>b</bpt>n""#, #""u-attribute":"1""#,
      #""v-prop""#, #"<own/>"#, #""text":"second""#,
    ] {
      #expect(unit.text.contains(word), "\(word)")
    }
    for word in [
      #""domains":["pol"]"#, #""definition":"def""#, #""status":"forbidden""#, #""valid":"2020..""#,
      #""partOfSpeech":"noun""#, #""number":"sg""#, #""region":"FR""#, #""t-attribute""#,
    ] {
      #expect(concept.text.contains(word), "\(word)")
    }
    #expect(JSONValue(String(unit.text.dropLast())) != nil)
    #expect(JSONValue(String(concept.text.dropLast())) != nil)
  }

  @Test("of tables turns tabs and line breaks into spaces and counts them; CSV keeps them")
  func breaks() throws {
    let unit = TranslationUnit(variants: [
      Variant(language: "fr", text: "a\tb\nc\rd"), Variant(language: "en", text: "x"),
    ])
    let tsv = try Writing(.tsv, units: [unit])
    #expect(tsv.text == "fr\ten\na b c d\tx\n")
    #expect(tsv.losses == ["tab": 1, "line break": 2])
    let csv = try Writing(.csv, units: [unit])
    #expect(csv.text == "fr,en\n\"a\tb\nc\rd\",x\n")
    #expect(csv.losses == [:])
  }

  @Test(
    "disarms what a spreadsheet would take for a formula, where it is asked to",
    arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx"])
  func formulas(text: String) throws {
    let unit = TranslationUnit(variants: [
      Variant(language: "fr", text: text), Variant(language: "en", text: "x"),
    ])
    let safe = try Writing(.csv, options: WriterOptions(isSpreadsheetSafe: true), units: [unit])
    #expect(safe.text.contains("'" + text))
    #expect(try !Writing(.csv, units: [unit]).text.contains("'"))
  }

  @Test(
    "that is given nothing still writes a whole file, which is read again",
    arguments: FormatRegistry.all.filter(\.writes).map(\.format).filter {
      $0 != .moses && $0 != .jsonl && $0 != .xlsx
    })
  func nothing(format: FileFormat) throws {
    let written = try Writing(format, options: WriterOptions(pair: Self.pair))
    #expect(!written.text.isEmpty)
    let reading = try Reading(
      written.bytes, name: "a", options: FormatOptions(pair: Self.pair, format: format))
    #expect(reading.texts == [])
    #expect(reading.refused == [])
  }
}

@Suite("What is written in one pair")
struct PairTests {
  private static let pair = LanguagePair(source: "fr", target: "en")

  private func unit(_ texts: [(LanguageTag, String)]) -> TranslationUnit {
    TranslationUnit(variants: texts.map { Variant(language: $0, text: $1) })
  }

  @Test("holds the units that have both languages; the others are counted, not written")
  func units() throws {
    let units = [
      unit([("fr", "a"), ("en", "b")]), unit([("de", "a"), ("it", "b")]),
      unit([("de", "a"), ("en", "b")]), unit([("fr-CA", "c"), ("en-GB", "d"), ("de", "e")]),
      unit([("fr", "f"), ("en", " ")]), unit([]),
    ]
    let options = WriterOptions(pair: Self.pair)
    for format in [FileFormat.tmx, .tsv, .csv] {
      var bytes = [UInt8]()
      var writer = FileWriter(format: format, options: options) { bytes += $0 }
      for unit in units { try writer.write(unit) }
      try writer.finish()
      let isTMX = format == .tmx
      #expect(writer.written == 2, "\(format)")
      #expect(writer.losses["unit without both languages"] == 4, "\(format)")
      #expect(writer.losses["variant in de"] == (isTMX ? 1 : 2) || !isTMX)
      let reading = try Reading(
        bytes, name: "a", options: FormatOptions(kind: .memory, format: format))
      #expect(reading.texts == [["a", "b"], ["c", "d"]], "\(format)")
      #expect(reading.skipped.isEmpty, "\(format)")
    }
  }

  @Test("in TMX has no <tu> without a text, and no concept of one language")
  func empty() throws {
    let written = try Writing(
      .tmx, units: [unit([]), unit([("fr", "seul")])],
      concepts: [
        Concept(terms: [Term(language: "fr", text: "un"), Term(language: "en", text: "one")]),
        Concept(terms: [
          Term(language: "fr", text: "un"), Term(language: "en", text: "no", status: .forbidden),
        ]),
      ])
    #expect(written.losses["unit without a text"] == 1)
    #expect(written.losses["concept without both languages"] == 1)
    #expect(written.losses["forbidden term"] == nil)
    #expect(written.text.split(separator: "<tu>").count == 3)
    #expect(!written.text.contains("<tu>\n    </tu>"))
  }

  @Test(
    "is read again with as many units as were counted, whatever the memory holds", arguments: 0..<60
  )
  func property(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let tags: [LanguageTag] = ["fr", "en", "de", "fr-CA", "en-GB", "EN", "x-klingon"]
    let texts = ["un", "one < two", " ", "", "a\u{1}b", "é&"]
    let units = (0..<30).map { _ in
      unit(
        (0..<random.number(below: 5)).map { _ in
          (tags[random.number(below: tags.count)], texts[random.number(below: texts.count)])
        })
    }
    for pair in [Self.pair, LanguagePair(source: "fr-CA", target: "en"), Self.pair.reversed] {
      var bytes = [UInt8]()
      var writer = FileWriter(format: .tmx, options: WriterOptions(pair: pair)) { bytes += $0 }
      for unit in units { try writer.write(unit) }
      try writer.finish()
      let reading = try Reading(bytes, name: "a.tmx")
      #expect(reading.units.count == writer.written, "seed \(seed), \(pair)")
      #expect(reading.skipped == [], "seed \(seed), \(pair)")
      #expect(
        writer.written + (writer.losses["unit without both languages"] ?? 0) == units.count,
        "seed \(seed), \(pair)")
    }
  }
}
