import CalqueFormats
import CalqueModel
import Testing

@Suite("A glossary in UTX")
struct UTXTests {
  private let text = """
    #UTX 1.11; fr/en-US; 2020-01-01; license: CC0;
    #description: a sample
    #src\ttgt\tsrc:pos\ttgt:comment\tterm status\tcustomer
    sommet\tsummit\tnoun\t-\tapproved\tdesk
    sommet\ttop\tnoun\tno\tforbidden
    loi\tlaw\t-\t\t

    """

  @Test("names its languages and columns, and comes back as it was")
  func reading() throws {
    let reading = try Reading(text.utf8, name: "a.utx")
    #expect(reading.detected.languages == ["fr", "en-US"])
    #expect(reading.texts == [["sommet", "summit"], ["sommet", "top"], ["loi", "law"]])
    #expect(reading.concepts.map { $0.terms[1].status } == [.preferred, .forbidden, .preferred])
    #expect(reading.concepts[1].terms[1].note == "no")
    #expect(reading.concepts.map { $0.terms[0].partOfSpeech } == ["noun", "noun", nil])
    let written = try Writing(back: reading)
    let again = try Reading(written.text.utf8, name: "a.utx")
    #expect(again.concepts == reading.concepts)
    #expect(try Writing(back: again).text == written.text)
  }

  @Test("has a row for each pair of terms of a concept")
  func pairs() throws {
    let concept = Concept(terms: [
      Term(language: "fr", text: "loi"), Term(language: "en", text: "law"),
      Term(language: "en", text: "act", status: .admitted),
    ])
    let written = try Writing(.utx, concepts: [concept])
    #expect(written.text.contains("loi\tlaw\t\t\tapproved"))
    #expect(written.text.contains("loi\tact\t\t\tprovisional"))
    #expect(try Reading(written.text.utf8, name: "a").texts == [["loi", "law"], ["loi", "act"]])
  }
}
