import Calque
import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("Suggestions for an article")
struct SuggestTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  private static let header =
    "#fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid\n"

  init() throws {
    folder = try TemporaryFolder()
    let made = try Workspace.initialise(
      store: folder.file("t.db"), in: Surroundings(folder: folder.path))
    workspace = try Workspace(opening: StoreLocation(path: made.store), for: .writing)
  }

  private func load(_ rows: String..., into name: String = "desk") throws {
    let text = Self.header + rows.joined(separator: "\n") + "\n"
    _ = try workspace.importFile(
      folder.write(text, to: "\(name).fr-en.tsv"), options: ImportOptions(kind: .glossary))
  }

  private func suggest(
    _ text: String, pair: String = "fr-en", _ change: (inout SuggestOptions) -> Void = { _ in }
  ) throws -> Suggestions {
    var options = SuggestOptions()
    options.pair = LanguagePair(pair)
    change(&options)
    return try workspace.suggest(file: folder.write(text, to: "article.txt"), options: options)
  }

  @Test("count the glossaries and memories of the pair alone")
  func resourcesOfThePair() throws {
    let german = try #require(LanguagePair("de-en"))
    try load("sommet\tsummit\t\t\t\t\t\t\t\t\t")
    try workspace.add(
      "Le sommet.", "The summit.", pair: #require(LanguagePair("fr-en")), into: "news")
    try workspace.add("Der Gipfel.", "The summit.", pair: german, into: "german")
    try workspace.addTerm("Gipfel", "summit", pair: german, into: "begriffe")
    let french = try suggest("Le sommet.")
    #expect(french.memories == ["news"])
    #expect(french.glossaries == ["desk"])
    let other = try suggest("Der Gipfel.", pair: "de-en")
    #expect(other.memories == ["german"])
    #expect(other.glossaries == ["begriffe"])
  }

  @Test("are refused for a subject field that no term has, and known ones are named")
  func unknownDomain() throws {
    try load("sommet\tsummit\t\tdiplomacy\t\t\t\t\t\t\t")
    let error = #expect(throws: WorkspaceError.self) {
      try suggest("Le sommet.") { $0.domain = "nosuch" }
    }
    #expect(error?.description.contains("'nosuch'") == true)
    #expect(error?.description.contains("diplomacy") == true)
    #expect(try suggest("Le sommet.") { $0.domain = "Diplomacy" }.terms.count == 1)
  }

  @Test("hold every term with its place and its translations, forbidden ones last")
  func terms() throws {
    try load(
      "sommet\tsummit\tAlso a peak.\tdiplomacy\tnoun\tm\t\tsummit meeting\ttop\tambiguous\t",
      "sommet sur l'IA\tAI summit\t\tdiplomacy\tnoun\tm\t\t\t\t\t")
    let found = try suggest("Été.\nLe sommet sur l’IA, un sommet.").terms
    #expect(found.map(\.surface) == ["sommet sur l’IA", "sommet", "sommet"])
    #expect(found.map(\.start) == [10, 10, 32])
    #expect(found.map(\.line) == [2, 2, 2])
    #expect(found.map(\.column) == [4, 4, 24])
    #expect(found.map(\.within) == [nil, 10..<27, nil])
    let last = try #require(found.last)
    #expect(last.translations.map(\.text) == ["summit", "summit meeting", "top"])
    #expect(last.translations.map(\.status) == [.preferred, .admitted, .forbidden])
    #expect(last.translations[0].origin == "glossary:desk")
    #expect(last.note == "Also a peak.")
    #expect(last.flags == .ambiguous)
    #expect(last.domain == "diplomacy")
  }

  @Test("put the plain name before the metonym where both translate a term")
  func metonyms() throws {
    try load(
      "Bercy\tMinistry of Economy\t\tgovernment\tproper noun\t\t\t\t\tmetonym|case\t",
      "ministère de l'Économie\teconomy ministry\t\tgovernment\tnoun\tm\t\tMinistry of Economy\t\t\t"
    )
    let found = try suggest("The Ministry of Economy.", pair: "en-fr").terms
    #expect(found.map { $0.translations[0].text } == ["ministère de l'Économie", "Bercy"])
    #expect(try suggest("Selon Bercy, bercy.").terms.map(\.surface) == ["Bercy"])
    #expect(try suggest("top summit", pair: "en-fr").terms.isEmpty)
  }

  @Test("weigh a title by the article's date: asked, written, or today's")
  func dates() throws {
    try load(
      "ministre du Numérique\tdigital minister\t\t\tnoun\t\t\t\t\t\t2023-07..2024-01",
      "ministre du Numérique\tminister for digital affairs\t\t\tnoun\t\t\t\t\t\t2024-02..")
    let text = "le ministre du Numérique"
    let then = try suggest("2023-11 " + text)
    #expect(then.dateOrigin == .article)
    #expect(
      then.terms.map { $0.translations[0].text }
        == ["digital minister", "minister for digital affairs"])
    #expect(then.terms.map(\.isInForce) == [true, false])
    let later = try suggest("2023-11 " + text) { $0.date = PartialDate("2025") }
    #expect(later.dateOrigin == .asked)
    #expect(later.terms.map(\.isInForce) == [true, false])
    #expect(later.terms[0].translations[0].text == "minister for digital affairs")
    #expect(try suggest(text).dateOrigin == .today)
  }

  @Test("are one for two spellings of a concept, and several for several concepts")
  func homographs() throws {
    try load(
      "ministre de l'Économie\teconomy minister\t\t\tnoun\t\tministre de l'Economie\t\t\t\t",
      "sommet\tsummit\t\t\tnoun\t\t\t\t\t\t", "sommet\tpeak\t\t\tnoun\t\t\t\t\t\t")
    let found = try suggest("Le ministre de l'Economie au sommet.").terms
    #expect(found.map(\.term) == ["ministre de l'Economie", "sommet", "sommet"])
    #expect(found.dropFirst().map { $0.translations[0].text } == ["summit", "peak"])
  }

  @Test("heed glossary, domain and part")
  func choices() throws {
    try load("sommet\tsummit\t\tdiplomacy\tnoun\t\t\t\t\t\t")
    try load("sommet\tpeak\t\tmountains\tnoun\t\t\t\t\t\t", into: "alps")
    #expect(try suggest("sommet").terms.count == 2)
    let byDomain = try suggest("sommet") { $0.domain = "Mountains" }
    #expect(byDomain.terms.map(\.glossary) == ["alps"])
    let byName = try suggest("sommet") { $0.glossaries = ["desk"] }
    #expect(byName.terms.map(\.glossary) == ["desk"])
    #expect(try suggest("sommet") { $0.parts = [.matches] }.isEmpty)
    #expect(throws: WorkspaceError.self) {
      try suggest("sommet") { $0.glossaries = ["nowhere"] }
    }
  }

  @Test("look up each sentence but those of the web page")
  func matches() throws {
    _ = try workspace.importFile(
      folder.write("Le sommet commence demain.\tThe summit begins tomorrow.\n", to: "m.fr-en.tsv"),
      options: ImportOptions(kind: .memory))
    let text = "Le sommet commence demain. Rien.\n\nLire aussiLe sommet commence demain.\n"
    let found = try suggest(text)
    #expect(found.matches.map(\.match.score) == [100])
    #expect(found.matches.map(\.sentence) == [0])
    #expect(found.sentences.filter(\.isBoilerplate).map(\.line) == [3])
    #expect(found.memories == ["m"])
    #expect(
      found.json.hasPrefix(#"{"file":"\#(folder.file("article.txt"))","pair":"fr-en","date":"#))
    #expect(found.json.contains(#""matches":[{"start":0,"end":26,"line":1,"column":1,"segment":"#))
    #expect(found.json.contains(#""candidates":["#))
  }

  @Test("read UTF-8 with a byte order mark, and refuse what is no text")
  func encodings() throws {
    try load("sommet\tsummit\t\t\tnoun\t\t\t\t\t\t")
    let found = try suggest("\u{FEFF}sommet")
    #expect(found.terms.map(\.start) == [0])
    #expect(try suggest("").isEmpty)
    #expect(throws: WorkspaceError.self) { try suggest("a\u{0}b") }
    #expect(throws: WorkspaceError.self) {
      try workspace.suggest(file: folder.file("missing.txt"))
    }
  }
}
