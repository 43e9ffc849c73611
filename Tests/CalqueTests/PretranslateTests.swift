import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

@Suite("Filling a file from the memory")
struct PretranslateTests {
  let memory: FillingMemory

  init() throws { memory = try FillingMemory() }

  @Test("marks an entry before its previous texts, which nothing may part from it")
  func previous() throws {
    for end in ["\n", "\r\n"] {
      let entry = "#| msgid \"Jour\"\nmsgid \"Un jour\"\nmsgstr "
      let header = "msgid \"\"\nmsgstr \"Language: en\\nX-Source-Language: fr\\n\"\n\n"
      let before = (header + "# a\n" + entry + "\"\"\n").replacing("\n", with: end)
      let after = (header + "# a\n#, fuzzy\n" + entry + "\"One day\"\n").replacing("\n", with: end)
      #expect(try memory.fill(before, "a.po").text == after)
    }
  }

  @Test("leaves out what the file's encoding cannot hold, and says so")
  func encoding() throws {
    let pair = try #require(LanguagePair("fr-en"))
    try memory.workspace.add("Combien ?", "How much? €", pair: pair)
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n\n"
    let (text, result) = try memory.fill(
      header + "msgid \"Combien ?\"\nmsgstr \"\"\n\nmsgid \"Un jour\"\nmsgstr \"\"\n", "a.po")
    #expect((result.filled, result.leftOut) == (1, 1))
    #expect(text.contains("#, fuzzy\nmsgid \"Un jour\"\nmsgstr \"One day\"\n"))
    #expect(text.contains("msgid \"Combien ?\"\nmsgstr \"\"\n"))
  }

  @Test("of XLIFF 1.2 adds targets and proposals, and changes nothing else")
  func versionOne() throws {
    let units = """
        <trans-unit id="1"><source>Le sommet s&#8217;ouvre.</source>@1</trans-unit>\r
        <trans-unit id='2' approved="no"  ><source>Un jour</source>\r
          @2<note>x</note></trans-unit>\r
        <trans-unit id="3"><source>Un jour</source><target>déjà</target></trans-unit>\r
        <trans-unit id="4" translate="no"><source>Un jour</source></trans-unit>\r
        <trans-unit id="5"><source>Les ministres arrivent à Rome.</source>@5</trans-unit>
      """
    let before = memory.first(
      units.replacing("@1", with: "").replacing("@5", with: "")
        .replacing("@2", with: "<target state='new' xml:lang=\"en\"/>"))
    let (text, result) = try memory.fill(before, "a.xlf")
    let state = "state=\"needs-review-translation\" state-qualifier=\"exact-match\""
    let proposal = text.components("<alt-trans").last?.components("</alt-trans>").first ?? ""
    #expect(proposal.contains("<target>The ministers are arriving in Paris.</target>"))
    let after = memory.first(
      units.replacing(
        "@1", with: "<target \(state)>The summit &lt;opens&gt; &amp; closes.</target>"
      )
      .replacing("@2", with: "<target xml:lang=\"en\" \(state)>One day</target>")
      .replacing("@5", with: "<alt-trans\(proposal)</alt-trans>"))
    #expect(text == after)
    #expect((result.segments, result.translated, result.filled, result.proposed) == (5, 1, 2, 1))
    // The two follow each other in the memory as well.
    #expect(result.bands.size(.context).segments == 2)
  }

  @Test("of SDLXLIFF fills marks, and says in the segment's definition that it is a match")
  func trados() throws {
    let before = memory.first(
      """
      <trans-unit id="t"><source>x</source><seg-source><g id="1"><mrk mtype="seg" mid="1">Un jour\
      </mrk> <mrk mtype="seg" mid="2">Une nuit sans fin</mrk></g></seg-source><sdl:seg-defs>\
      <sdl:seg id="1" conf="Translated"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>\
      <trans-unit id="u"><source>x</source><seg-source><mrk mtype="seg" mid="3">Un jour</mrk>\
      </seg-source><target><mrk mtype="seg" mid="3"/></target><sdl:seg-defs><sdl:seg id="3"/>\
      <sdl:seg id="9" locked="true"/></sdl:seg-defs></trans-unit>
      """)
    let (text, result) = try memory.fill(before, "a.sdlxliff")
    let mark = "origin=\"tm\" origin-system=\"my-memory\" percent=\"100\""
    let after =
      before
      .replacing(
        "</g></seg-source>",
        with: "</g></seg-source><target><g id=\"1\"><mrk mtype=\"seg\" mid=\"1\">One day</mrk> "
          + "<mrk mtype=\"seg\" mid=\"2\"></mrk></g></target>"
      )
      .replacing("id=\"1\" conf=\"Translated\"/>", with: "id=\"1\" conf=\"Draft\" \(mark)/>")
      .replacing(
        "<mrk mtype=\"seg\" mid=\"3\"/>", with: "<mrk mtype=\"seg\" mid=\"3\">One day</mrk>"
      )
      .replacing("<sdl:seg id=\"3\"/>", with: "<sdl:seg id=\"3\" conf=\"Draft\" \(mark)/>")
    #expect(text == after)
    #expect(result.filled == 2)
    let reader = try FileReader(bytes: result.bytes, named: "a.sdlxliff")
    var units = [TranslationUnit]()
    try reader.read { if case .unit(let unit, _) = $0 { units.append(unit) } }
    #expect(units.map(\.status) == [.draft, .draft])
    #expect(units.map { $0.variants[1].text } == ["One day", "One day"])
  }

  @Test("of XLIFF 2 adds targets, matches and the glossary's terms")
  func versionTwo() throws {
    let before = """
      <x:xliff version="2.0" xmlns:x="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" \
      trgLang="en"><x:file id="f"><x:unit id="u"><x:segment id="s"><x:source>Le sommet s’ouvre.\
      </x:source></x:segment></x:unit><x:unit id="v"><x:segment state='final'>\
      <x:source>Un jour</x:source><x:target/></x:segment></x:unit></x:file></x:xliff>
      """
    let (text, result) = try memory.fill(before, "a.xlf")
    let after =
      before
      .replacing(
        "<x:unit id=\"u\"><x:segment id=\"s\">",
        with: "<x:unit id=\"u\"><gls:glossary xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\">"
          + "<gls:glossEntry><gls:term source=\"my-terms\">sommet</gls:term>"
          + "<gls:translation>summit</gls:translation></gls:glossEntry></gls:glossary>"
          + "<x:segment id=\"s\" state=\"initial\" subState=\"calque:exact-match\">"
      )
      .replacing(
        "s’ouvre.</x:source>",
        with: "s’ouvre.</x:source><x:target>The summit &lt;opens&gt; &amp; closes.</x:target>"
      )
      .replacing(
        "<x:segment state='final'>",
        with: "<x:segment state='initial' subState=\"calque:exact-match\">"
      )
      .replacing("<x:target/>", with: "<x:target>One day</x:target>")
    #expect(text == after)
    #expect((result.filled, result.terms) == (2, 1))
  }

  @Test("of PO fills entries as a whole, and marks them", arguments: ["\n", "\r\n"])
  func catalogue(lineEnd: String) throws {
    let header =
      "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
      + "\"Language: en\\n\"\n\"X-Source-Language: fr\\n\"\n\n"
    let body = """
      # a comment
      #, c-format
      @1msgctxt "x"
      msgid ""
      "Le sommet "
      "s’ouvre."
      msgstr @2

      @1msgid "Un jour"
      msgid_plural "%d jours"
      msgstr[0] @3
      msgstr[1] @4

      msgid "Un jour"
      msgstr "fait"

      msgid "inconnu de tous"
      msgstr   ""
      #~ msgid "Un jour"
      #~ msgstr ""

      """
    func filled(_ mark: String, _ texts: [String]) -> String {
      var text = body.replacing("@1", with: mark)
      for (number, part) in texts.enumerated() {
        text = text.replacing("@\(number + 2)", with: part)
      }
      return (header + text).replacing("\n", with: lineEnd)
    }
    let before = filled("", ["\"\"", "\"\"", "\"\""])
    let (text, result) = try memory.fill(before, "a.po")
    #expect(
      text
        == filled(
          "#, fuzzy\n", ["\"The summit <opens> & closes.\"", "\"One day\"", "\"%d days\""]))
    #expect((result.segments, result.translated, result.filled) == (5, 1, 3))
  }

  @Test("of UTF-16 writes UTF-16")
  func encodings() throws {
    let text = memory.first("<trans-unit id='1'><source>Un jour</source></trans-unit>")
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let path = try memory.folder.write(bytes, to: "a.xlf")
    let filled = try memory.workspace.pretranslate(path).bytes
    #expect(Array(filled.prefix(bytes.count / 2)) == Array(bytes.prefix(bytes.count / 2)))
    #expect(filled.count > bytes.count)
    let untouched = try memory.workspace.pretranslate(
      memory.folder.write(
        text.replacing("Un jour", with: "rien de tel").utf16
          .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "b.xlf"))
    #expect(
      untouched.bytes
        == text.replacing("Un jour", with: "rien de tel").utf16
        .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  @Test("with codes that the unit does not have takes a point off")
  func codes() throws {
    let text = memory.first("<trans-unit id='1'><source>Un <x id='1'/>jour</source></trans-unit>")
    #expect(try memory.fill(text, "a.xlf").result.filled == 0)
    let (filled, result) = try memory.fill(text, "a.xlf", minimum: 99)
    #expect(filled.contains("state-qualifier=\"fuzzy-match\">One day</target>"))
    #expect(result.bands.size(.from95).segments == 1)
  }

  @Test("refuses a file that has no place for translations")
  func others() throws {
    for (text, name) in [("fr\ten\nUn\tjour\n", "a.tsv"), ("<xliff><file>", "a.xlf")] {
      let path = try memory.folder.write(text, to: name)
      let error = #expect(throws: WorkspaceError.self) { try memory.workspace.pretranslate(path) }
      #expect(error?.kind == .file)
    }
  }

  @Test("is preceded by an analysis that counts as a walk over the segments does")
  func analysis() throws {
    let sources = [
      "Un jour", "Un jour", "Les ministres arrivent à Rome.", "rien de tel ici", "Une nuit",
      "Le sommet s’ouvre.", "Les ministres arrivent à Rome.", " ",
    ]
    let units = sources.enumerated().map { number, source in
      "<trans-unit id='\(number)'><source>\(source)</source></trans-unit>"
    }
    let path = try memory.folder.write(memory.first(units.joined(separator: "\n")), to: "a.xlf")
    let analysis = try memory.workspace.analyse(path)
    var options = LookupOptions(pair: try #require(LanguagePair("fr-en")))
    options.minimum = 50
    let lookup = try memory.workspace.lookup(options)
    var expected: [MatchBand: Int] = [:]
    for (number, source) in sources.enumerated() where source != " " {
      let isRepeated = sources[..<number].contains(source)
      let score = try lookup.matches(source).first?.score
      expected[isRepeated ? .repetition : MatchBand(score: score), default: 0] += 1
    }
    for band in MatchBand.allCases {
      #expect(analysis.bands.size(band).segments == expected[band] ?? 0, "\(band)")
    }
    #expect(analysis.bands.size(.exact).segments == 2)
    #expect(analysis.bands.size(.repetition).segments == 2)
    #expect(analysis.bands.size(.repetition).words == 7)
    #expect(analysis.bands.size(.repetition).characters == 32)
    #expect(analysis.svg.hasPrefix("<svg "))
    #expect(!analysis.svg.contains("href"))
  }
}
