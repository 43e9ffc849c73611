import CalqueModel
import CalqueText
import Testing

@Suite("A sentence splitter")
struct SentenceTests {
  /// Cuts a text and reads the sentences back through their byte offsets.
  private func cut(_ text: String, _ language: Language) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter(language: language).sentences(in: text).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  /// The case as a text whose true ends are marked by `|`.
  private func expect(_ marked: String, _ language: Language) {
    let wanted = marked.split(separator: "|").map { trimmed(String($0)) }
    let text = marked.replacing("|", with: " ").replacing("  ", with: " ")
    #expect(cut(text, language) == wanted)
  }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  @Test(
    "knows French",
    arguments: [
      "Après Londres, Paris. | A l'occasion de l'ouverture, le ministre a parlé.",
      "M. Dupont est venu. | MM. Durand et Mme. Petit aussi.",
      "Le Dr. Martin, cf. Annexe A, a écrit l'art. 3 de la loi. | Il est parti à 9 h. 30.",
      "Le train part à 9 h. | Le suivant est à 10 h.",
      "Voir le xyz. 12 du plan. | Voir le xyzt. | 12 pays y étaient.",
      "Voir p. 3 et p. XII, fig. 2, vol. IV, no. 5. | Le reste suit.",
      "Il aime les pommes, les poires, etc. | Les autres non.",
      "Il aime les pommes, etc. et les poires.",
      "J. K. Rowling a écrit Harry Potter. | J.-N. Barrot l'a lu.",
      "Selon M. J. Le Goff, c'est fini. | Il a raison.",
      "La vitamine C. | Il en faut.",
      "César naquit en 100 av. J.-C. à Rome. | Il mourut en 44 av. J.-C. | Les Romains le pleurèrent.",
      "L'O.N.U. Genève siège. | L'O.N.U. | Elle siège.",
      "« La France sera honorée », a déclaré le ministre. | Il part.",
      "« Je viens. J'arrive », a-t-il dit. | Elle sourit.",
      "Il a dit : « Oui. Je viens. » puis il est parti.",
      "Il a dit : « Oui. Je viens. » | Puis il est parti.",
      "« Viens ! » dit-elle. | « Non. » | Il partit.",
      "« Êtes-vous prêt ? » | Oui.",
      "Quoi ? demanda-t-il. | Rien !",
      "Il hésite… | Puis il répond. | Il hésite… puis répond.",
      "Il hésite... | Puis il répond. | Il hésite... puis répond.",
      "Il faut y faire face. | [...] ce Sommet est essentiel. | Il est fini.",
      "Les modèles progressent. | [...] La première édition du Sommet a lieu. | Fin.",
      "La hausse est de 3,4 %. | En 2022. | 30 pays y étaient. | Le 1er mai 2023. | Bonne fête.",
      "Le coût est de 3.5 millions. | Le site lemonde.fr le dit.",
      "1. Introduction",
      "II. Le contexte est difficile. | Il faut agir.",
      "C'est établi.[12] | Voilà. | C'est dit (voir p. 4). | Fin.",
      "Il l'a dit (« Jamais. ») et répété. | Bien.",
      "— Bonjour ! | — Bonsoir, dit-il.",
      "Lire aussiGrâce aux milliards de Google, Anthropic refait son retard.",
      "Le 12 nov. 2023, à 10 h 30, il a plu. | Il pleut encore.",
      "Il a gagné 🎉🎉. | Bravo 👩‍👩‍👧 ! | Fin 🏁",
      "Auguste mourut en 14 apr. J.-C. | Tibère régna. | Il naquit en 63 av. J.-C. | Rome doutait.",
      "Le site date du IIIe s. ap. J.-C. environ.",
      "L'art. L. 121-3 et l'art. LO. 12, puis l'art. R 4 du code, le disent. | Il suffit.",
      "Le col. Roux et le maj. Blanc parlent. | Il a franchi le col. | Le peloton suit.",
      "La Dre. Roux et le cdt. Noir logent pl. Royale. | La sous-préf. d'Arles aussi.",
      "Le vice-prés. Morin préside. | Il cite l'ex-min. Lang.",
      "Elle dirige Durand et Cie. | Son frère la seconde.",
      "Le rapport fait 80 p. | Il est public. | Voir aussi p. 12.",
      "Il vit dans le 3e arr. | Elle vit dans le 12e arr. de Paris.",
      "Il dit alors : | — Venez donc ! | — Volontiers.",
      "\" Êtes-vous prêts ? \" | La foule applaudit. | \" Oui ! \" dit-elle.",
    ])
  func french(_ marked: String) {
    expect(marked, .french)
  }

  @Test(
    "knows English",
    arguments: [
      "Mr. Smith met Mrs. Jones and Dr. No. | They talked.",
      "He lives in the U.S. | The house is big. | He met U.S. President Joe Biden.",
      "She works for Acme Inc. | It is large. | Acme Inc. Chairman Bob left.",
      "See No. 5 and Fig. 3, e.g. Table 2, i.e. nothing. | I said no. | He left.",
      "At 9 a.m. | The train left. | It was 9 a.m. Eastern time.",
      "George W. Bush met J. K. Rowling. | They agreed on plan B. | It failed.",
      "“Yes. I will,” he said. | “No.” | She left.",
      "\"Yes!\" he said. | \"No.\" | She left.",
      "He asked “Why? How?” and left. | Nobody knew.",
      "It grew by 3.5 percent in 2022. | 30 countries came. | It ended on Nov. 3, 2023.",
      "Wait... | What? | Wait... what?",
      "Wait… | What?! | No.",
      "He lives on Main St. | The street is long. | He saw St. Paul.",
      "Visit https://example.org/a?Y=1 or Yahoo!Japan now. | Thanks.",
      "It works (see p. 4. It is short) well. | Good.",
      "So do I. | They know.",
      "(It was late.) | He left.",
      "1.2. Scope of this document",
      "\"Is it over?\" Mrs. Hale asked. | Nobody answered.",
      "“Who pays?” Hale, the mayor of York, asked. | “You!” the voters cried.",
      "\"Why now?\" Senator Ann Roe said. | She left.",
      "\"Where?\" Dr. Roe's son wondered. | \"Stop!\" I cried, and ran.",
      "“Is it over?” | Roe said the talks would go on.",
      "\"Is it over?\" | The mayor left. | \"Is it over?\" | Roe left the room.",
      "It ended at 5 p.m. | Police left. | It opened at 9 a.m. Monday.",
      "How could she bear it? -- It was true that he had gone.",
    ])
  func english(_ marked: String) {
    expect(marked, .english)
  }

  @Test("cuts a long quotation into its sentences, the closing mark with the last")
  func longQuotation() {
    let text = """
      Un rôle que semble vouloir occuper Paris. « La France est un leader européen dans le \
      développement de modèles d'intelligence artificielle. Il était donc naturel que la France \
      accueille la deuxième édition de ce Sommet. » Il a souri.
      """
    #expect(
      cut(text, .french) == [
        "Un rôle que semble vouloir occuper Paris.",
        "« La France est un leader européen dans le développement de modèles d'intelligence "
          + "artificielle.",
        "Il était donc naturel que la France accueille la deuxième édition de ce Sommet. »",
        "Il a souri.",
      ])
  }

  @Test("takes languages without rules of their own from ICU")
  func others() {
    #expect(cut("東京は大きい。京都は古い。", Language("ja")) == ["東京は大きい。", "京都は古い。"])
    #expect(cut("Das ist z.B. gut. Ja.", Language("de")) == ["Das ist z.B. gut.", "Ja."])
  }

  @Test(
    "takes time in proportion to the text, whatever stands in it", .timeLimit(.minutes(1)),
    arguments: [
      ". ", "(", "« ", ") ", "\" ", "A. ", "1.", "...", "?» ", "[1] ", "\n", "a\n", "« a. » ",
    ])
  func time(_ piece: String) {
    let text = String(repeating: piece, count: 60_000)
    #expect(SentenceSplitter(language: .french).sentences(in: text).count <= 60_000)
  }

  @Test("gives byte offsets that hold with emoji, accents and surrogate pairs before them")
  func offsets() {
    let text = " \u{FEFF}é🎉. Œuf 𝒳! \u{2003}"
    let sentences = SentenceSplitter(language: .french).sentences(in: text)
    #expect(sentences.map(\.start) == [1, 12])
    #expect(sentences.map(\.end) == [11, 22])
    let widths = SentenceSplitter(language: .french).sentences(
      in: "a\u{7F}\u{80}\u{7FF}\u{800}. Oui")
    #expect(widths.map(\.start) == [0, 11])
    #expect(widths.map(\.end) == [10, 14])
    #expect(SentenceSplitter(language: .french).sentences(in: " \n\u{A0}\n").isEmpty)
    #expect(SentenceSplitter(language: .french).sentences(in: "").isEmpty)
  }
}
