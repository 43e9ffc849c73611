import CalqueFormats
import CalqueModel
import TestSupport
import Testing

/// The lines are counted by line feeds alone, so that both files agree on where they are.
@Suite("The lines of two files that translate each other")
struct MosesEdgeTests {
  private struct Read {
    var languages: [LanguageTag]
    var name: String?
    var texts: [[String]] = []
    var skipped: [Int] = []
    var warnings: [FormatWarning] = []
  }

  private func reading(
    _ source: (name: String, text: [UInt8]), _ target: (name: String, text: [UInt8]),
    _ options: FormatOptions = FormatOptions()
  ) throws -> Read {
    let folder = try TemporaryFolder()
    let reader = try FileReader(
      moses: folder.write(source.text, to: source.name),
      folder.write(target.text, to: target.name), options: options)
    var read = Read(languages: reader.detected.languages, name: reader.detected.resourceName)
    try reader.read { event in
      switch event {
      case .unit(let unit, _): read.texts.append(unit.variants.map(\.text))
      case .skipped(let reason, let place):
        #expect(reason == "empty side")
        read.skipped.append(place.line)
      case .warning(let warning): read.warnings.append(warning)
      default: break
      }
    }
    return read
  }

  @Test(
    "have the languages that the user names, else those of the files' names, else the usual pair",
    arguments: [
      ("corpus.fr", "corpus.en", nil, nil, "fr en", "corpus"),
      ("corpus.fr", "corpus.en", "de-it", "es-pt", "de it", "corpus"),
      ("news.2023.fr", "news.2023.en", nil, "es-pt", "fr en", "news.2023"),
      ("a.txt", "b.txt", nil, "es-pt", "es pt", "a"),
      ("source", "target", nil, "es-pt", "es pt", "source"),
      ("a.fr", "b", nil, "es-pt", "es pt", "a"),
    ] as [(String, String, String?, String?, String, String)])
  func languages(
    source: String, target: String, pair: String?, fallback: String?, expected: String, name: String
  ) throws {
    let options = FormatOptions(
      pair: pair.flatMap { LanguagePair($0) }, fallbackPair: fallback.flatMap { LanguagePair($0) })
    let read = try reading((source, Array("un\n".utf8)), (target, Array("one\n".utf8)), options)
    #expect(read.languages.map(\.written).joined(separator: " ") == expected)
    #expect(read.name == name)
    #expect(read.texts == [["un", "one"]])
  }

  @Test("are refused without any language, with a remedy that names the option")
  func nameless() throws {
    let error = try #require(throws: FormatError.self) {
      try reading(("a.txt", Array("un\n".utf8)), ("b.txt", Array("one\n".utf8)))
    }
    #expect(error.message == "the languages of the two files are not named")
    #expect(error.remedy == .namePair)
  }

  @Test(
    "are passed over where a side is blank, and keep step",
    arguments: [
      ("un\n\ndeux\n", "one\n\ntwo\n", [["un", "one"], ["deux", "two"]], [2]),
      ("un\n \t\ndeux\n", "one\nx\ntwo", [["un", "one"], ["deux", "two"]], [2]),
      ("\nun\n", "x\none\n", [["un", "one"]], [1]),
      ("a\u{2028}b\u{B}c\u{85}d\n", "e\n", [["a\u{2028}b\u{B}c\u{85}d", "e"]], []),
      ("un", "one\r\n", [["un", "one"]], []),
    ])
  func blanks(source: String, target: String, texts: [[String]], skipped: [Int]) throws {
    let read = try reading(("a.fr", Array(source.utf8)), ("a.en", Array(target.utf8)))
    #expect(read.texts == texts)
    #expect(read.skipped == skipped)
  }

  @Test(
    "are refused where a file is empty or blank, by that file's name", arguments: ["", "\n \n"])
  func nothing(text: String) throws {
    for (source, target, file) in [(text, "one\n", "a.fr"), ("un\n", text, "a.en")] {
      let error = try #require(throws: FormatError.self) {
        try reading(("a.fr", Array(source.utf8)), ("a.en", Array(target.utf8)))
      }
      #expect(error.place.file.hasSuffix("/" + file))
      #expect(error.message == (text.isEmpty ? "the file is empty" : "the file holds only blanks"))
    }
  }

  @Test("are each in their file's own encoding")
  func encodings() throws {
    let wide: [UInt8] = [0xFF, 0xFE, 0xE9, 0, 0x74, 0, 0xE9, 0, 0x0A, 0]
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("été\n".utf8)
    for (number, source) in [wide, marked].enumerated() {
      let read = try reading(("a.fr", source), ("a.en", Array("summer “x”\n".utf8)))
      #expect(read.texts == [["été", "summer “x”"]], "\(number)")
      #expect(read.warnings == [])
    }
  }

  @Test("are warned about where the encoding is a guess, with the name of the second file")
  func guesses() throws {
    let western: [UInt8] = [0xE9, 0x74, 0xE9, 0x0A]
    let said = "the file is not UTF-8; it was read as Windows-1252"
    let utf8 = Array("été\n".utf8)
    for (source, target) in [(western, utf8), (utf8, western), (western, western)] {
      let read = try reading(("a.fr", source), ("a.en", target))
      #expect(read.texts == [["été", "été"]])
      #expect(read.warnings.allSatisfy { $0.line == 0 && $0.message.hasSuffix(said) })
      let isOfSecond = read.warnings.map { $0.message.contains("/a.en: ") }
      #expect(isOfSecond == (source == utf8 ? [] : [false]) + (target == utf8 ? [] : [true]))
    }
  }

  @Test(
    "that one file alone has are an error at that file's first line too many",
    arguments: [
      ("un\ndeux\n", "one\n", "a.fr", "a.en"), ("un\n", "one\n\n", "a.en", "a.fr"),
    ])
  func uneven(source: String, target: String, long: String, short: String) throws {
    let error = try #require(throws: FormatError.self) {
      try reading(("a.fr", Array(source.utf8)), ("a.en", Array(target.utf8)))
    }
    #expect(error.place.file.hasSuffix("/" + long))
    #expect([error.place.line, error.place.column] == [2, 1])
    #expect(error.message.hasSuffix("/\(short) has no line 2"))
    #expect(error.remedy == "check that each line translates the same line of the other file")
  }

  @Test("hold the sides in the order of the pair, and count what they cannot hold")
  func written() {
    var unit = TranslationUnit(
      externalID: "7", status: .approved,
      variants: [
        Variant(language: "en", text: "one\r\ntwo"), Variant(language: "fr", text: "un"),
        Variant(language: "de", text: "eins"),
      ])
    unit.meta.notes = [Meta.Note("n")]
    var lines = MosesLines(pair: LanguagePair("fr-en"))
    let written = lines.lines(of: unit)
    #expect(
      written.map { [$0.source, $0.target] } == [Array("un\n".utf8), Array("one  two\n".utf8)])
    #expect(lines.losses["line break"] == 2)
    #expect(lines.losses["tuid"] == 1)
    #expect(lines.losses["note"] == 1)
    for (source, target) in [("", "x"), ("x", ""), ("x", " \t")] {
      let blank = TranslationUnit(variants: [
        Variant(language: "fr", text: source), Variant(language: "en", text: target),
      ])
      #expect(lines.lines(of: blank) == nil, "'\(source)' '\(target)'")
    }
    #expect(lines.written == 1)
    #expect(lines.losses["unit without both languages"] == 3)
  }
}
