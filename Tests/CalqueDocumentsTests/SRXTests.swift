import CalqueInput
import CalqueModel
import CalqueText
import Testing

@testable import CalqueDocuments

@Suite("Rules of segmentation in SRX")
struct SRXTests {
  private func srx(
    _ rules: String,
    maps: String = "<languagemap languagepattern=\"FR.*\" languagerulename=\"a\"/>",
    cascade: String = "no"
  ) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <srx xmlns="http://www.lisa.org/srx20" version="2.0">
      <header segmentsubflows="yes" cascade="\(cascade)"/>
      <body><languagerules>
      \(rules)
      </languagerules><maprules>\(maps)</maprules></body></srx>
      """.utf8)
  }

  private func rule(_ isBreak: Bool, _ before: String, _ after: String) -> String {
    """
    <rule break="\(isBreak ? "yes" : "no")"><beforebreak>\(before)</beforebreak>
    <afterbreak>\(after)</afterbreak></rule>
    """
  }

  private func cut(_ text: String, _ file: [UInt8], _ language: String = "fr") throws -> [String] {
    let rules = try SRXRules(path: "x.srx", bytes: file).rules(for: LanguageTag(language))
    let bytes = Array(text.utf8)
    return try RuleSplitter(rules).sentences(in: text).map {
      ($0.isDateline ? "# " : "") + String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test("cut where the first rule that fits says so")
  func first() throws {
    let file = srx(
      "<languagerule languagerulename=\"a\">" + rule(false, "\\bM\\.", "\\s")
        + rule(true, "[.?!;]", "\\s+\\p{Lu}") + rule(true, "", "•") + "</languagerule>")
    #expect(
      try cut("M. Été est là; Il dort. il rêve ! Fin\n\nÉtat.•Un •Deux", file) == [
        "M. Été est là;", "Il dort. il rêve !", "Fin", "État.", "•Un", "•Deux",
      ])
    #expect(
      try cut("PARIS (AFP) - Il dort. Il\nrêve. Fin", file) == [
        "# PARIS (AFP) -", "Il dort.", "Il\nrêve.", "Fin",
      ])
  }

  @Test("cascade over all languages that fit, or stop at the first")
  func cascade() throws {
    let rules =
      "<languagerule languagerulename=\"a\">" + rule(true, ";", " ") + "</languagerule>"
      + "<languagerule languagerulename=\"b\">" + rule(true, "\\.", " ") + "</languagerule>"
    let maps =
      "<languagemap languagepattern=\"fr\" languagerulename=\"a\"/>"
      + "<languagemap languagepattern=\".*\" languagerulename=\"b\"/>"
    let text = "Un; deux. Trois"
    #expect(try cut(text, srx(rules, maps: maps)) == ["Un;", "deux. Trois"])
    #expect(try cut(text, srx(rules, maps: maps, cascade: "yes")) == ["Un;", "deux.", "Trois"])
    #expect(try cut(text, srx(rules, maps: maps), "de") == ["Un; deux.", "Trois"])
  }

  @Test("are refused with the line of the fault")
  func faults() throws {
    let broken = srx(
      "<languagerule languagerulename=\"a\">\n" + rule(true, "(", "") + "</languagerule>")
    #expect { try cut("x", broken) } throws: { ($0 as? SegmentationFailure)?.line == 6 }
    let missing = srx("", maps: "<languagemap languagepattern=\"fr\" languagerulename=\"z\"/>")
    #expect { try cut("x", missing) } throws: { error in
      (error as? InputError)?.message == "the rules 'z' for 'fr' are missing"
        && (error as? InputError)?.line == 6
    }
    #expect(throws: InputError.self) { try cut("x", Array("<a/>".utf8)) }
    #expect(throws: InputError.self) { try cut("x", Array("<srx><body>".utf8)) }
    let fine = srx(
      "<languagerule languagerulename=\"a\">" + rule(true, "\\.", " ") + "</languagerule>")
    #expect(throws: InputError.self) { try cut("x", fine, "en") }
  }

  @Test("have a time limit", .timeLimit(.minutes(1)))
  func time() throws {
    let file = srx(
      "<languagerule languagerulename=\"a\">" + rule(true, "(a+)+$", " ") + "</languagerule>")
    #expect(throws: SegmentationFailure.self) {
      try cut(String(repeating: "a", count: 60) + "b", file)
    }
  }
}
