import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("Inline codes")
struct InlineCodeTests {
  @Test(
    "go from TMX to XLIFF",
    arguments: [
      (
        "a<bpt i=\"1\" x=\"7\" type=\"bold\">&lt;b&gt;</bpt>b<ept i=\"1\">&lt;/b&gt;</ept>c",
        "a<bpt id=\"7\" ctype=\"bold\">&lt;b&gt;</bpt>b<ept id=\"7\">&lt;/b&gt;</ept>c",
        "a<sc id=\"7\" dataRef=\"d1\" type=\"other\" subType=\"calque:bold\"/>b"
          + "<ec startRef=\"7\" dataRef=\"d2\"/>c"
      ),
      (
        "a<bpt i=\"1\"/>b<bpt i=\"2\"/>c<ept i=\"2\"/>d<ept i=\"1\"/>",
        "a<g id=\"1\">b<g id=\"2\">c</g>d</g>",
        "a<sc id=\"1\"/>b<sc id=\"2\"/>c<ec startRef=\"2\"/>d<ec startRef=\"1\"/>"
      ),
      (
        "<ph x=\"1\" type=\"lb\">&lt;br/&gt;</ph><ph x=\"2\"/><ut>{\\tab}</ut>",
        "<ph id=\"1\" ctype=\"lb\">&lt;br/&gt;</ph><x id=\"2\"/><ph id=\"c1\" ctype=\"x-ut\">{\\tab}</ph>",
        "<ph id=\"1\" dataRef=\"d1\" type=\"other\" subType=\"calque:lb\"/><ph id=\"2\"/>"
          + "<ph id=\"c1\" dataRef=\"d2\" type=\"other\" subType=\"calque:ut\"/>"
      ),
      (
        "<it pos=\"begin\" x=\"3\">x</it>a &amp; <hi type=\"term\">b</hi><ept i=\"9\"/>",
        "<it id=\"3\" pos=\"open\">x</it>a &amp; <mrk mtype=\"x-term\">b</mrk><it id=\"9\" pos=\"close\"/>",
        "<sc id=\"3\" isolated=\"yes\" dataRef=\"d1\"/>a &amp; <mrk id=\"c1\" type=\"calque:term\">b</mrk>"
          + "<ec id=\"9\" isolated=\"yes\"/>"
      ),
      (
        "<bpt i=\"1\"/>a<bpt i=\"2\"/>b<ept i=\"1\"/>c<ept i=\"2\"/>",
        "<bpt id=\"1\"/>a<bpt id=\"2\"/>b<ept id=\"1\"/>c<ept id=\"2\"/>",
        "<sc id=\"1\"/>a<sc id=\"2\"/>b<ec startRef=\"1\"/>c<ec startRef=\"2\"/>"
      ),
    ])
  func fromTMX(codes: String, first: String, second: String) throws {
    let list = try #require(InlineCodeList(codes))
    #expect(list.xliff1() == first)
    var data = [String]()
    #expect(list.xliff2(&data) == second)
  }

  @Test(
    "go from XLIFF to TMX",
    arguments: [
      (
        "a<g id=\"5\" ctype=\"x-color\">b<x id=\"6\"/></g>",
        "a<bpt i=\"1\" x=\"5\" type=\"color\"/>b<ph x=\"6\"/><ept i=\"1\"/>"
      ),
      (
        "<bx id=\"1\" rid=\"r\"/>a<ex id=\"2\" rid=\"r\"/><bx id=\"3\"/>",
        "<bpt i=\"1\" x=\"1\"/>a<ept i=\"1\"/><it pos=\"begin\" x=\"3\"/>"
      ),
      (
        "<pc id=\"1\">a</pc><ph id=\"2\"/><sc id=\"3\" isolated=\"yes\"/><mrk id=\"m\" type=\"term\">b</mrk>",
        "<bpt i=\"1\" x=\"1\"/>a<ept i=\"1\"/><ph x=\"2\"/><it pos=\"begin\" x=\"3\"/>"
          + "<hi x=\"m\" type=\"term\">b</hi>"
      ),
    ])
  func toTMX(codes: String, tmx: String) throws {
    #expect(try #require(InlineCodeList(codes)).tmx() == tmx)
  }

  @Test("that no other format has are named, and others are none")
  func lost() throws {
    let list = try #require(InlineCodeList("<ph id=\"1\" equiv-text=\"a\"><sub>b</sub></ph>"))
    #expect(list.losses == ["equiv-text", "sub"])
    #expect(InlineCodeList("<b>a</b>") == nil)
    #expect(InlineCodeList("a<sm id=\"1\"/>") == nil)
  }

  @Test("of a file are written in the words of the format, and the text stays", arguments: 0..<40)
  func converted(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let codes = Self.random(&random)
    let unit = TranslationUnit(
      sourceLanguage: "fr",
      variants: [
        Variant(language: "fr", text: "", codes: codes),
        Variant(language: "en", text: "", codes: codes),
      ])
    // The text is what a reader finds.
    let tmx = try Writing(.tmx, units: [unit])
    let read = try Reading(tmx.bytes, name: "a.tmx", options: FormatOptions(keepsIncomplete: true))
    let text = read.texts
    for version in ["1.2", "2.0"] {
      let options = WriterOptions(version: version)
      let xliff = try Writing(.xliff, options: options, units: read.units)
      let back = try Reading(
        xliff.bytes, name: "a.xlf", options: FormatOptions(keepsIncomplete: true))
      #expect(back.texts == text, "seed \(seed): \(xliff.text)")
      let again = try Writing(.tmx, units: back.units)
      let third = try Reading(
        again.bytes, name: "a.tmx", options: FormatOptions(keepsIncomplete: true))
      #expect(third.texts == text, "seed \(seed): \(again.text)")
      #expect(again.losses.keys.allSatisfy { !$0.contains("bpt") && !$0.contains("ph") })
    }
  }

  /// Codes of TMX, some of whose halves are alone.
  private static func random(_ random: inout SplitMix64) -> String {
    var result = ""
    for number in 0..<(2 + random.number(below: 6)) {
      let i = 1 + random.number(below: 3)
      switch random.number(below: 6) {
      case 0:
        result += "<bpt i=\"\(i)\(number)\">&lt;b&gt;</bpt>mot<ept i=\"\(i)\(number)\">x</ept>"
      case 1: result += "<ph x=\"\(number)\" type=\"lb\"/>"
      case 2: result += "<it pos=\"end\">y</it>"
      case 3: result += "<hi type=\"t\">in &amp; out</hi>"
      case 4: result += "<ept i=\"\(number)0\"/>"
      default: result += " texte \(number) "
      }
    }
    return result + "."
  }
}

@Suite("A memory of several formats")
struct MixedMemoryTests {
  private static let samples: [(file: String, text: String)] = [
    (
      "a.tmx",
      "<tmx version=\"1.4\"><header srclang=\"en\"/><body><?pi a?><tu><tuv xml:lang=\"en\"><seg>t "
        + "<ph x=\"1\">&lt;</ph>one</seg></tuv><tuv xml:lang=\"fr\"><seg>t un</seg></tuv></tu>"
        + "<tu><tuv xml:lang=\"en\"><seg>t two</seg><own/></tuv><tuv xml:lang=\"fr\"><seg>t deux</seg>"
        + "</tuv></tu></body></tmx>"
    ),
    (
      "a.xlf",
      "<xliff version=\"1.2\"><file original=\"a\" source-language=\"en\" target-language=\"fr\">"
        + "<body><group><trans-unit id=\"1\"><source>x <g id=\"1\">one</g></source><target>x un"
        + "</target></trans-unit></group><!-- & < --><trans-unit id=\"2\"><source>x two</source>"
        + "<target>x deux</target></trans-unit></body></file></xliff>"
    ),
    (
      "b.xlf",
      "<xliff version=\"2.0\" srcLang=\"en\" trgLang=\"fr\"><file id=\"f\"><unit id=\"u\"><segment>"
        + "<source>y <pc id=\"1\">one</pc></source><target>y un</target></segment><ignorable><source>"
        + "</source></ignorable><segment><source>y two</source><target>y deux</target></segment>"
        + "</unit></file></xliff>"
    ),
    (
      "a.po",
      "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n# alone & <\n\nmsgid \"p one\"\nmsgstr \"p un\"\n\n"
        + "msgid \"no\"\nmsgstr \"\"\n\nmsgid \"p two\"\nmsgstr \"p deux\"\n\n# tail & <\n"
    ),
    (
      "a.ts",
      "<TS version=\"2.1\" language=\"fr\" sourcelanguage=\"en\"><context><name>c</name><message>"
        + "<source>q one</source><translation>q un</translation></message><!-- & < --><message>"
        + "<source>q two</source><translation>q deux</translation></message></context></TS>"
    ),
  ]

  @Test(
    "is written whole in each of them, whatever its units keep of their files",
    arguments: [FileFormat.tmx, .xliff, .po, .qt, .tbx, .multiTerm, .csv])
  func everyPair(format: FileFormat) throws {
    let readings = try Self.samples.map { sample in
      try Reading(sample.text.utf8, name: sample.file)
    }
    var mixed = [TranslationUnit]()
    // A unit of each file in turn, so that no piece stands where it stood.
    for number in 0..<2 { mixed += readings.map { $0.units[number] } }
    let headers: [FileHeader?] = [nil] + readings.map(\.header)
    for units in readings.map(\.units) + [mixed] {
      for header in headers {
        for version in format == .xliff ? [nil, "1.2", "2.0"] : [nil] {
          let written = try Writing(
            format, header: header,
            options: WriterOptions(pair: Self.pair, version: version),
            units: units)
          let options = FormatOptions(pair: Self.pair, kind: format.isTable ? .memory : nil)
          let back = try Reading(
            written.bytes, name: "a." + (format.isTable ? "csv" : "x"), options: options)
          let wanted = units.map { $0.variants.map { $0.text.trimmingBlanks } }
          #expect(
            Self.sorted(back.texts.map { $0.map(\.trimmingBlanks) }) == Self.sorted(wanted),
            "\(header?.format.rawValue ?? "-"): \(written.text)")
        }
      }
    }
  }

  private static let pair = LanguagePair(source: "en", target: "fr")

  private static func sorted(_ texts: [[String]]) -> [[String]] {
    texts.sorted { $0.joined(separator: "\t") < $1.joined(separator: "\t") }
  }
}
