import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A data category of TBX")
struct TBXFieldTests {
  private func document(_ entries: String) -> String {
    "<tbx type='TBX-Basic' style='dca' xml:lang='en' xmlns:min='m' xmlns:basic='b'><text><body>"
      + "\(entries)</body></text></tbx>"
  }

  private func read(_ entries: String, _ options: FormatOptions = FormatOptions()) throws -> Reading
  {
    try Reading(document(entries).utf8, name: "a.tbx", options: options)
  }

  private func concept(_ content: String) throws -> Concept {
    try #require(try read("<conceptEntry id='c'>\(content)</conceptEntry>").concepts.first)
  }

  private func term(_ content: String) throws -> Term {
    try #require(
      try concept(
        "<langSec xml:lang='fr'><termSec><term>loi</term>\(content)</termSec></langSec>"
      ).terms.first)
  }

  @Test(
    "that says how a term is used is a status, in each of the field's spellings",
    arguments: [
      ("preferredTerm-admn-sts", .preferred), ("admittedTerm-admn-sts", .admitted),
      ("deprecatedTerm-admn-sts", .forbidden), ("supersededTerm-admn-sts", .forbidden),
      ("standardizedTerm", .preferred), ("legalTerm-admn-sts", .preferred),
      ("regulatedTerm", .preferred), ("preferred", .preferred), ("Preferred", .preferred),
      ("preferred term", .preferred), ("approved", .preferred), ("admitted", .admitted),
      ("proposed", .admitted), ("new", .admitted), ("notRecommended", .forbidden),
      ("not-recommended", .forbidden), ("deprecated", .forbidden), ("obsolete", .forbidden),
      ("rejected", .forbidden), ("FORBIDDEN", .forbidden), ("à éviter", .forbidden),
      ("toléré", .admitted), ("entered", nil), ("", nil),
    ] as [(String, TermStatus?)])
  func statuses(written: String, status: TermStatus?) throws {
    #expect(TBXReader.status(written) == status)
    let term = try term("<termNote type='administrativeStatus'>\(written)</termNote>")
    #expect(term.status == status ?? .preferred)
    #expect(term.rawStatus == (status == nil || status?.name == written ? nil : written))
    if status == nil, !written.isEmpty {
      #expect(term.meta.properties.map(\.value) == [written], "kept, although it says nothing")
    }
  }

  @Test("has a status by several names, of which the first that says something counts")
  func statusNames() throws {
    for name in ["administrativeStatus", "usageStatus", "termStatus", "normativeAuthorization"] {
      #expect(
        try term("<termNote type='\(name)'>admitted</termNote>").status == .admitted, "\(name)")
      #expect(try term("<min:\(name)>admitted</min:\(name)>").status == .admitted, "\(name)")
    }
    let two = try term(
      "<termNote type='termStatus'>?</termNote><termNote type='usageStatus'>deprecated</termNote>"
        + "<termNote type='termStatus'>preferred</termNote>")
    #expect(two.status == .forbidden)
    #expect(two.meta.properties.map(\.value) == ["?", "preferred"])
  }

  @Test("of a term has its place in the model, once")
  func fields() throws {
    let term = try term(
      """
      <termNote type='partOfSpeech'>noun</termNote><termNote type='grammaticalGender'>feminine</termNote>
      <termNote type='grammaticalNumber'>singular</termNote><termNote type='register'>formal</termNote>
      <termNote type='geographicalUsage'>BE</termNote><descrip type='context'>Une
        loi.</descrip><admin type='source'>JO</admin><note>n</note><note>second</note>
      <termNote type='partOfSpeech'>verb</termNote><xref type='see' target='x'>y</xref>
      """)
    #expect(term.partOfSpeech == "noun")
    #expect(term.gender == "f")
    #expect((term.number, term.register, term.region) == ("singular", "formal", "BE"))
    #expect(term.example == "Une loi.")
    #expect((term.source, term.note) == ("JO", "n"))
    #expect(
      term.meta.properties == [
        Meta.Property(type: "note", value: "second"),
        Meta.Property(type: "partOfSpeech", value: "verb"),
        Meta.Property(
          type: "see", value: "y", attributes: [Meta.Attribute(name: "target", value: "x")]),
      ])
  }

  @Test(
    "of a term's type is one of the model's; the name in the file is kept where it says more",
    arguments: [
      ("fullForm", .full, []), ("acronym", .acronym, []), ("initialism", .acronym, ["initialism"]),
      ("abbreviation", .acronym, ["abbreviation"]), ("shortForm", .short, []),
      ("variant", .variant, []), ("phrase", .phrase, []),
      ("phraseologicalUnit", .phrase, ["phraseologicalUnit"]), ("equation", nil, ["equation"]),
    ] as [(String, TermType?, [String])])
  func types(name: String, type: TermType?, kept: [String]) throws {
    let term = try term("<termNote type='termType'>\(name)</termNote>")
    #expect(term.type == type)
    #expect(term.meta.properties.map(\.value) == kept)
    let written = try Writing(.tbx, concepts: [Concept(terms: [term])]).text
    #expect(written.contains("<termNote type=\"termType\">\(name)</termNote>"))
  }

  @Test("in a group says something of the group's first, and takes no place of its own")
  func groups() throws {
    let concept = try concept(
      """
      <descripGrp><descrip type='definition'>d</descrip><admin type='source'>s</admin></descripGrp>
      <descripGrp><descrip type='subjectField'>law</descrip><note>inner</note></descripGrp>
      <descrip type='subjectField'>law</descrip><descrip type='subjectField'>eu</descrip>
      <transacGrp><transac type='transactionType'>creation</transac><date>2020-01-02</date>\
      <transacNote type='responsibility'>ann</transacNote></transacGrp>
      <langSec xml:lang='fr'><note>of French</note><descrip type='definition'>second</descrip>\
      <termSec><term>loi</term></termSec></langSec>
      """)
    #expect(concept.definition == "d")
    #expect(concept.domains == ["law", "eu"])
    #expect(concept.note == nil, "the note is the subject field's")
    let properties = concept.meta.properties
    #expect(
      properties.map(\.type) == ["source", "note", "transac:transactionType", "note", "definition"])
    #expect(properties[2].value == "creation")
    #expect(properties[2].attributes.value("date") == "2020-01-02")
    #expect(properties[2].attributes.value("responsibility") == "ann")
    #expect(properties[3].attributes.value("xml:lang") == "fr")
  }

  @Test("that nobody states makes the first term of a language the preferred one")
  func settled() throws {
    func section(_ statuses: String?...) -> String {
      "<langSec xml:lang='fr'>"
        + statuses.enumerated().map { number, status in
          "<termSec><term>\(number)</term>"
            + (status.map { "<termNote type='administrativeStatus'>\($0)</termNote>" } ?? "")
            + "</termSec>"
        }.joined() + "</langSec>"
    }
    for (statuses, expected) in [
      ([nil, nil], [.preferred, .admitted]),
      (["deprecated", nil, nil], [.forbidden, .preferred, .admitted]),
      ([nil, "preferred"], [.admitted, .preferred]),
      (["preferred", "preferred"], [.preferred, .preferred]),
      (["admitted", nil], [.admitted, .preferred]),
    ] as [([String?], [TermStatus])] {
      let content =
        statuses.count == 2
        ? section(statuses[0], statuses[1])
        : section(statuses[0], statuses[1], statuses[2])
      #expect(try concept(content).terms.map(\.status) == expected, "\(statuses)")
    }
  }

  @Test("is written in each style, and what a style has no category for is counted")
  func written() throws {
    let term = Term(
      language: "fr", text: "loi <", status: .admitted, type: .short, partOfSpeech: "noun",
      gender: "f", number: "sg", register: "formal", region: "BE", flags: [.metonym],
      validity: Validity("2020..") ?? Validity(), example: "Une loi.", note: "n", source: "JO")
    let concept = Concept(
      externalID: "7", domains: ["law"], definition: "d", note: "m", terms: [term])
    let basic = try Writing(.tbx, concepts: [concept])
    #expect(basic.losses == ["number": 1, "register": 1, "flags": 1, "valid": 1])
    #expect(
      basic.text.contains(
        """
        <conceptEntry id="7"><descrip type="subjectField">law</descrip><descripGrp>\
        <descrip type="definition">d</descrip></descripGrp><note>m</note><langSec xml:lang="fr">\
        <termSec><term>loi &lt;</term><termNote type="partOfSpeech">noun</termNote>\
        <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>\
        <termNote type="termType">shortForm</termNote><termNote type="grammaticalGender">feminine\
        </termNote><termNote type="geographicalUsage">BE</termNote><descrip type="context">Une loi.\
        </descrip><admin type="source">JO</admin><note>n</note></termSec></langSec></conceptEntry>
        """))
    let dct = try Writing(.tbx, options: WriterOptions(version: "dct"), concepts: [concept]).text
    #expect(dct.contains("<min:partOfSpeech>noun</min:partOfSpeech>"))
    #expect(dct.contains("<basic:context>Une loi.</basic:context>"))
    #expect(dct.contains("xmlns:min=") && dct.contains("xmlns:basic="))
    let old = try Writing(.tbx, options: WriterOptions(version: "2"), concepts: [concept]).text
    #expect(old.contains("<termEntry id=\"7\">") && old.contains("<langSet xml:lang=\"fr\"><tig>"))
    let minimal = try Writing(.tbx, options: WriterOptions(version: "min"), concepts: [concept])
    #expect(!minimal.text.contains("definition"))
    for name in ["definition", "gender", "type", "region", "example", "source"] {
      #expect(minimal.losses[name] == 1, "\(name)")
    }
  }
}
