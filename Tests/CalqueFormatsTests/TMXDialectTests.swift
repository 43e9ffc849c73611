import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A dialect of TMX")
struct TMXDialectTests {
  /// What a document with a body and header gives.
  private func read(
    _ body: String, header: String = "<header srclang=\"fr\"/>", version: String = "1.4",
    options: FormatOptions = FormatOptions()
  ) throws -> Reading {
    try Reading(
      "<tmx version=\"\(version)\">\(header)<body>\(body)</body></tmx>".utf8, name: "a.tmx",
      options: options)
  }

  private static let pair =
    "<tuv xml:lang=\"fr\"><seg>un</seg></tuv><tuv xml:lang=\"en\"><seg>one</seg></tuv>"

  @Test(
    "tells the source language by the unit, else by the header, else by nothing",
    arguments: [
      ("<header srclang=\"fr\"/>", "", "fr"), ("<header srclang=\"fr\"/>", " srclang=\"en\"", "en"),
      ("<header srclang=\"*all*\"/>", "", nil), ("<header srclang=\"*ALL*\"/>", "", nil),
      ("<header srclang=\"fr\"/>", " srclang=\"*all*\"", nil), ("<header/>", "", nil),
      ("", "", nil),
    ] as [(String, String, String?)])
  func sourceLanguage(header: String, unit: String, language: String?) throws {
    let reading = try read("<tu\(unit)>\(Self.pair)</tu>", header: header)
    #expect(reading.units.first?.sourceLanguage?.written == language)
    let again = try Reading(Writing(back: reading).text.utf8, name: "a.tmx")
    #expect(again.units == reading.units)
  }

  @Test(
    "says status and origin in properties of the unit, or else of a variant",
    arguments: [
      ("Draft", UnitStatus.draft), ("Unspecified", .draft), ("Translated", .translated),
      ("ApprovedTranslation", .reviewed), ("ApprovedSignOff", .approved),
      ("RejectedTranslation", .rejected), ("RejectedSignOff", .rejected), ("Other", .translated),
    ])
  func status(word: String, status: UnitStatus) throws {
    let property = "<prop type=\"x-ConfirmationLevel\">\(word)</prop>"
    let onUnit = try read(
      "<tu>\(property)<prop type=\"x-Origin\">TM</prop>\(Self.pair)</tu>")
    #expect(onUnit.units.first?.status == status)
    #expect(onUnit.units.first?.origin == "TM")
    let onVariant = try read(
      "<tu>" + Self.pair.replacing("<seg>one", with: property + "<seg>one") + "</tu>")
    #expect(onVariant.units.first?.status == status)
    for reading in [onUnit, onVariant] {
      let written = try Writing(back: reading).text
      #expect(written.split(separator: "x-ConfirmationLevel").count == 2)
      #expect(try Reading(written.utf8, name: "a.tmx").units == reading.units)
    }
  }

  @Test("has a status that changed since written as a property")
  func changedStatus() throws {
    var reading = try read("<tu>\(Self.pair)</tu>")
    reading.units[0].status = .approved
    reading.units[0].origin = "MT"
    let written = try Writing(back: reading).text
    #expect(written.contains("<prop type=\"x-ConfirmationLevel\">ApprovedSignOff</prop>"))
    #expect(written.contains("<prop type=\"x-Origin\">MT</prop>"))
    let again = try Reading(written.utf8, name: "a.tmx")
    #expect(again.units[0].status == .approved)
    #expect(again.units[0].origin == "MT")
  }

  @Test("dates the translation or the unit, and comes back as it was")
  func dates() throws {
    let onVariant = """
      <tu creationdate="20200101T000000Z"><tuv xml:lang="fr"><seg>un</seg></tuv>\
      <tuv xml:lang="en" changedate="20210203T040506Z" changeid="A"><seg>one</seg></tuv></tu>
      """
    let both = onVariant.replacing(
      "creationdate", with: "changedate=\"20210203T040506Z\" changeid=\"A\" creationdate")
    let apart = onVariant.replacing(
      "creationdate", with: "changedate=\"20220203T040506Z\" changeid=\"B\" creationdate")
    for (body, changer) in [(onVariant, "A"), (both, "A"), (apart, "B")] {
      let reading = try read(body)
      let unit = try #require(reading.units.first)
      #expect(unit.changedBy == changer)
      #expect(unit.changed?.basic == (changer == "A" ? "20210203T040506Z" : "20220203T040506Z"))
      let written = try Writing(back: reading)
      #expect(
        written.text.split(separator: "changedate").count
          == body.split(separator: "changedate").count)
      #expect(try Reading(written.text.utf8, name: "a.tmx").units == reading.units)
    }
  }

  @Test(
    "keeps what is no date or number as it is written",
    arguments: [
      ("creationdate", "yesterday", 1), ("changedate", "2021-02-03", 0), ("usagecount", "many", 0),
      ("usagecount", "007", 0), ("creationdate", "20210203T040506", 0), ("segtype", "block", 0),
      ("o-encoding", "x", 0),
    ])
  func odd(name: String, value: String, warnings: Int) throws {
    let reading = try read("<tu \(name)=\"\(value)\">\(Self.pair)</tu>")
    #expect(reading.warnings.count >= warnings)
    let written = try Writing(back: reading).text
    #expect(
      written.contains("<tu \(name)=\"\(value)\">") || written.contains(" \(name)=\"\(value)\""))
    #expect(written.split(separator: name).count == 2)
    #expect(try Reading(written.utf8, name: "a.tmx").units == reading.units)
  }

  @Test(
    "names languages by lang in its early versions, by xml:lang later, and comes back as it was")
  func early() throws {
    let body = Self.pair.replacing("xml:lang", with: "lang")
    for version in ["1.1", "1.2", "1.4"] {
      let reading = try read("<tu>\(body)</tu>", version: version)
      #expect(reading.texts == [["un", "one"]])
      let same = try Writing(back: reading).text
      #expect(same.contains("<tuv lang=\"fr\">"))
      let other = try Writing(
        .tmx, header: reading.header,
        options: WriterOptions(version: version == "1.4" ? "1.1" : "1.4"), units: reading.units
      ).text
      #expect(other.contains(version == "1.4" ? "<tuv lang=\"fr\">" : "<tuv xml:lang=\"fr\">"))
    }
  }

  @Test("has inline codes kept, and taken out of the text that is compared")
  func inlineCodes() throws {
    for (codes, text) in [
      ("a<ph x=\"1\">&lt;br/&gt;</ph>b", "ab"),
      ("<bpt i=\"1\">{\\b</bpt>gras<ept i=\"1\">}</ept>", "gras"),
      ("<hi type=\"b\">gras</hi>!", "gras!"), ("a<it pos=\"begin\">x</it>", "a"),
      ("a<ut>x</ut>b", "ab"), ("a<ph><sub>note</sub></ph>b", "ab"), ("<g id=\"1\">x</g>", "x"),
      ("<mrk>x</mrk>y", "xy"), ("a<?go now?>b", "ab"), ("a<ph/>b", "ab"), ("<ph>x</ph>", ""),
      ("<hi>a<ph>n</ph>b</hi>", "ab"),
    ] {
      let reading = try read(
        "<tu>" + Self.pair.replacing("<seg>un</seg>", with: "<seg>\(codes)</seg>") + "</tu>")
      let variant = try #require(reading.units.first?.variants.first, "\(codes)")
      #expect(variant.text == text, "\(codes)")
      #expect(variant.codes == codes)
      #expect(try Writing(back: reading).text.contains("<seg>\(codes)</seg>"))
    }
  }

  @Test("counts the elements of a segment by their names")
  func elements() {
    #expect(
      InlineCodes.elements(of: "<ph/>a<bpt i=\"1\">x</bpt><ph x='1'>y</ph></z><?go?>")["ph"] == 2)
    #expect(InlineCodes.elements(of: "<hi>a</hi>") == ["hi": 1])
    #expect(InlineCodes.elements(of: "1 &lt; 2") == [:])
    for name in ["bpt", "ept", "ph", "it", "ut", "sub"] { #expect(InlineCodes.isNative(name)) }
    for name in ["hi", "g", "mrk", "seg", ""] { #expect(!InlineCodes.isNative(name)) }
  }

  @Test("may hold elements where none should be; they are passed over or kept, with a warning")
  func strays() throws {
    let reading = try read(
      """
      <own/>text<tu><own a="1"><b>x</b></own>\(Self.pair)</tu>
      <tu><note>a<b>c</b></note><note xml:lang="fr">d</note><prop>e</prop>\(Self.pair)</tu>
      """)
    #expect(reading.units.count == 2)
    #expect(reading.units[0].meta.elements == ["<own a=\"1\"><b>x</b></own>"])
    #expect(reading.units[1].meta.notes.map(\.text) == ["ac", "d"])
    #expect(reading.units[1].meta.properties == [Meta.Property(type: "", value: "e")])
    #expect(
      Set(reading.warnings.map(\.message)) == [
        "<own> does not belong here; it is passed over",
        "text outside of any <seg> is passed over",
        "<b> in a note or property is read as its text alone",
      ])
    #expect(try Reading(Writing(back: reading).text.utf8, name: "a.tmx").units == reading.units)
  }

  @Test("warns of one kind at most twenty times, and then says how often")
  func manyWarnings() throws {
    let reading = try read(String(repeating: "<own/>", count: 25))
    #expect(reading.warnings.count == 21)
    #expect(reading.warnings.last?.message == "5 more of this kind: element")
  }

  @Test("names its languages at the beginning of the body, each once")
  func languages() {
    let head = """
      <tmx><header><note xml:lang="de">x</note></header><body><tu><tuv xml:lang="fr"/>
      <tuv lang='en-GB' x="1"><seg/></tuv><tuv xml:lang="FR"/><tuv xml:lang="../evil"/><tuv/></tu>
      <tuv xml:lang="it
      """
    #expect(TMXBeginning.languages(Array(head.utf8)).map(\.written) == ["fr", "en-GB"])
    #expect(TMXBeginning.languages([]) == [])
  }

  @Test("keeps its header, attribute for attribute")
  func headers() throws {
    let header = """
      <header creationtool="x &amp; y" srclang="fr" own:a="1"><note>n</note><prop type="p">v</prop>\
      <ude name="u"><map unicode="#x41"/></ude></header>
      """
    let reading = try read("<tu>\(Self.pair)</tu>", header: header)
    #expect(reading.header?.version == "1.4")
    #expect(reading.header?.languages == ["fr"])
    #expect(reading.header?.text.hasSuffix(header) == true)
    let written = try Writing(back: reading).text
    #expect(written.contains(header))
    let bare = try read("<tu>\(Self.pair)</tu>", header: "", version: "1.4")
    #expect(bare.header?.text == "<tmx version=\"1.4\">")
  }

  @Test("of random units comes back byte for byte, in any encoding it can be in", arguments: 0..<30)
  func encodings(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let units = (0..<8).map { _ in random.unit() }
    let written = try Writing(.tmx, units: units).text
    let plain = try Reading(written.utf8, name: "a.tmx")
    let declared = written.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    let mark: [UInt8] = [0xFF, 0xFE]
    let little = mark + utf16(declared, isBig: false)
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(written.utf8)
    for bytes in [
      little, utf16(declared, isBig: true), marked, Gzip.member(of: Array(written.utf8)),
    ] {
      let reading = try Reading(bytes, name: "a.tmx")
      #expect(reading.units == plain.units, "seed \(seed)")
      #expect(reading.warnings == plain.warnings, "seed \(seed)")
    }
  }

  /// A text in UTF-16 without a mark.
  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    var bytes = [UInt8]()
    for unit in text.utf16 {
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      bytes += isBig ? pair.reversed() : pair
    }
    return bytes
  }

  @Test("that is cut anywhere is refused, and with keepGoing gives the whole units before the cut")
  func truncated() throws {
    let units = (0..<5).map { number in
      TranslationUnit(variants: [
        Variant(language: "fr", text: "unité \(number)"),
        Variant(language: "en", text: "unit \(number)"),
      ])
    }
    let written = Array(try Writing(.tmx, units: units).text.utf8)
    for count in stride(from: 40, to: written.count - 8, by: 61) {
      let cut = written.prefix(count)
      let error = #expect(throws: FormatError.self) { try Reading(cut, name: "a.tmx") }
      #expect(error?.place.line ?? 0 >= 1)
      let kept = try Reading(cut, name: "a.tmx", options: FormatOptions(keepGoing: true))
      #expect(kept.refused.count == 1)
      let whole =
        String(decoding: cut, as: UTF8.self).split(
          separator: "</tu>", omittingEmptySubsequences: false
        ).count - 1
      #expect(kept.units.count == whole, "cut at \(count)")
    }
  }
}
