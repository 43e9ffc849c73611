import CalqueModel
import Testing

@testable import CalqueText

@Suite("A dateline")
struct DatelineTests {
  private func parts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter(language: .french).sentences(in: text).map {
      ($0.isDateline ? "# " : "") + String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test(
    "is a part of its own before the lead",
    arguments: [
      "BERLIN, 4 mars 2024 (AFP) -", "Berlin, 4 mars 2024 (AFP) –", "BERLIN, Mar 4 (Reuters) —",
      "BRUXELLES (Belga) -", "NEW YORK (AP) —", "Saint-Denis de la Réunion, 1er févr. (AFP) -",
      "LE HAVRE, mardi 4 mars (AFP) -", "(Reuters) -", "March 4 (Reuters) --",
      "WASHINGTON/PARIS, March 4 (Reuters) -", "PARIS, 04/03/2024 (AFP) -", "LONDON —",
      "AUSTIN, Texas (AP) —", "Paris, le 4 mars 2024 –", "LYON, (AFP) -", "ROME, 4 mars (ANSA)-",
    ])
  func found(dateline: String) {
    for lead in [
      "Le gouvernement est tombé lundi soir à Londres.", "« Non », a-t-il dit. Il part.",
    ] {
      let text = dateline + " " + lead
      #expect(parts(text).first == "# " + dateline, "\(parts(text))")
      #expect(Dateline.end(in: text) == dateline.utf8.count + 1)
    }
  }

  @Test(
    "is nothing else",
    arguments: [
      "Le président Dupont (LR) - élu hier - a parlé à la presse de son pays.",
      "Marie Durand (RN) – 23 % des voix au premier tour de cette élection.",
      "CHAPITRE III – La course du lièvre et de la tortue dans les champs de blé.",
      "Article 9 – Le ministre rend compte de sa gestion devant les deux chambres.",
      "Lundi 4 mars - Réunion des ministres à Bruxelles dans la matinée, puis déjeuner.",
      "- Le pain et le vin sont à acheter avant la fin de la semaine au marché.",
      "Bercy - le ministère de l'Économie - table sur une croissance de 1 %.",
      "COVID-19 - les hôpitaux de la région sont à nouveau sous tension depuis lundi.",
      "BREXIT – CE QUI CHANGE POUR LES VOYAGEURS ET POUR LES ENTREPRISES FRANÇAISES",
      "(Il rit) - Vous ne le saurez jamais, ni vous ni personne dans cette ville.",
    ])
  func noDateline(text: String) {
    #expect(Dateline.end(in: text) == nil)
    #expect(!parts(text).contains { $0.hasPrefix("#") })
  }

  @Test("opens any paragraph, and may be wrapped")
  func places() {
    #expect(
      parts("Un titre\n\nPARIS, 4 mars (AFP) - Il pleut sur\nla ville. Encore.") == [
        "Un titre", "# PARIS, 4 mars (AFP) -", "Il pleut sur\nla ville.", "Encore.",
      ])
    #expect(parts("PARIS (AFP) -\n\nIl pleut.") == ["# PARIS (AFP) -", "Il pleut."])
    #expect(Dateline.end(in: "PARIS (AFP) -") == nil)
  }

  @Test("has offsets in bytes")
  func offsets() {
    let text = "ÎLE-DE-RÉ, 4 août (AFP) — É"
    #expect(Dateline.end(in: text).map { Array(text.utf8)[$0...].count } == 2)
  }
}
