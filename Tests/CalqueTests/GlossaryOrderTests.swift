import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("Whose term comes first")
struct GlossaryOrderTests {
  private let folder: TemporaryFolder
  private let surroundings: Surroundings
  private let pair: LanguagePair

  /// A store with one shipped glossary: Bercy, a dated head of government, and a title in both
  /// genders.
  init() throws {
    folder = try TemporaryFolder()
    let rows = """
      #fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid
      Bercy\tMinistry of Economy\t\t\tproper noun\tm\t\t\t\tmetonym|case\t
      Premier ministre\tprime minister\t\t\tnoun\tmf\tPremière ministre\t\t\t\t
      chef du gouvernement\tMichel Barnier\t\t\tnoun\tm\t\t\t\t\t2024-09..2024-12
      sommet\tsummit\t\t\tnoun\tm\tsommets\t\t\t\t

      """
    try folder.makeFolder("shipped")
    _ = try folder.write(rows, to: "shipped/government.fr-en.tsv")
    pair = try #require(LanguagePair("fr-en"))
    surroundings = Surroundings(folder: folder.path, glossaries: folder.file("shipped"))
    _ = try Workspace.initialise(pair: pair, withGlossaries: true, in: surroundings)
  }

  private func workspace() throws -> Workspace {
    try Workspace(opening: .find(in: surroundings), for: .writing)
  }

  private func configure(_ lines: String) throws {
    _ = try folder.write("store = \"calque.db\"\npair = \"fr-en\"\n" + lines, to: "calque.toml")
  }

  /// The first translation of each concept found for a text, in order, by lookup and by suggest.
  private func answers(
    _ text: String, _ pair: LanguagePair? = nil, at date: String? = nil,
    glossaries: [String] = []
  ) throws -> [String] {
    let workspace = try workspace()
    func shown(_ terms: [TermAnswer]) -> [String] {
      terms.map { "\($0.translations.first?.text ?? "") (\($0.glossary))" }
    }
    var wanted = SuggestOptions()
    wanted.pair = pair ?? self.pair
    wanted.date = date.flatMap { PartialDate($0) }
    wanted.glossaries = glossaries
    let file = try folder.write(text, to: "article.txt")
    let suggested = shown(try workspace.suggest(file: file, options: wanted).terms)
    if date == nil {
      var options = LookupOptions(pair: pair ?? self.pair)
      options.glossaries = glossaries
      options.firstGlossaries = workspace.configuration.glossaries?.map(\.name) ?? []
      let lookup = try Lookup(store: workspace.store, options: options)
      for _ in 0..<2 { #expect(shown(try lookup.terms(text)) == suggested) }
    }
    return suggested
  }

  @Test("a person's before a shipped one, in both directions and whatever each says of it")
  func person() throws {
    let workspace = try workspace()
    try workspace.addTerm("Bercy", "Finance Ministry", pair: pair)
    #expect(
      try answers("Bercy a dit non.") == [
        "Finance Ministry (my-terms)", "Ministry of Economy (government)",
      ])
    try workspace.addTerm("ministère de l'Économie", "Ministry of Economy", pair: pair)
    #expect(
      try answers("The Ministry of Economy said no.", pair.reversed) == [
        "ministère de l'Économie (my-terms)", "Bercy (government)",
      ])
    try workspace.addTerm(
      "sommet", "top", pair: pair, into: "mountains", details: TermDetails(status: .admitted))
    #expect(try answers("un sommet") == ["top (mountains)", "summit (government)"])
  }

  @Test("also where the shipped one lists the form that the text has")
  func listedForms() throws {
    try workspace().addTerm(
      "Premier ministre", "PM", pair: pair,
      details: TermDetails(partOfSpeech: "noun", gender: "mf"))
    try workspace().addTerm("sommet", "peak", pair: pair)
    #expect(
      try answers("la Première ministre") == ["PM (my-terms)", "prime minister (government)"])
    #expect(try answers("les sommets") == ["peak (my-terms)", "summit (government)"])
  }

  @Test("also of terms that a short query resembles")
  func alike() throws {
    try workspace().addTerm("Bercy", "Finance Ministry", pair: pair)
    let lookup = try Lookup(
      store: workspace().store, options: LookupOptions(pair: pair))
    for _ in 0..<2 {
      #expect(try lookup.terms("Bercyy").map(\.glossary) == ["my-terms", "government"])
    }
  }

  @Test("of a person's own, the newest before the others")
  func newest() throws {
    try workspace().addTerm("sommet", "peak", pair: pair, into: "first")
    _ = try workspace().importFile(
      folder.write("sommet\tmeeting\n", to: "second.fr-en.tsv"),
      options: ImportOptions(kind: .glossary))
    #expect(
      try answers("un sommet") == ["meeting (second)", "peak (first)", "summit (government)"])
    #expect(
      try workspace().resources().map(\.name) == ["second", "first", "government"])
  }

  @Test("as calque.toml lists them, then as before; as the question names them, those alone")
  func listed() throws {
    try workspace().addTerm("sommet", "peak", pair: pair, into: "first")
    try workspace().addTerm("sommet", "meeting", pair: pair, into: "second")
    try configure("glossaries = [\"government\", \"first\"]\n")
    #expect(
      try answers("un sommet") == ["summit (government)", "peak (first)", "meeting (second)"])
    #expect(
      try answers("un sommet", glossaries: ["second", "government"]) == [
        "meeting (second)", "summit (government)",
      ])
    let stats = try workspace().stats()
    #expect(stats.holdings(.glossary).map(\.resource.name) == ["government", "first", "second"])
    #expect(stats.holdings.map(\.resource.isShipped) == [true, false, false])
    try configure("glossaries = [\"gone\"]\n")
    #expect(throws: (any Error).self) { try answers("un sommet") }
  }

  @Test("what holds at the date before what does not, whoever said it")
  func dates() throws {
    try workspace().addTerm(
      "chef du gouvernement", "Gabriel Attal", pair: pair,
      details: TermDetails(validity: try #require(Validity("2024-01..2024-09"))))
    try workspace().addTerm("chef du gouvernement", "head of government", pair: pair, into: "old")
    func first(_ date: String) throws -> [String] {
      try answers("le chef du gouvernement", at: date)
    }
    #expect(
      try first("2024-03") == [
        "head of government (old)", "Gabriel Attal (my-terms)", "Michel Barnier (government)",
      ])
    #expect(
      try first("2024-10") == [
        "head of government (old)", "Michel Barnier (government)", "Gabriel Attal (my-terms)",
      ])
  }

  @Test("what may be used before what is only forbidden")
  func forbidden() throws {
    try workspace().addTerm(
      "Bercy", "Bercy Ministry", pair: pair, details: TermDetails(status: .forbidden))
    #expect(
      try answers("Bercy a dit non.") == [
        "Ministry of Economy (government)", "Bercy Ministry (my-terms)",
      ])
  }

  @Test("a match has the same score in lookup and in suggest, whatever calque.toml takes off")
  func penalties() throws {
    try workspace().add("un", "one", pair: pair, into: "old", status: .draft)
    for (line, score) in [
      ("penalties = [\"draft=30\"]", 70), ("memories = [\"old:-5\"]", 95),
      ("memories = [\"old:-5\"]\npenalties = [\"draft=10\"]", 85), ("", 100),
    ] {
      try configure(line + "\n")
      let opened = try workspace()
      let suggested = try opened.suggest(file: folder.write("un", to: "article.txt"))
      var options = LookupOptions(pair: pair)
      options.apply(opened.configuration)
      let found = try Lookup(store: opened.store, options: options).matches("un")
      #expect(suggested.matches.map(\.match.score) == [score])
      #expect(found.map(\.score) == [score])
    }
  }

  @Test("memories that calque.toml lists come first, and the others still answer")
  func memories() throws {
    for (memory, text) in [("old", "un"), ("news", "deux"), ("law", "trois")] {
      try workspace().add(text, "x", pair: pair, into: memory)
    }
    try configure("memories = [\"news\", \"old:-7\"]\n")
    let opened = try workspace()
    #expect(
      try opened.stats().holdings(.memory).map(\.resource.name) == ["news", "old", "law"])
    let file = try folder.write("un", to: "article.txt")
    let found = try opened.suggest(file: file)
    #expect(found.memories == ["news", "old", "law"])
    #expect(found.matches.map(\.match.score) == [93])
    #expect(
      try opened.takingPart(.memory, in: pair).map(\.penalty) == [0, 7, 0])
  }

  @Test("a form that a person's own glossary forbids is no rendering of a shipped one")
  func refused() throws {
    let workspace = try workspace()
    _ = try workspace.importFile(
      folder.write("#fr\ten\ten_avoid\nsommet\ttop meeting\tsummit\n", to: "own.fr-en.tsv"),
      options: ImportOptions(kind: .glossary, pair: pair))
    #expect(try answers("Le sommet.").first?.hasPrefix("top meeting") == true)
    #expect(try answers("Le sommet.").allSatisfy { !$0.hasPrefix("summit") })
  }

  @Test("a person's own term comes before a shipped one that it crosses, not before a longer one")
  func crossing() throws {
    let shipped = """
      #fr\ten
      relever ses taux\traise rates
      taux directeur de la banque\tbank's key rate

      """
    _ = try folder.write(shipped, to: "shipped/society.fr-en.tsv")
    _ = try Workspace.initialise(pair: pair, withGlossaries: true, in: surroundings)
    let workspace = try workspace()
    _ = try workspace.importFile(
      folder.write("#fr\ten\ntaux directeur\tkey rate\n", to: "own.fr-en.tsv"),
      options: ImportOptions(kind: .glossary, pair: pair))
    var suggest = SuggestOptions()
    suggest.pair = pair
    func winners(_ text: String) throws -> [String] {
      try workspace.suggest(file: folder.write(text, to: "a.txt"), options: suggest).terms
        .filter { $0.within == nil }.map(\.term)
    }
    #expect(try winners("Elle veut relever ses taux directeurs.") == ["taux directeur"])
    #expect(try winners("Le taux directeur de la banque.") == ["taux directeur de la banque"])
  }
}
