import Calque
import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("The order of a story's terms")
struct StoryOrderTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  private static let header =
    "#fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid"
    + "\tnote_en\ten-US_variants\n"

  init() throws {
    folder = try TemporaryFolder()
    let made = try Workspace.initialise(
      store: folder.file("t.db"), in: Surroundings(folder: folder.path))
    workspace = try Workspace(opening: StoreLocation(path: made.store), for: .writing)
  }

  /// Imports rows whose cells are joined by `/`: `fr/en//domain/noun/m////flags//`.
  private func load(_ rows: String...) throws {
    let lines = rows.map { row in
      let cells = row.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      return (cells + Array(repeating: "", count: max(0, 13 - cells.count))).joined(separator: "\t")
    }
    _ = try workspace.importFile(
      folder.write(Self.header + lines.joined(separator: "\n") + "\n", to: "desk.fr-en.tsv"),
      options: ImportOptions(kind: .glossary))
  }

  private func terms(
    _ text: String, pair: String = "fr-en", region: String? = nil
  ) throws -> [TermAnswer] {
    var options = SuggestOptions()
    options.pair = LanguagePair(pair)
    options.region = region
    return try workspace.suggest(text: text, options: options).terms
  }

  private func first(
    _ text: String, _ word: String, pair: String = "fr-en", region: String? = nil
  ) throws -> String? {
    try terms(text, pair: pair, region: region).first { $0.surface == word }?
      .translations.first?.text
  }

  @Test("follows the domain that the story's other terms show")
  func domain() throws {
    try load(
      "cellule/cell//biology/noun/f", "cellule/unit//police/noun/f",
      "noyau/nucleus//biology/noun/m",
      "membrane/membrane//biology/noun/f", "enquête/inquiry//police/noun/f",
      "suspect/suspect//police/noun/m", "mandat/warrant//police/noun/m")
    #expect(try first("Une cellule a un noyau et une membrane.", "cellule") == "cell")
    #expect(try first("La cellule mène l'enquête sur un suspect.", "cellule") == "unit")
  }

  @Test("puts a term that stands word for word before one that the text interrupts")
  func interrupted() throws {
    try load(
      "article 49 alinéa 3/article 49 (3)//law/noun/m", "décret/decree//law/noun/m",
      "arrêté/order//law/noun/m", "article 49, alinéa 3/article 49, third paragraph//press/noun/m")
    let story = "Le décret, l'arrêté et l'article 49, alinéa 3."
    let found = try terms(story).filter { $0.surface == "article 49, alinéa 3" }
    #expect(
      found.map { $0.translations[0].text } == ["article 49, third paragraph", "article 49 (3)"])
  }

  @Test("puts a lone ambiguous word without support last, and says so")
  func doubt() throws {
    try load(
      "volet/component//law/noun/m////ambiguous", "volet/shutter//house/noun/m",
      "décret/decree//law/noun/m", "arrêté/order//law/noun/m")
    let alone = try terms("Un volet a claqué.")
    #expect(alone.map { $0.translations[0].text } == ["shutter", "component"])
    #expect(alone.map(\.isDoubtful) == [false, true])
    let law = try terms("Le volet du décret et l'arrêté.").filter { $0.surface == "volet" }
    #expect(law.map { $0.translations[0].text } == ["component", "shutter"])
    #expect(law.map(\.isDoubtful) == [false, false])
  }

  @Test(
    "puts the row that prefers the word before one that admits it, and the more exact row first")
  func rows() throws {
    try load(
      "chef du gouvernement/prime minister///noun/mf//head of government",
      "Premier ministre/prime minister///noun/mf", "exécutif/government///noun/m//prime minister")
    let found = try terms("The prime minister left.", pair: "en-fr")
    #expect(
      found.map { $0.translations[0].text } == [
        "Premier ministre", "chef du gouvernement", "exécutif",
      ])
  }

  @Test("reads a row in its direction, with the note of that direction")
  func directions() throws {
    try load(
      "rendez-vous/appointment/Also a date.//noun/m////fr-en//",
      "nomination/appointment/Of ministers.//noun/f////en-fr//To a post.",
      "Sénat/Senate/The upper house.//noun/m////case//")
    #expect(try terms("Un rendez-vous.").map(\.note) == ["Also a date."])
    #expect(try terms("Une nomination.").isEmpty)
    let back = try terms("The Senate made an appointment.", pair: "en-fr")
    #expect(back.map { $0.translations.map(\.text) } == [["Sénat"], ["nomination"]])
    #expect(back.map(\.note) == [nil, "To a post."])
  }

  @Test("puts the forms of the region first that the reader asked for, last otherwise")
  func region() throws {
    try load("travail/labour//work/noun/m///////labor")
    #expect(try first("Le travail.", "travail") == "labour")
    #expect(try first("Le travail.", "travail", region: "US") == "labor")
    #expect(try first("Le travail.", "travail", region: "en-GB") == "labour")
    #expect(throws: WorkspaceError.self) { try terms("Le travail.", region: "nowhere") }
  }

  @Test("leaves a street's name alone, and a city its meaning as a place")
  func metonyms() throws {
    try load(
      "Bercy/economy ministry///proper noun/m////metonym|case",
      "Londres/London///proper noun/m//British government//metonym|ambiguous")
    #expect(try terms("Il habite rue de Bercy.").isEmpty)
    #expect(try terms("Bercy estime que non.").map(\.flags) == [[.metonym, .caseSensitive]])
    #expect(
      try terms("À Londres, Londres hésite.").map(\.flags) == [
        [.ambiguous], [.ambiguous, .metonym],
      ])
  }

  @Test("has names only until a person imports a glossary, and beside a term only their own place")
  func names() throws {
    #expect(try terms("La Pologne et son ministre").map(\.glossary) == ["names"])
    try workspace.addTerm(
      "Pologne", "POLAND", pair: #require(LanguagePair("fr-en")), into: "mine")
    #expect(
      try terms("La Pologne et la Corée du Sud").map { $0.translations[0].text } == [
        "POLAND", "South Korea",
      ])
    try workspace.addTerm("Sud", "south", pair: #require(LanguagePair("fr-en")), into: "mine")
    let found = try terms("La Corée du Sud")
    #expect(found.map(\.surface) == ["Corée du Sud", "Sud"])
    #expect(found.map(\.within) == [nil, 3..<16])
    try load("ministre/minister")
    #expect(try terms("La Hongrie et son ministre").map(\.glossary) == ["desk"])
  }
}
