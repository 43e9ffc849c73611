import CalqueModel
import CalqueText
import Testing

@testable import CalqueFormats

@Suite("The columns of a table")
struct ColumnsTests {
  /// Roles as words.
  private func words(_ columns: Columns) -> [String] {
    columns.roles.map { role in
      switch role {
      case .text(let place): "text \(columns.languages[place])"
      case .variants(let place): "variants \(columns.languages[place])"
      case .avoided(let place): "avoided \(columns.languages[place])"
      case .term(let field, let owner):
        if case .text(let place) = columns.roles[owner] {
          "\(field) \(columns.languages[place])"
        } else {
          "\(field) of no text"
        }
      default: "\(role)"
      }
    }
  }

  @Test(
    "are what their names say",
    arguments: [
      ("fr|en", "text fr|text en"), ("FR|EN-gb", "text FR|text EN-gb"),
      ("Français|Anglais|Note", "text fr|text en|note"),
      ("English|German|comments", "text en|text de|note"),
      (
        "fr|en|domaine|définition|pos|genre|flags|valid|id|x",
        "text fr|text en|domain|definition|partOfSpeech|gender|flags|validity|identifier|property"
      ),
      (
        "fr|en|fr_variants|en_variants|en_avoid|example_fr|example_en",
        "text fr|text en|variants fr|variants en|avoided en|example fr|example en"
      ),
      ("en|note|fr|note", "text en|note en|text fr|note fr"),
      ("N°|Terme français|Équivalent anglais|Statut", "identifier|text fr|text en|status"),
      ("FRANÇAIS|ANGLAIS|COMMENTAIRES", "text fr|text en|note"),
      ("Nr|FR|EN|Cat", "identifier|text FR|text EN|domain"), ("fr|no", "text fr|text no"),
      ("French (France)|English (United Kingdom)", "text fr-FR|text en-GB"),
      ("Traduction anglaise|Terme en français", "text en|text fr"),
      ("Term [fr]|Description [fr]|Term [en]", "text fr|definition|text en"),
      (
        "Entry_ID|Entry_Note|French|Term_Info|English",
        "identifier|note|text fr|property fr|text en"
      ),
      ("French|Term_Example|French|English", "text fr|example fr|text fr|text en"),
      (
        ">>E<<Subject|>>L<<French|>>T<<Status|>>L<<English|>>XT<<Internal",
        "domain|text fr|status fr|text en|ignored"
      ),
      ("Note interne|fr|en|Exemple", "note|text fr|text en|example en"),
      ("fr|Genre|en", "text fr|gender fr|text en"), ("fr|en|Interdit", "text fr|text en|forbidden"),
      ("fr|en|note", "text fr|text en|note"), ("fr|fr|en", "text fr|text fr|text en"),
      ("en|Example of use|fr", "text en|example en|text fr"),
      ("en|fr|de_variants", "text en|text fr|property"), ("fr|en|", "text fr|text en|property"),
      ("forbidden|fr|en", "forbidden|text fr|text en"),
      ("fr|en|tuid", "text fr|text en|identifier"),
      ("en|id", "text en|text id"), ("id|fr|en", "identifier|text fr|text en"),
      ("ID|en|fr", "identifier|text en|text fr"),
    ])
  func roles(header: String, roles: String) throws {
    let names = header.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let columns = try #require(Columns(header: names, pair: nil))
    #expect(words(columns) == roles.split(separator: "|").map(String.init))
  }

  @Test(
    "are none where fewer than two are languages",
    arguments: ["", "fr", "fr|note", "hello|world", "Un.|One.", "1|2", "fr_variants|en_variants"])
  func noHeader(header: String) {
    #expect(Columns(header: header.split(separator: "|").map(String.init), pair: nil) == nil)
  }

  @Test(
    "called source and target take their languages from the pair",
    arguments: [
      ("source|target", "fr|en"), ("target|source", "en|fr"), ("Source|de", "fr|de"),
      ("fr|target", "fr|en"), ("source|fr", "en|fr"), ("src|tgt|note", "fr|en"),
      ("term|translation", "fr|en"), ("Source Text|Target Text", "fr|en"),
    ])
  func sides(header: String, languages: String) throws {
    let names = header.split(separator: "|").map(String.init)
    let columns = try #require(Columns(header: names, pair: LanguagePair("fr-en")))
    #expect(columns.languages.map(\.written).joined(separator: "|") == languages)
    #expect(!columns.needsPair)
    let open = try #require(Columns(header: names, pair: nil))
    #expect(open.needsPair)
  }

  @Test("name one language where one is too few")
  func oneLanguage() {
    #expect(Columns.namesOneLanguage(["Domain", "en-GB", "Notes"]))
    #expect(Columns.namesOneLanguage(["term", "note"]))
    #expect(!Columns.namesOneLanguage(["fr", "en", "note"]))
    #expect(!Columns.namesOneLanguage(["fr", "bonjour"]))
    #expect(!Columns.namesOneLanguage(["domain", "note"]))
  }

  @Test("say that the table holds terms, or that a language comes twice")
  func kinds() throws {
    func columns(_ names: String) throws -> Columns {
      try #require(Columns(header: names.split(separator: "|").map(String.init), pair: nil))
    }
    for names in ["fr|en|pos", "fr|en|fr_variants", "fr|en|valid", "fr|en|definition"] {
      #expect(try columns(names).holdsTerms, "\(names)")
    }
    #expect(try !columns("fr|en|note|domain|x").holdsTerms)
    #expect(try columns("fr|en|fr").hasRepeatedLanguage)
    #expect(try !columns("fr|en|fr_variants").hasRepeatedLanguage)
    let bare = Columns(unnamed: LanguagePair(source: "fr", target: "en"))
    #expect(bare.name(2) == "column-3")
    #expect(bare.role(7) == .property)
    #expect(try columns("fr|en|x").name(2) == "x")
  }

  // MARK: - Writing

  private let columns = Columns(unnamed: LanguagePair(source: "fr", target: "en-GB"))

  @Test(
    "find the texts that answer for a language: the exact ones, else the language, else any region",
    arguments: [
      (["fr", "en-GB"], [[0], [1]]), (["fr-CA", "en"], [[0], [1]]), (["en-US", "fr"], [[1], [0]]),
      (["fr", "fr-CA", "en-GB", "en-US"], [[0], [2]]),
      (["fr-CA", "fr-BE", "en-US"], [[0, 1], [2]]),
      (["fr", "fr", "en-gb"], [[0, 1], [2]]), (["de", "it"], [[], []]), ([], [[], []]),
    ] as [([String], [[Int]])])
  func sides(tags: [String], sides: [[Int]]) {
    #expect(columns.sides(of: tags.map { LanguageTag($0) }) == sides)
  }

  @Test("do not take a text that another column is named after")
  func regions() {
    let regions = Columns(unnamed: LanguagePair(source: "fr-FR", target: "fr-CA"))
    #expect(regions.sides(of: ["fr-FR", "en"]) == [[0], []])
    #expect(regions.sides(of: ["fr-FR", "fr-CA"]) == [[0], [1]])
  }

  @Test("make a row of every source with every target, and none of one side alone")
  func combinations() {
    #expect(columns.combinations([[0, 1], [2]]) == [[0, 2], [1, 2]])
    #expect(columns.combinations([[0, 1], [2, 3]]).count == 4)
    #expect(columns.combinations([[0], []]) == [])
    #expect(columns.combinations([[], []]) == [])
    #expect(columns.combinations([[0], [], [1]]) == [[0, nil, 1]])
  }

  @Test("take properties back into the columns of their names, byte for byte")
  func properties() throws {
    let named = try #require(
      Columns(header: ["fr", "en", "caf\u{E9}", "cafe\u{301}"], pair: nil))
    var cells = named.emptyRow(properties: [])
    named.fill(
      &cells,
      properties: [
        Meta.Property(type: "cafe\u{301}", value: "two"),
        Meta.Property(type: "caf\u{E9}", value: "one"),
        Meta.Property(type: "other", value: "lost"),
      ])
    #expect(cells == ["", "", "one", "two"])
    #expect(named.places("caf\u{E9}") && !named.places("other"))
    let bare = Columns(unnamed: LanguagePair(source: "fr", target: "en"))
    let extra = [Meta.Property(type: "column-4", value: "x")]
    var row = bare.emptyRow(properties: extra)
    bare.fill(&row, properties: extra)
    #expect(row == ["", "", "", "x"])
    #expect(bare.places("column-9") && !bare.places("note"))
    #expect(bare.emptyRow(properties: [Meta.Property(type: "column-99999", value: "")]).count == 2)
  }
}

@Suite("The names of columns")
struct ColumnNamesTests {
  @Test(
    "stand for languages: tags with a region or script, and names in French or English",
    arguments: [
      ("fr", "fr"), ("FR-fr", "FR-fr"), ("zh-Hant-TW", "zh-Hant-TW"), ("eng", "eng"),
      ("French", "fr"), ("ANGLAIS", "en"), ("español", "es"), (" Deutsch ", "de"),
      ("xx", nil), ("fr_variants", nil), ("", nil), ("note", nil), ("français!", nil),
      ("../evil", nil), ("id", "id"), ("a", nil), ("english us", "en-US"),
      ("Français (Canada)", "fr-CA"), ("anglais (Royaume-Uni)", "en-GB"),
      ("Terme cible : anglais (GB)", "en-GB"), ("Source term (fr)", "fr"),
      ("traduction anglaise", "en"), ("Definition (source)", nil),
    ] as [(String, String?)])
  func languages(name: String, language: String?) {
    #expect(ColumnName(name).language?.written == language)
  }

  @Test("stand for roles and sides, whatever their case")
  func roles() {
    for (name, field) in [
      ("Commentaire", .note), ("REMARQUES", .note), ("  SUBJECT FIELD ", .domain),
      ("Part of Speech", .partOfSpeech), ("Définition", .definition), ("À éviter", .forbidden),
      ("Example of use", .example), ("whatever", nil), ("Status date", nil),
    ] as [(String, ColumnName.Field?)] {
      #expect(ColumnName(name).field == field, "\(name)")
    }
    for (name, side) in [
      ("Source", 0), ("TRANSLATION", 1), ("Terme source", 0), ("Terme cible", 1), ("cible", 1),
      ("Équivalent", 1), ("fr", nil), ("Source (URL)", nil), ("Source language", nil),
    ] as [(String, Int?)] {
      #expect(ColumnName(name).side == side, "\(name)")
    }
  }
}
