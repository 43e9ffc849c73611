import CalqueFormats
import CalqueModel
import Testing

@Suite("A termbase in TBX")
struct TBXTests {
  /// An entry in the elements of a version and the style of its data categories.
  private func document(_ body: String) -> String {
    let isV2 = body.contains("termEntry")
    let root = isV2 ? "martif type='TBX-Basic'" : "tbx type='TBX-Basic' style='dca'"
    return "<\(root) xml:lang='en'><text><body>\(body)</body></text></\(isV2 ? "martif" : "tbx")>"
  }

  private let fields = """
    <descrip type='subjectField'>politics</descrip>\
    <descripGrp><descrip type='definition'>A meeting
      of leaders.</descrip><admin type='source'>desk</admin></descripGrp><note>n</note>
    """

  private func entry(_ entry: String, _ language: String, _ term: String) -> String {
    """
    <\(entry) id='c1'>\(fields)<\(language) xml:lang='en-GB'><\(term)><term>summit</term>\
    <termNote type='partOfSpeech'>noun</termNote>\
    <termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>\
    <descrip type='context'>The summit opens.</descrip></\(term)>\
    <\(term)><term>top-level <hi>meeting</hi></term></\(term)></\(language)>\
    <\(language) xml:lang='fr'><\(term)><term>sommet</term>\
    <termNote type='grammaticalGender'>masculine</termNote>\
    <termNote type='termType'>fullForm</termNote></\(term)>\
    <\(term)><term>pic</term><termNote type='administrativeStatus'>deprecated</termNote></\(term)>\
    </\(language)></\(entry)>
    """
  }

  private func check(_ concept: Concept?) throws {
    let concept = try #require(concept)
    #expect(concept.externalID == "c1")
    #expect(concept.domains == ["politics"])
    #expect(concept.definition == "A meeting of leaders.")
    #expect(concept.note == "n")
    #expect(concept.terms.map(\.text) == ["summit", "top-level meeting", "sommet", "pic"])
    #expect(concept.terms.map(\.status) == [.preferred, .admitted, .preferred, .forbidden])
    #expect(concept.terms[0].rawStatus == "preferredTerm-admn-sts")
    #expect(concept.terms[0].partOfSpeech == "noun")
    #expect(concept.terms[0].example == "The summit opens.")
    #expect(concept.terms[2].gender == "m")
    #expect(concept.terms[2].type == .full)
  }

  @Test(
    "reads the same from version 2 and 3",
    arguments: [("termEntry", "langSet", "tig"), ("conceptEntry", "langSec", "termSec")])
  func versions(entry: String, language: String, term: String) throws {
    let reading = try Reading(
      document(self.entry(entry, language, term)).utf8, name: "a.tbx")
    #expect(reading.detected.languages == ["en-GB", "fr"])
    try check(reading.concepts.first)
  }

  @Test("reads data categories that are elements, terms in a group, and TBX-Min 1")
  func styles() throws {
    let dct = """
      <tbx xmlns:min='m' xmlns:basic='b' style='dct'><text><body><conceptEntry id='1'>\
      <min:subjectField>law</min:subjectField><langSec xml:lang='fr'>\
      <descripGrp><basic:definition>d</basic:definition></descripGrp>\
      <termSec><term>loi</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>\
      </conceptEntry></body></text></tbx>
      """
    let concept = try Reading(dct.utf8, name: "a").concepts.first
    #expect(concept?.domains == ["law"])
    #expect(concept?.definition == "d")
    #expect(concept?.terms.first?.partOfSpeech == "noun")
    let grouped = document(
      "<termEntry><langSet xml:lang='fr'><ntig><termGrp><term>loi</term>"
        + "<termNote type='partOfSpeech'>n</termNote></termGrp></ntig></langSet></termEntry>")
    #expect(try Reading(grouped.utf8, name: "a").concepts.first?.terms.first?.partOfSpeech == "n")
    let min = """
      <TBX dialect='TBX-Min'><header/><body><entry id='C2'><langGroup xml:lang='de'><termGroup>\
      <term>Hund</term><termStatus>notRecommended</termStatus></termGroup></langGroup></entry>\
      </body></TBX>
      """
    #expect(try Reading(min.utf8, name: "a").concepts.first?.terms.first?.status == .forbidden)
  }

  @Test("comes back as it was, with all that the model has no place for")
  func verbatim() throws {
    let odd =
      "<conceptEntry id='x' xml:lang='fr'><ref type='see' target='c1'>c1</ref>"
      + "<langSec xml:lang='fr'><termSec id='t'><term>a <hi>b</hi></term>"
      + "<transacGrp><transac type='origination'>o</transac><date>2020-01-01</date></transacGrp>"
      + "</termSec></langSec></conceptEntry>"
    let text =
      "<tbx type='Own' style='dca'><tbxHeader><p>h</p></tbxHeader><text><body>"
      + entry("conceptEntry", "langSec", "termSec") + "<!-- -->" + odd
      + "</body><back><refObjectSec type='bibl'/></back></text></tbx>"
    let reading = try Reading(text.utf8, name: "a.tbx")
    let written = try Writing(back: reading)
    #expect(written.losses == [:])
    for part in [
      "<tbxHeader><p>h</p>", "target=\"c1\">c1</ref>", "<date>2020-01-01</date>",
      "</body><back><refObjectSec type=\"bibl\"/></back></text></tbx>", "A meeting\n  of leaders.",
    ] {
      #expect(written.text.contains(part), "\(part)")
    }
    let again = try Reading(written.text.utf8, name: "a.tbx")
    #expect(try Writing(back: again).text == written.text)
    // A concept that was changed is written from the model.
    var changed = reading.concepts
    changed[0].terms[0].text = "conference"
    let other = try Writing(.tbx, header: reading.header, concepts: changed).text
    #expect(other.contains("<term>conference</term>"))
    #expect(!other.contains("<term>summit</term>"))
  }

  @Test("is written in each style, and read again", arguments: [nil, "dct", "2"] as [String?])
  func written(style: String?) throws {
    let reading = try Reading(
      document(entry("conceptEntry", "langSec", "termSec")).utf8, name: "a.tbx")
    let written = try Writing(
      .tbx, options: WriterOptions(version: style ?? "basic"), concepts: reading.concepts)
    // What the source of the definition says has no place in a new entry.
    #expect(written.losses == [:] || written.losses == ["prop": 1])
    let again = try Reading(written.text.utf8, name: "a.tbx")
    try check(again.concepts.first)
    let twice = try Writing(
      .tbx, options: WriterOptions(version: style ?? "basic"), concepts: again.concepts)
    #expect(twice.text == written.text)
  }

  @Test("keeps a language without terms, and one in two sections")
  func sections() throws {
    func section(_ language: String, _ term: String?) -> String {
      let term = term.map { "<termSec><term>\($0)</term></termSec>" } ?? ""
      return "<langSec xml:lang='\(language)'>\(term)</langSec>"
    }
    let text = document(
      "<conceptEntry id='c1'>" + section("fr", "loi") + section("hu", nil) + section("en", "law")
        + section("fr", "texte") + "</conceptEntry>")
    let reading = try Reading(text.utf8, name: "a.tbx")
    let json = try Writing(.jsonl, concepts: reading.concepts).text
    let languages = json.split(separator: "\"lang\":\"").dropFirst().map { $0.prefix(2) }
    #expect(languages == ["fr", "hu", "en", "fr"])
    let written = try Writing(back: reading).text
    let empty = document(
      "<conceptEntry id='e1'/>" + section("fr", "x") + "<conceptEntry id='e2'>"
        + section("fr", "loi") + "</conceptEntry><conceptEntry id='e3'/>")
    let sparse = try Reading(empty.utf8, name: "a.tbx")
    #expect(sparse.skipped.count == 2)
    let kept = try Writing(back: sparse).text
    #expect(kept.contains("id=\"e1\"") && kept.contains("id=\"e3\""))
    #expect(written.contains("<langSec xml:lang=\"hu\"/>"))
    #expect(written.hasSuffix("</body></text></tbx>\n"))
  }

  @Test("that is cut off is refused, and what stands before the break can be kept")
  func broken() throws {
    let text = document(entry("conceptEntry", "langSec", "termSec") + "<conceptEntry><langSec>")
      .replacing("</body></text></tbx>", with: "")
    let error = #expect(throws: FormatError.self) { try Reading(text.utf8, name: "a.tbx") }
    #expect((error?.place.line ?? 0) > 0)
    let kept = try Reading(text.utf8, name: "a.tbx", options: FormatOptions(keepGoing: true))
    try check(kept.concepts.first)
    #expect(kept.refused.count == 1)
  }
}

@Suite("A termbase in MultiTerm's XML")
struct MultiTermTests {
  private let text = """
    <mtf><conceptGrp><concept>7</concept><descripGrp><descrip type='Subject1'>law</descrip>\
    </descripGrp><descripGrp><descrip type='Auteur'>j</descrip></descripGrp>\
    <languageGrp><language lang='FR' type='French'/><termGrp><term>loi</term><descripGrp>\
    <descrip type='Note'>n</descrip></descripGrp></termGrp><termGrp><term>texte</term>\
    <descripGrp><descrip type='Status'>deprecated</descrip></descripGrp></termGrp></languageGrp>\
    <languageGrp><language type='English'/><termGrp><term>law</term></termGrp></languageGrp>\
    </conceptGrp></mtf>
    """

  @Test("has fields that each termbase names itself, and languages by code or name")
  func reading() throws {
    let reading = try Reading(text.utf8, name: "a.xml")
    let concept = try #require(reading.concepts.first)
    #expect(concept.externalID == "7")
    #expect(concept.domains == ["law"])
    #expect(concept.terms.map(\.language.written) == ["FR", "FR", "en"])
    #expect(concept.terms.map(\.status) == [.preferred, .forbidden, .preferred])
    #expect(concept.terms[0].note == "n")
    #expect(concept.meta.properties.map(\.type) == ["Auteur"])
    #expect(try Writing(back: reading).text.contains("<descrip type=\"Auteur\">j</descrip>"))
    let new = try Writing(.multiTerm, concepts: reading.concepts)
    #expect(new.losses == [:])
    #expect(
      try Reading(new.bytes, name: "a").concepts.first?.terms.map(\.text)
        == ["loi", "texte", "law"])
    #expect(new.bytes.starts(with: [0xFF, 0xFE, 0x3C, 0x00]))
    #expect(new.text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<mtf>"))
  }
}
