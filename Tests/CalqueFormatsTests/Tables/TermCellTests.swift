import CalqueModel
import CalqueText
import Testing

@testable import CalqueFormats

@Suite("A cell of terms")
struct TermCellTests {
  private static let french = Language("fr").rules.termMarks
  private static let english = Language("en").rules.termMarks

  /// The terms with what their marks say: `sommet(m,noun)`.
  private func terms(_ text: String, _ marks: TermMarks = french) -> [String] {
    TermCell(text, marks).terms.map { term in
      let said = [
        term.gender, term.number, term.partOfSpeech, term.type.map { "\($0)" },
      ].compactMap(\.self)
      return term.text + (said.isEmpty ? "" : "(" + said.joined(separator: ",") + ")")
    }
  }

  @Test(
    "is cut at the signs that people put between synonyms, and nowhere else",
    arguments: [
      ("loi", ["loi"], []), ("loi;règle", ["loi", "règle"], [";"]),
      ("loi | règle", ["loi", "règle"], ["|"]), ("loi / règle", ["loi", "règle"], [" / "]),
      ("et/ou", ["et/ou"], []), ("loi /règle", ["loi /règle"], []),
      ("24/7 / non-stop", ["24/7", "non-stop"], [" / "]),
      ("loi\nrègle", ["loi", "règle"], ["line breaks"]),
      ("loi\r\nrègle", ["loi", "règle"], ["line breaks"]),
      ("loi (a ; b / c)", ["loi (a ; b / c)"], []), ("loi [a ; b]", ["loi [a ; b]"], []),
      ("loi (a | b)", ["loi (a", "b)"], ["|"]), ("loi (a ; b", ["loi (a ; b"], []),
      ("a) ; b", ["a)", "b"], [";"]), ("loi ;; règle ;", ["loi", "règle"], [";"]),
      (" ; ", [], [";"]), ("", [], []), ("   ", [], []), ("loi, règle", ["loi, règle"], []),
      ("a; b / c | d", ["a", "b", "c", "d"], [";", " / ", "|"]),
    ] as [(String, [String], Set<String>)])
  func synonyms(cell: String, expected: [String], signs: Set<String>) {
    #expect(terms(cell) == expected)
    #expect(TermCell(cell, Self.french).signs == signs)
  }

  @Test("says each term once, byte for byte: two spellings of one letter are two")
  func repeated() {
    #expect(terms("loi ; Loi ; loi") == ["loi", "Loi"])
    #expect(terms("caf\u{E9} ; cafe\u{301}").count == 2)
  }

  @Test(
    "has marks of gender, number and word class taken off its terms",
    arguments: [
      ("sommet n. m.", "sommet(m,noun)"), ("sommet n.m.", "sommet(m,noun)"),
      ("sommet nm", "sommet(m,noun)"), ("sommet, n. m.", "sommet(m,noun)"),
      ("sommet (n. m.)", "sommet(m,noun)"), ("sommet (m)", "sommet(m)"),
      ("sommet (masc.)", "sommet(m)"), ("loi (féminin)", "loi(f)"), ("loi, f", "loi(f)"),
      ("lois n. f. pl.", "lois(f,plural,noun)"), ("lois nfpl", "lois(f,plural,noun)"),
      ("élève n. m./f.", "élève(mf,noun)"), ("élève nmf", "élève(mf,noun)"),
      ("élève n. m. f.", "élève(mf,noun)"), ("voter v.", "voter(verb)"),
      ("voter (v. tr.)", "voter(verb)"), ("rapide adj.", "rapide(adjective)"),
      ("rapide adj. inv.", "rapide(invariable,adjective)"), ("vite adv.", "vite(adverb)"),
      ("sommet\u{A0}n.\u{A0}m.", "sommet(m,noun)"),
    ])
  func marks(cell: String, expected: String) {
    #expect(terms(cell) == [expected])
    #expect(TermCell(cell, Self.french).hasMarks)
  }

  @Test(
    "keeps what only looks like a mark",
    arguments: [
      "plan n", "plan B", "course de 100 m.", "f.", "(m)", "vitamine (B12)", "loi (x)", "loi(f)",
      "n.", "service (n. f. interne)", "etc.", "M.", "loi f", "MM.", "N. M.", "adj", "2 f.",
    ])
  func noMarks(cell: String) {
    #expect(terms(cell).first == cell)
    #expect(!TermCell(cell, Self.french).hasMarks)
  }

  @Test("of English has English marks and no feminines")
  func english() {
    #expect(terms("summit n.", Self.english) == ["summit(noun)"])
    #expect(terms("to vote (v)", Self.english) == ["to vote(verb)"])
    #expect(terms("summits (n. pl.)", Self.english) == ["summits(plural,noun)"])
    #expect(terms("summit nm", Self.english) == ["summit nm"])
    #expect(terms("employe(e)", Self.english) == ["employe(e)"])
    #expect(terms("sommet n. m.", Language("de").rules.termMarks) == ["sommet n. m."])
  }

  @Test(
    "has a long form and its acronym in brackets",
    arguments: [
      ("produit intérieur brut (PIB)", "PIB"), ("taxe sur la valeur ajoutée (TVA)", "TVA"),
      ("Union européenne (UE)", "UE"), ("Organisation des Nations unies (O.N.U.)", "O.N.U."),
      ("recherche et développement (R&D)", "R&D"), ("groupe des sept (G7)", nil),
      ("dioxyde de carbone (CO2)", "CO2"), ("intelligence artificielle (l’IA)", nil),
      ("coffre (UK)", nil), ("coffre (US)", nil), ("Union soviétique (US)", "US"),
      ("loi (A)", nil), ("loi (Pib)", nil), ("loi(PIB)", nil), ("(PIB)", nil),
      ("loi (TROPLONGUEPOURUN)", nil), ("loi ( PIB )", nil),
    ] as [(String, String?)])
  func acronyms(cell: String, acronym: String?) {
    let read = TermCell(cell, Self.french)
    guard let acronym else {
      #expect(read.terms.map(\.text) == [cell])
      return
    }
    #expect(read.terms.map(\.text) == [cell.cut(at: " (")[0], acronym])
    #expect(read.terms.map(\.type) == [nil, .acronym])
    #expect(read.signs == ["(…)"])
  }

  @Test(
    "has feminines in brackets, of every word or of none",
    arguments: [
      ("avocat(e)", ["avocat", "avocate"]),
      ("haut(e) représentant(e)", ["haut représentant", "haute représentante"]),
      ("citoyen(ne) européen(ne)", ["citoyen européen", "citoyenne européenne"]),
      ("député(e)s", ["députés", "députées"]), ("sommet(s)", ["sommet(s)"]),
      ("avocat (e)", ["avocat (e)"]), ("premier(ère)", ["premier(ère)"]),
      ("avocat(e) (droit)", ["avocat(e) (droit)"]), ("avocat(e", ["avocat(e"]),
      ("avocat(e) ; juge", ["avocat", "avocate", "juge"]),
    ])
  func feminines(cell: String, expected: [String]) {
    #expect(terms(cell) == expected)
  }

  @Test("gives the marks of a term to its acronym and its feminine as well")
  func shared() {
    #expect(terms("avocat(e) n.") == ["avocat(noun)", "avocate(noun)"])
    #expect(terms("produit intérieur brut (PIB) n. m.").count == 2)
    #expect(
      terms("produit intérieur brut (PIB), n. m.")
        == ["produit intérieur brut(m,noun)", "PIB(m,noun,acronym)"])
  }
}
