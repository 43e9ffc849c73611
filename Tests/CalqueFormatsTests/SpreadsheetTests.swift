import CalqueFormats
import CalqueModel
import Testing

@Suite("A spreadsheet of terms")
struct SpreadsheetTests {
  private let glossary = FormatOptions(kind: .glossary)

  /// Each concept as `text/status` by language, languages apart by ` = `.
  private func lines(_ reading: Reading) -> [String] {
    reading.concepts.map { concept in
      var languages = [LanguageTag]()
      for term in concept.terms where !languages.contains(term.language) {
        languages.append(term.language)
      }
      return languages.map { language in
        concept.terms.filter { $0.language == language }.map { term in
          let mark = [TermStatus.preferred: "", .admitted: "~", .forbidden: "!"][term.status] ?? ""
          return mark + term.text + (term.gender.map { "(\($0))" } ?? "")
        }.joined(separator: " ")
      }.joined(separator: " = ")
    }
  }

  @Test(
    "has synonyms, acronyms, feminines and marks in its cells",
    arguments: [
      ("loi ; texte de loi", "loi ~texte de loi"), ("loi | texte", "loi ~texte"),
      ("loi / texte", "loi ~texte"), ("et/ou", "et/ou"), ("loi (1905 ; 2004)", "loi (1905 ; 2004)"),
      ("taxe sur la valeur ajoutée (TVA)", "taxe sur la valeur ajoutée ~TVA"),
      ("coffre (UK)", "coffre (UK)"), ("Union européenne (UE)", "Union européenne ~UE"),
      ("député(e)", "député ~députée"), ("sommet(s)", "sommet(s)"),
      ("premier(ère) ministre", "premier(ère) ministre"),
      ("loi n.f.", "loi(f)"), ("lois (n. f. pl.)", "lois(f)"), ("\"maire, n. m.\"", "maire(m)"),
      ("élève (nmf)", "élève(mf)"), ("voter v.", "voter"), ("100 m.", "100 m."),
      ("plan n", "plan n"), ("loi nf ; règle nf", "loi(f) ~règle(f)"), ("loi;loi", "loi"),
      ("\"loi\nrègle\"", "loi ~règle"),
    ])
  func cells(cell: String, terms: String) throws {
    let text = "Terme français,Équivalent anglais,Remarque\n\(cell),x,\n"
    let reading = try Reading(text.utf8, name: "a.csv", options: glossary)
    #expect(lines(reading) == ["\(terms) = x"])
    let whole = FormatOptions(kind: .glossary, splitsCells: false)
    let unsplit = try Reading(text.utf8, name: "a.csv", options: whole)
    #expect(unsplit.concepts.first?.terms.count == 2)
    // Whatever was understood, the row is written as it was.
    #expect(try Writing(back: reading).text == text)
  }

  @Test(
    "keeps a status that is none as written, says so, and calls the term admitted",
    arguments: [
      ("preferred", "summit"), ("", "summit"), ("admis", "~summit"), ("x", "~summit"),
      ("-", "~summit"), ("prefered", "~summit"),
    ])
  func unknownStatus(status: String, term: String) throws {
    let text = "fr,en,statut\nsommet,summit,\(status)\nloi,act,\n"
    let reading = try Reading(text.utf8, name: "a.csv", options: glossary)
    #expect(lines(reading) == ["sommet = \(term)", "loi = act"])
    let isUnknown = ["x", "-", "prefered"].contains(status)
    #expect(
      reading.warnings.map(\.message)
        == (isUnknown
          ? [
            "'\(status)' is no status (preferred, admitted, forbidden); it is kept as written, "
              + "and the term is admitted"
          ] : []))
    #expect(reading.warnings.allSatisfy { $0.line == 2 })
    #expect(try Writing(back: reading).text == text)
  }

  @Test("has its header below titles, and says what stands above and what it understood")
  func titles() throws {
    let text = "Glossaire;;\n;;\nN°;FR;EN\n1;loi | texte;law\n"
    let reading = try Reading(text.utf8, name: "a.csv", options: glossary)
    #expect(lines(reading) == ["loi ~texte = law"])
    #expect(reading.concepts.first?.externalID == "1")
    #expect(
      reading.detected.understood
        == "French in column 2, English in 3; id in 1; 1 cell split at '|'; "
        + "2 rows above the header passed over")
    #expect(try Writing(back: reading).text == text)
  }

  @Test(
    "states the status of the target's terms, or of one term",
    arguments: [
      ("fr;en;Statut\na;b;interdit\n", "a = !b"), ("fr;en;Statut\na;b | c;préféré\n", "a = b ~c"),
      ("fr;en;Statut\na;b;admis\n", "a = ~b"), ("fr;en;Forbidden\na;b;x\n", "a = !b"),
      ("fr;en;Interdit\na;b;oui\n", "a = !b"), ("fr;en;Interdit\na;b;non\n", "a = b"),
      ("fr;Status;en;Status\na;deprecated;b;\n", "!a = b"), ("fr;en;Statut\na;b;soon\n", "a = ~b"),
    ])
  func statuses(text: String, line: String) throws {
    let reading = try Reading(text.utf8, name: "a.csv", options: glossary)
    #expect(lines(reading) == [line])
    #expect(try Writing(back: reading).text == text)
  }

  @Test("has the same two codes in every row instead of a header")
  func codes() throws {
    for text in ["Bercy,Treasury,FR,EN\nloi,law,FR,EN\n", "FR,Bercy,EN,Treasury\nFR,loi,EN,law\n"] {
      let reading = try Reading(text.utf8, name: "a.csv", options: glossary)
      #expect(reading.texts == [["Bercy", "Treasury"], ["loi", "law"]])
      #expect(reading.detected.languages == ["FR", "EN"])
    }
  }

  @Test("has a row a term, with the entries' ids")
  func termRows() throws {
    let text = """
      E_ID|L_CODE|T_TERM|T_EVALUATION
      7|fr|loi|
      7|fr|texte|
      7|en|law|Preferred
      7|en|bill|Deprecated
      8|fr|seul|

      """
    let reading = try Reading(text.utf8, name: "a.csv", options: glossary)
    #expect(lines(reading) == ["loi ~texte = law !bill"])
    #expect(reading.concepts.first?.externalID == "7")
    #expect(reading.skipped == ["one language only"])
  }

  @Test("is contradicted by a pair: two codes are a row, names of languages an error")
  func contradiction() throws {
    let pair = LanguagePair("fr-en")
    let row = try Reading(
      "la;it\nle;the\n".utf8, name: "a.csv", options: FormatOptions(pair: pair, kind: .glossary))
    #expect(row.texts == [["la", "it"], ["le", "the"]])
    #expect(row.warnings.count == 1)
    let error = #expect(throws: FormatError.self) {
      try Reading(
        "Français;Allemand\nloi;Gesetz\n".utf8, name: "a.csv",
        options: FormatOptions(pair: pair, kind: .glossary))
    }
    #expect(error?.message == "the header names fr, de, not fr-en")
    let fallback = try Reading(
      "Français;Allemand\nloi;Gesetz\n".utf8, name: "a.csv",
      options: FormatOptions(kind: .glossary, fallbackPair: pair))
    #expect(fallback.detected.languages == ["fr", "de"])
  }

  @Test("is read as the user says: columns, header row")
  func asked() throws {
    let text = "x;y;z\nn;loi;law\n"
    func read(_ columns: String, headerRow: Int? = nil) throws -> Reading {
      let choices = columns.split(separator: ",").compactMap { ColumnChoice(String($0)) }
      return try Reading(
        text.utf8, name: "a.csv",
        options: FormatOptions(kind: .glossary, columns: choices, headerRow: headerRow))
    }
    let named = try read("fr=2,en=3,note=1", headerRow: 1)
    #expect(named.texts == [["loi", "law"]])
    #expect(named.concepts.first?.note == "n")
    #expect(try read("fr=B,en=C").texts == [["y", "z"], ["loi", "law"]])
    #expect(throws: FormatError.self) { try read("fr=2") }
    #expect(ColumnChoice("fr=0") == nil && ColumnChoice("nonsense=1") == nil)
  }

  @Test("whose header names no languages is refused, with a remedy that stores no junk")
  func doubtful() {
    let error = #expect(throws: FormatError.self) {
      try Reading(
        "Begriff;Bedeutung;Notes\nloi;law;x\n".utf8, name: "a.csv",
        options: FormatOptions(pair: LanguagePair("fr-en"), kind: .glossary))
    }
    #expect(error?.remedy == .advice("say which columns hold which language: --columns fr=1,en=2"))
  }

  @Test("from Excel has tabs and quotes, which are taken off where all are Excel's")
  func excel() throws {
    let text = "FR\tEN\tNote\n\"loi, la\"\tlaw\t\"dit \"\"texte\"\"\"\n"
    let reading = try Reading(text.utf8, name: "a.txt", options: glossary)
    #expect(reading.texts == [["loi, la", "law"]])
    #expect(reading.concepts.first?.note == "dit \"texte\"")
    let plain = try Reading(
      "FR\tEN\nle \"JT\"\tnews\n\"x\ty\n".utf8, name: "a.tsv", options: glossary)
    #expect(plain.texts == [["le \"JT\"", "news"], ["\"x", "y"]])
  }

  @Test("from Excel for the Mac is Mac Roman where its bytes say so")
  func macRoman() throws {
    func read(_ french: [UInt8]) throws -> Reading {
      let text = Array("FR;EN\r".utf8) + french + Array(";x\r".utf8)
      return try Reading(text, name: "a.csv", options: glossary)
    }
    #expect(try read([0x6D, 0x8F, 0x72, 0x65]).texts == [["mère", "x"]])
    #expect(try read([0x8E, 0x74, 0x61, 0x74]).texts == [["état", "x"]])
    #expect(try read([0xE9, 0x74, 0x8E]).texts == [["étŽ", "x"]])
    #expect(try read([0x8F]).warnings.last?.message.contains("Mac Roman") == true)
  }

  @Test("keeps apostrophes but the one that disarms a formula, which is written doubled")
  func apostrophes() throws {
    let reading = try Reading(
      "fr,en\n'=A1,-x\n'chef,'fess\n".utf8, name: "a.csv", options: glossary)
    #expect(reading.texts == [["=A1", "-x"], ["'chef", "'fess"]])
    let concept = Concept(terms: [
      Term(language: "fr", text: "'=x"), Term(language: "en", text: "''+y"),
    ])
    let written = try Writing(.csv, concepts: [concept])
    let again = try Reading(written.text.utf8, name: "a.csv", options: glossary)
    #expect(again.texts == [["'=x", "''+y"]])
  }

  @Test("that Calque writes holds every term as it is, whatever signs it has")
  func ownLayout() throws {
    let terms = [
      Term(language: "fr", text: "a / b ; c (TVA)"),
      Term(language: "fr", text: "d n.m.", status: .admitted, type: .variant),
      Term(language: "en", text: "e; f"), Term(language: "en", text: "g/h", status: .forbidden),
    ]
    var concept = Concept(terms: terms)
    concept.definition = "deux\nlignes"
    concept.externalID = "9"
    let written = try Writing(.csv, concepts: [concept])
    #expect(written.losses == [:])
    let again = try Reading(written.text.utf8, name: "a.csv", options: glossary)
    #expect(again.concepts.first.map { Set($0.terms) } == Set(terms))
    #expect(again.concepts.first?.definition == "deux\nlignes")
    #expect(again.concepts.first?.externalID == "9")
  }
}
