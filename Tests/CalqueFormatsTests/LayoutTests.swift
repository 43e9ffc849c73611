import CalqueInput
import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A file is recognised")
struct RecognitionTests {
  /// The format that a content under a name is taken for; nil where none is sure.
  private func format(_ text: String, _ name: String) -> String? {
    let head = FileHead(bytes: Array(text.utf8), text: Array(text.utf8), name: FileName(path: name))
    return FormatRegistry.detect(head)?.format.rawValue
  }

  @Test(
    "by its content, whatever its name",
    arguments: [
      ("<tmx version='1.4'>", "a.txt", "tmx"), ("<?xml version='1.0'?><tmx>", "a", "tmx"),
      ("<tmx>", "a.csv", "tmx"), ("\n <tmx version='1.1'>", "a.xml", "tmx"),
      ("# words\n#fr\ten\tnote\n", "a.csv", "glossary"), ("#fr\ten\n", "a", "glossary"),
      ("#fr\ten\n", "a.tmx", "glossary"), ("# x -*- coding: utf-8 -*-\na\tb\n", "a", "omegat"),
      ("# x -*- coding: utf-8 -*-\na\tb\n", "a.csv", "omegat"), ("a\tb\nc\td\n", "a", "tsv"),
      ("a,b\nc,d\n", "a", "csv"), ("a;b\nc;d\n", "a.dat", "csv"), ("sep=;\na;b\n", "a", "csv"),
      ("<martif type='TBX'>", "a", "tbx"), ("<tbx>", "a.tmx", "tbx"), ("<xliff>", "a.tmx", "xliff"),
      ("<x:xliff>", "a.xml", "xliff"), ("<mtf>", "a", "multiterm"), ("<TS>", "a.xml", "ts"),
      ("<resources>", "a", "android"), ("<HTML>", "a", "html"), ("<foo>", "a", "xml"),
      ("msgid \"\"\nmsgstr \"\"\n", "a.tsv", "po"), ("{\"unit\":{\"id\":null}}\n", "a", "jsonl"),
      ("{\"concept\":{}}\n", "a.txt", "jsonl"),
    ])
  func content(text: String, name: String, format: String) {
    #expect(self.format(text, name) == format)
  }

  @Test(
    "with the help of its name where the content leaves it open",
    arguments: [
      ("a\tb\n", "a.txt", "omegat"), ("a\tb\n", "a.utf8", "omegat"), ("a\tb\n", "a.tab", "omegat"),
      ("a\tb\n", "a.tsv", "tsv"), ("a;b\n", "a.csv", "csv"), ("a\tb\n", "a.csv", "csv"),
      ("one column\n", "a.tsv", "tsv"), ("<b>un</b>\tone\n", "a.tsv", "tsv"),
      ("<foo>\tx\n", "a.txt", "omegat"), ("<xliff>\tx\n", "a.tsv", "tsv"),
      ("# x\na\tb\n", "a.tsv", "tsv"), ("no tags at all\n", "a.tmx", "tmx"),
    ])
  func name(text: String, name: String, format: String) {
    #expect(self.format(text, name) == format)
  }

  @Test(
    "as nothing where neither says anything",
    arguments: [
      ("just some prose\n", "a"), ("just some prose\n", "a.txt"), ("", "a.tsv"), ("a,b", "a"),
      ("one, two\nand then nothing\nof the kind\nat all\n", "a"), ("{}\n", "a.json"),
    ])
  func nothing(text: String, name: String) {
    #expect(format(text, name) == nil)
  }

  @Test("as a zip archive by its first bytes, whatever it claims to be")
  func zip() throws {
    for name in ["a.tsv", "a.tmx", "a.xlsx", "a"] {
      let error = try #require(throws: FormatError.self) {
        try Reading("PK\u{3}\u{4}fr\ten\n".utf8, name: name)
      }
      #expect(error.message.contains("zip archive"))
    }
  }

  @Test(
    "and refused by its name where it is not read",
    arguments: [
      ("<resources/>", "Android resources is not read"),
      ("<foo/>", "XML with the root <foo> is not read"),
      ("<", "XML without a root is not read"),
    ])
  func refused(text: String, reason: String) throws {
    let error = try #require(throws: FormatError.self) { try Reading(text.utf8, name: "a") }
    #expect(error.message.hasPrefix(reason))
  }

  @Test("as what the user says, or refused where the content is not that")
  func asked() throws {
    let text = "a\tb\n"
    for format in [FileFormat.tsv, .csv, .omegat] {
      let options = FormatOptions(pair: LanguagePair("fr-en"), format: format)
      #expect(try Reading(text.utf8, name: "a", options: options).detected.format == format)
    }
    let glossary = try #require(throws: FormatError.self) {
      try Reading(text.utf8, name: "a.tsv", options: FormatOptions(format: .glossary))
    }
    #expect(glossary.message == "no glossary file")
    let tmx = try #require(throws: FormatError.self) {
      try Reading(text.utf8, name: "a.tsv", options: FormatOptions(format: .tmx))
    }
    #expect(tmx.place.line == 1)
    #expect(throws: FormatError.self) {
      try Reading(text.utf8, name: "a.tsv", options: FormatOptions(format: .jsonl))
    }
  }

  @Test("by a name taken apart: suffix, pair and stem")
  func names() {
    for (path, suffix, pair, stem) in [
      ("x/2023.fr-en.tmx.gz", "tmx", "fr-en", "2023"), ("a.TSV", "tsv", nil, "a"),
      ("a.fr-en.po", "po", "fr-en", "a"), ("a.fr-FR_en-GB.xlf", "xlf", "fr-FR:en-GB", "a"),
      ("a.old-new.csv", "csv", nil, "a.old-new"), (".tsv", "tsv", nil, "unnamed"),
      ("-", "", nil, "stdin"),
      ("", "", nil, "unnamed"), ("a.b.c", "c", nil, "a.b.c"), ("x.y/z", "", nil, "z"),
      ("fr-en.gz", "", "fr-en", "fr-en"),
    ] as [(String, String, String?, String)] {
      let name = FileName(path: path)
      #expect(name.suffix == suffix, "\(path)")
      #expect(name.pair?.description == pair, "\(path)")
      #expect(name.stem == stem, "\(path)")
    }
  }
}

@Suite("The layout of a table")
struct LayoutTests {
  private func sample(_ text: String) -> TableSample { TableSample(Array(text.utf8)) }

  @Test(
    "has the delimiter that cuts most rows alike",
    arguments: [
      ("a,b\nc,d\n", ","), ("a;b\nc;d\n", ";"), ("a\tb\nc\td\n", "\t"), ("a|b\nc|d\n", "|"),
      ("a;b,c\nd;e\nf;g,h,i\n", ";"), ("sep=:\na:b\n", ":"), ("\"a;b\",c\n\"d\",e\n", ","),
    ])
  func delimiters(text: String, delimiter: String) {
    let dialect = TableLayout.quotedDialect(sample(text))
    #expect(dialect?.delimiter == delimiter.utf8.first)
    #expect(dialect?.isQuoted == true)
  }

  @Test(
    "has none where no delimiter cuts half of the rows alike", arguments: ["a\nb\n", "", "a b\n"])
  func noDelimiter(text: String) {
    #expect(TableLayout.quotedDialect(sample(text)) == nil)
  }

  @Test("of pairs begins behind the header, and keeps the header's text")
  func header() throws {
    let pair = LanguagePair("de-it")
    let named = try TableLayout.pairs(
      sample("fr\ten\nUn.\tOne.\n"), dialect: .tsv, TableQuestion(fallback: pair))
    #expect(named.headerRows == 1)
    #expect(named.headerText == "fr\ten\n")
    #expect(named.columns?.languages == ["fr", "en"])
    let separated = try TableLayout.pairs(
      sample("sep=;\nfr;en\nUn.;One.\n"), dialect: Dialect(delimiter: 0x3B, isQuoted: true),
      TableQuestion(fallback: pair))
    #expect(separated.headerRows == 2)
    #expect(separated.headerText == "sep=;\nfr;en\n")
    let bare = try TableLayout.pairs(
      sample("Un.\tOne.\n"), dialect: .tsv, TableQuestion(fallback: pair))
    #expect(bare.headerRows == 0)
    #expect(bare.columns?.languages == ["de", "it"])
    let open = try TableLayout.pairs(sample("source\ttarget\n"), dialect: .tsv, TableQuestion())
    #expect(open.columns == nil)
  }

  @Test("of pairs is a glossary's where its columns or its texts say so")
  func kinds() throws {
    for (text, kind) in [
      ("fr\ten\tpos\nUn long texte qui finit par un point.\tA text.\n", Resource.Kind.glossary),
      ("fr\ten\nsommet\tsummit\n", .glossary), ("fr\ten\nLe sommet commence.\tX.\n", .memory),
      ("fr\ten\n", .memory), ("fr\ten\nOui !\tYes!\n", .memory),
    ] {
      #expect(
        try TableLayout.pairs(sample(text), dialect: .tsv, TableQuestion()).kind == kind, "\(text)")
    }
  }

  @Test("of our glossary has one or two header lines, never another's")
  func glossaries() {
    #expect(TableLayout.glossary(["#fr\ten"])?.headerRows == 1)
    #expect(TableLayout.glossary(["# title", "#fr\ten\tnote", "a\tb"])?.headerRows == 2)
    #expect(TableLayout.glossary(["# title", "#fr\ten"])?.headerText == "# title\n#fr\ten\n")
    for lines in [
      [], ["fr\ten"], ["# a", "# b", "#fr\ten"], ["#UTX 1.11; en/fr", "#src\ttgt"], ["#fr"],
      ["#src\ttgt"], ["#hello\tworld"], ["# title", "fr\ten"],
    ] {
      #expect(TableLayout.glossary(lines) == nil, "\(lines)")
    }
  }

  @Test("of OmegaT's glossary counts the comments at the top")
  func omegat() {
    let layout = TableLayout.omegat(["# a", "# b", "x\ty", "# c"], pair: LanguagePair("fr-en"))
    #expect(layout.headerRows == 2)
    #expect(layout.headerText == "# a\n# b\n")
    #expect(layout.columns?.roles == [.text(0), .text(1), .note])
    #expect(TableLayout.omegat(["x\ty"], pair: nil).columns == nil)
  }
}

@Suite("A row")
struct RowTests {
  /// What a table under a header gives.
  private func read(_ rows: String, header: String, kind: Resource.Kind? = nil) throws -> Reading {
    try Reading("\(header)\n\(rows)\n".utf8, name: "a.tsv", options: FormatOptions(kind: kind))
  }

  @Test("becomes a concept whose columns have their places")
  func concept() throws {
    let reading = try read(
      "sommet\tsummit\tn1\tpol|eco\tnoun\tm\tcime|faîte\tpeak\tmountain\tmetonym|case\t2023..\tFr.\tEn.\tdef\t7",
      header:
        "fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid\texample_fr\texample_en\tdefinition\tid"
    )
    let concept = try #require(reading.concepts.first)
    #expect(concept.terms.map(\.text) == ["sommet", "summit", "cime", "faîte", "peak", "mountain"])
    #expect(
      concept.terms.map(\.status)
        == [.preferred, .preferred, .admitted, .admitted, .admitted, .forbidden])
    #expect(concept.terms.map(\.type) == [nil, nil, .variant, .variant, .variant, nil])
    #expect(concept.terms.map(\.gender) == ["m", nil, "m", "m", nil, nil])
    #expect(concept.terms.allSatisfy { $0.partOfSpeech == "noun" })
    #expect(concept.terms.map(\.flags.isEmpty) == [false, true, false, false, true, true])
    #expect(concept.terms.allSatisfy { $0.validity == Validity("2023..") })
    #expect(concept.terms.map(\.example) == ["Fr.", "En.", nil, nil, nil, nil])
    #expect(concept.domains == ["pol", "eco"])
    #expect((concept.note, concept.definition, concept.externalID) == ("n1", "def", "7"))
    #expect(concept.meta.isEmpty)
  }

  @Test("keeps what it means nothing by, and warns of it")
  func oddities() throws {
    let reading = try read("a\tb\tshiny|case\tsoon\tx", header: "fr\ten\tflags\tvalid\tticket")
    let concept = try #require(reading.concepts.first)
    #expect(concept.terms[0].flags == [.caseSensitive])
    #expect(
      concept.meta.attributes == [
        Meta.Attribute(name: "flags", value: "shiny|case"),
        Meta.Attribute(name: "valid", value: "soon"),
      ])
    #expect(concept.meta.properties == [Meta.Property(type: "ticket", value: "x")])
    #expect(reading.warnings.map(\.message).count == 2)
  }

  @Test("with a side that is blank is skipped, and nothing of it kept")
  func emptySides() throws {
    let concepts = try read("a\t \n\tb\n\u{9}\nc\td", header: "fr\ten\tpos")
    #expect(concepts.texts == [["c", "d"]])
    #expect(concepts.skipped == ["empty side", "empty side"], "an empty row is none")
    let units = try read("a\t\n \tb\nc\td", header: "fr\ten", kind: .memory)
    #expect(units.texts == [["c", "d"]])
    #expect(units.skipped == ["empty side", "empty side"])
  }

  @Test("of a memory keeps texts byte for byte, with note, id and what no header names")
  func unit() throws {
    let reading = try read(
      " un \tone\tn\t7\tx\n deux\ttwo\t\t\t", header: "fr\ten\tnote\tid\tother", kind: .memory)
    let unit = try #require(reading.units.first)
    #expect(unit.variants.map(\.text) == [" un ", "one"])
    #expect(unit.meta.notes == [Meta.Note("n")])
    #expect(unit.externalID == "7")
    #expect(unit.meta.properties == [Meta.Property(type: "other", value: "x")])
    #expect(reading.units[1].meta.isEmpty)
  }

  @Test("of more or fewer cells than the header is read with a warning, at most twenty times")
  func ragged() throws {
    let rows = (0..<30).map { "a\($0)\tb\tc\td" }.joined(separator: "\n")
    let reading = try read(rows, header: "fr\ten\tnote")
    #expect(reading.concepts.count == 30)
    #expect(reading.warnings.count == 21)
    #expect(reading.warnings.last?.message == "10 more of this kind: ragged")
    #expect(reading.warnings.first?.message == "a row of 4 cells under a header of 3")
    #expect(reading.concepts[0].meta.properties == [Meta.Property(type: "column-4", value: "d")])
  }

  @Test("marked as forbidden forbids the terms of every language but the first")
  func forbidden() throws {
    for mark in ["true", "YES", "1", "x"] {
      let reading = try read("\(mark)\ta\tb", header: "forbidden\tfr\ten", kind: .glossary)
      #expect(reading.concepts.first?.terms.map(\.status) == [.preferred, .forbidden])
    }
    let reading = try read("no\ta\tb", header: "forbidden\tfr\ten", kind: .glossary)
    #expect(reading.concepts.first?.terms.map(\.status) == [.preferred, .preferred])
  }
}
