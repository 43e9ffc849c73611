import CalqueModel
import CalqueText
import Testing

@Suite("Lines and paragraphs")
struct ParagraphTests {
  private func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter(language: .french).sentences(in: text).map {
      "\($0.paragraph) " + String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test("a blank line ends a paragraph, whatever the line ends", arguments: ["\n", "\r\n", "\r"])
  func blank(_ end: String) {
    let text = ["Un titre", "", " \u{A0}", "Le texte. La suite.", "", "Fin"].joined(separator: end)
    #expect(cut(text) == ["0 Un titre", "1 Le texte.", "1 La suite.", "2 Fin"])
  }

  @Test("a line break that only wraps the text ends nothing")
  func wrapped() {
    let text = """
      La France accueillera le prochain sommet mondial sur la sécurité de M.
      Dupont. Le ministre de l'Économie l'a annoncé mercredi à Paris devant
      la presse. Il part.
      """
    #expect(
      cut(text) == [
        "0 La France accueillera le prochain sommet mondial sur la sécurité de M.\nDupont.",
        "0 Le ministre de l'Économie l'a annoncé mercredi à Paris devant\nla presse.",
        "0 Il part.",
      ])
  }

  @Test("a heading above a paragraph stands alone")
  func heading() {
    let text = "Jeu de positions\nCette première édition réunit les dirigeants du monde. Fin."
    #expect(
      cut(text) == [
        "0 Jeu de positions", "1 Cette première édition réunit les dirigeants du monde.", "1 Fin.",
      ])
  }

  @Test("one paragraph a line, as the web copies it")
  func web() {
    let long =
      "Ce sommet a pour objectif d'identifier et d'analyser les risques technologiques "
      + "extrêmes, pour reprendre les termes du ministère, avant de lancer les travaux."
    #expect(
      cut("Un titre\n\(long) Oui.\nUn intertitre\n\(long)") == [
        "0 Un titre", "1 \(long)", "1 Oui.", "2 Un intertitre", "3 \(long)",
      ])
  }

  @Test("one sentence or name a line")
  func lines() {
    #expect(
      cut("Ministère de l'Économie\nPrésident\nAssemblée nationale") == [
        "0 Ministère de l'Économie", "1 Président", "2 Assemblée nationale",
      ])
  }

  @Test("the items of a list")
  func items() {
    #expect(
      cut("Il faut :\n- du pain\n- du vin, beaucoup de vin\n1. de l'eau\nb) rien") == [
        "0 Il faut :", "1 - du pain", "2 - du vin, beaucoup de vin", "3 1. de l'eau", "4 b) rien",
      ])
  }
}
