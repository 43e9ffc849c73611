import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("The document of a termbase")
struct TermbaseDocumentTests {
  private func entry(_ id: String, _ terms: (String, String)...) -> String {
    "<conceptEntry id='\(id)'>"
      + terms.map { "<langSec xml:lang='\($0)'><termSec><term>\($1)</term></termSec></langSec>" }
      .joined() + "</conceptEntry>"
  }

  private func document(_ entries: String, root: String = "tbx type='TBX-Basic' style='dca'")
    -> String
  {
    "<?xml version='1.0'?>\n<\(root)><tbxHeader><p>h</p></tbxHeader><text><body>\(entries)</body>"
      + "<back/></text></\(root.prefix { $0 != " " })>"
  }

  @Test("goes out again as it came: comments, entries without terms, and what follows them")
  func back() throws {
    let text = document(
      "<?go now?>" + entry("1", ("fr", "loi"), ("en", "law")) + "\n <conceptEntry id='2'/>\n"
        + entry("3", ("fr", "sens")) + "<conceptEntry id='4'/>")
    let reading = try Reading(text.utf8, name: "a.tbx")
    #expect(reading.texts == [["loi", "law"], ["sens"]])
    #expect(reading.skipped == ["no term", "no term"])
    let written = try Writing(back: reading).text
    func bare(_ text: String) -> String {
      text.replacing("'", with: "\"").filter { !$0.isWhitespace }
        .replacing("<?xmlversion=\"1.0\"encoding=\"UTF-8\"?>", with: "")
        .replacing("<?xmlversion=\"1.0\"?>", with: "")
        .replacing("<conceptEntryid=\"2\"></conceptEntry>", with: "<conceptEntryid=\"2\"/>")
        .replacing("<conceptEntryid=\"4\"></conceptEntry>", with: "<conceptEntryid=\"4\"/>")
    }
    #expect(bare(written) == bare(text))
    let again = try Reading(written.utf8, name: "a.tbx")
    #expect(again.concepts == reading.concepts)
  }

  @Test("has its concepts in the languages that were asked for")
  func pairs() throws {
    let text = document(
      entry("1", ("fr", "loi"), ("en-GB", "law"), ("de", "Gesetz")) + entry("2", ("it", "legge")))
    let reading = try Reading(text.utf8, name: "a.tbx")
    let written = try Writing(back: reading, options: WriterOptions(pair: LanguagePair("fr-en")))
    #expect(written.losses == ["term in de": 1, "term in it": 1, "concept without a term": 1])
    #expect(try Reading(written.bytes, name: "a.tbx").texts == [["loi", "law"]])
  }

  @Test("takes concepts of other files in its own style")
  func style() throws {
    let concept = Concept(terms: [Term(language: "fr", text: "neu", partOfSpeech: "noun")])
    for (root, entry, part) in [
      ("tbx type='TBX-Basic' style='dca'", "<conceptEntry>", "<termNote type=\"partOfSpeech\">"),
      (
        "tbx style=\"dct\" xmlns:min=\"m\" xmlns:basic=\"b\"", "<conceptEntry>",
        "<min:partOfSpeech>"
      ),
      ("tbx style=\"dct\"", "<conceptEntry xmlns:min=", "<min:partOfSpeech>"),
      ("martif type='TBX'", "<termEntry>", "<termNote type=\"partOfSpeech\">"),
    ] {
      let reading = try Reading(
        document(self.entry("1", ("fr", "loi")), root: root).utf8, name: "a.tbx")
      let written = try Writing(
        .tbx, header: reading.header, concepts: reading.concepts + [concept]
      ).text
      #expect(written.contains(entry), "\(root): \(written)")
      #expect(written.contains(part), "\(root): \(written)")
      #expect(try Reading(written.utf8, name: "a.tbx").texts == [["loi"], ["neu"]], "\(root)")
    }
  }

  @Test("gives a domain to concepts that have none, and knows its languages beforehand")
  func options() throws {
    let text = document(
      entry("1", ("fr", "loi"), ("en", "law")) + entry("2", ("de", "Gesetz"))
        + "<conceptEntry><descrip type='subjectField'>eu</descrip><langSec xml:lang='FR'><termSec>"
        + "<term>x</term></termSec></langSec></conceptEntry>")
    let reading = try Reading(text.utf8, name: "a.tbx", options: FormatOptions(domain: "press"))
    #expect(reading.concepts.map(\.domains) == [["press"], ["press"], ["eu"]])
    #expect(reading.detected.languages == ["fr", "en", "de"])
    #expect(reading.detected.kind == .glossary)
    // The domain is the reader's, so the entry is written as it was.
    #expect(try !Writing(back: reading).text.contains("press"))
  }

  @Test(
    "of a new file comes back, whatever its concepts say", arguments: ["basic", "dct", "2", "min"])
  func random(style: String) throws {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    func text() -> String {
      let pieces = ["a", "é", "<", "&", "\"", "x y", "]]>", "😀", "'"]
      return "t"
        + (0..<random.number(below: 4)).map { _ in pieces[random.number(below: pieces.count)] }
        .joined()
    }
    let concepts = (0..<40).map { number in
      Concept(
        externalID: "c\(number)", domains: random.number(below: 2) == 0 ? [text()] : [],
        note: random.number(below: 2) == 0 ? text() : nil,
        terms: (["fr", "en", "de"] as [LanguageTag]).flatMap { language in
          (0..<random.number(below: 3)).map { place in
            Term(
              language: language, text: text(),
              status: place == 0
                ? .preferred : random.number(below: 2) == 0 ? .admitted : .forbidden,
              partOfSpeech: random.number(below: 2) == 0 ? "noun" : nil,
              note: random.number(below: 3) == 0 ? text() : nil)
          }
        })
    }.filter { !$0.terms.isEmpty }
    let written = try Writing(
      .tbx, options: WriterOptions(version: style), concepts: concepts)
    #expect(written.losses == [:], "seed \(seed)")
    let back = try Reading(written.bytes, name: "a.tbx").concepts.map { concept in
      var plain = concept.withoutVerbatim
      for place in plain.terms.indices { plain.terms[place].rawStatus = nil }
      return plain
    }
    #expect(back == concepts, "seed \(seed)")
  }

  @Test("keeps the sections of an entry by a list that is heeded while it is true")
  func sections() {
    var concept = Concept(terms: [
      Term(language: "fr", text: "a"), Term(language: "en", text: "b"),
      Term(language: "fr", text: "c"),
    ])
    concept.keepSections([("fr", 1), ("en", 1), ("de", 0), ("fr", 1)])
    #expect(
      concept.sections.map { "\($0.language) \($0.terms.map(\.text))" } == [
        "fr [\"a\"]", "en [\"b\"]", "de []", "fr [\"c\"]",
      ])
    concept.terms.removeLast()
    #expect(concept.sections.map(\.language.written) == ["fr", "en"], "it says too much by now")
    var plain = Concept(terms: [Term(language: "fr", text: "a")])
    plain.keepSections([("fr", 1)])
    #expect(plain.meta.isEmpty, "nothing that the terms do not say")
  }
}

@Suite("MultiTerm's XML")
struct MultiTermFieldTests {
  @Test("names its fields as each termbase likes, with a number behind them")
  func fields() throws {
    let text = """
      <mtf><conceptGrp><concept> 12 </concept>\
      <descripGrp><descrip type='Subject 2'>law</descrip></descripGrp>\
      <descripGrp><descrip type='Definition1'>d</descrip></descripGrp>\
      <descripGrp><descrip type='Remarque'>m</descrip></descripGrp>\
      <languageGrp><language type='Anglais' lang=''/><descripGrp><descrip type='Definition'>e</descrip>\
      </descripGrp><termGrp><term>law</term><descripGrp><descrip type='Grammar'>noun</descrip>\
      </descripGrp><descripGrp><descrip type='Genre'>neuter</descrip></descripGrp><descripGrp>\
      <descrip type='Context'>A law.</descrip></descripGrp><descripGrp><descrip type='Statut'>préféré\
      </descrip></descripGrp><descripGrp><descrip type='Status'>seen</descrip></descripGrp></termGrp>\
      </languageGrp><languageGrp><language/><termGrp><term>x</term></termGrp><termGrp/></languageGrp>\
      </conceptGrp></mtf>
      """
    let concept = try #require(try Reading(text.utf8, name: "a.xml").concepts.first)
    #expect(concept.externalID == "12")
    #expect(concept.domains == ["law"])
    #expect((concept.definition, concept.note) == ("d", "m"))
    #expect(concept.terms.map(\.language.written) == ["en", "und"])
    let term = concept.terms[0]
    #expect((term.partOfSpeech, term.gender, term.example) == ("noun", "n", "A law."))
    #expect((term.status, term.rawStatus) == (.preferred, "préféré"))
    #expect(term.meta.properties == [Meta.Property(type: "Status", value: "seen")])
    #expect(
      concept.meta.properties == [
        Meta.Property(
          type: "Definition", value: "e", attributes: [Meta.Attribute(name: "lang", value: "en")])
      ])
  }

  @Test("is written in UTF-16 with what the model says, and comes back")
  func written() throws {
    let concept = Concept(
      externalID: "7", domains: ["law"], definition: "d", note: "n",
      terms: [
        Term(
          language: "fr", text: "loi 😀 <", partOfSpeech: "noun", gender: "f", flags: [.metonym],
          example: "Une loi.", note: "m"),
        Term(language: "en-GB", text: "law", status: .forbidden),
      ])
    let written = try Writing(.multiTerm, concepts: [concept])
    #expect(written.losses == ["flags": 1])
    #expect(written.text.contains("<language lang=\"en-GB\" type=\"English\"/>"))
    let back = try #require(try Reading(written.bytes, name: "a.xml").concepts.first)
    #expect(back.terms.map(\.text) == ["loi 😀 <", "law"])
    #expect(back.terms.map(\.status) == [.preferred, .forbidden])
    #expect((back.definition, back.note, back.domains) == ("d", "n", ["law"]))
    #expect(back.terms[0].partOfSpeech == "noun" && back.terms[0].gender == "f")
    #expect(back.terms[0].example == "Une loi." && back.terms[0].note == "m")
  }
}
