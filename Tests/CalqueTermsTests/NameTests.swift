import CalqueModel
import CalqueTerms
import CalqueText
import Testing

@Suite("The built-in names")
struct NameTests {
  /// Each name with its first translation: `Royaume-Uni=United Kingdom`.
  private static func names(_ text: String, _ pair: String = "fr-en") throws -> [String] {
    let pair = try #require(LanguagePair(pair))
    return NameGlossary(pair).names(in: text).map { name in
      let surface = String(decoding: Array(text.utf8)[name.range], as: UTF8.self)
      return "\(surface)=\(name.translations.first?.text ?? "")"
    }
  }

  @Test(
    "are found in every form that French gives them",
    arguments: [
      ("Elle rentre du Royaume-Uni.", ["Royaume-Uni=United Kingdom"]),
      ("Le chef des États-Unis et celui des Etats Unis", ["États-Unis=US", "Etats Unis=US"]),
      (
        "en Côte d’Ivoire et au Burkina Faso",
        ["Côte d’Ivoire=Ivory Coast", "Burkina Faso=Burkina Faso"]
      ),
      (
        "aux Pays-Bas, en Birmanie, en RDC",
        ["Pays-Bas=Netherlands", "Birmanie=Myanmar", "RDC=Democratic Republic of Congo"]
      ),
      (
        "Grecques et Turcs, la diplomatie israélienne",
        ["Grecques=Greek", "Turcs=Turkish", "israélienne=Israeli"]
      ),
      (
        "des élues néo-zélandaises parlent le tamoul",
        ["néo-zélandaises=New Zealand", "tamoul=Tamil"]
      ),
      (
        "deux millions de livres, 30 couronnes, le franc suisse",
        ["livres=pound", "couronnes=crown", "franc suisse=Swiss franc"]
      ),
      ("À Malte, l'Asie du Sud-Est inquiète", ["Malte=Malta", "Asie du Sud-Est=Southeast Asia"]),
      (
        "Il quitte La Haye pour Le Caire puis l'île Maurice",
        ["La Haye=The Hague", "Le Caire=Cairo", "île Maurice=Mauritius"]
      ),
      ("la Réunion et la Grenade sont des îles", ["la Réunion=Réunion", "Grenade=Grenada"]),
    ])
  func found(text: String, expected: [String]) throws {
    #expect(try Self.names(text).map { $0.replacing("United States", with: "US") } == expected)
  }

  @Test(
    "are not found in words that only look like them",
    arguments: [
      "Maurice Druon et Israël Kamakawiwoole", "dans le New Hampton", "Réunion d'urgence au siège",
      "La Réunion de famille tourne mal", "Grenade à fragmentation", "Charles Hollande arrive",
      "un dessin à l'encre de Chine", "deux cochons d'Inde", "il a trouvé la clef anglaise",
      "Son livre parle d'or et d'argent", "un franc succès", "la couronne vacille",
      "le long du fleuve Sénégal", "rue de Londres", "la Sainte-Lucie", "le match Mali-Togo",
      "il sera franc", "dans la Vienne", "Virginie parle", "selon Le Parisien", "sur Europe 1",
      "Air Algérie reprend", "bâtir des châteaux en Espagne", "le mari vote",
      "une chine de brocante",
    ])
  func traps(text: String) throws {
    #expect(try Self.names(text) == [])
  }

  @Test(
    "are found from English as well, with their capitals",
    arguments: [
      (
        "The UK and the US agree with Ivory Coast.",
        ["UK=Royaume-Uni", "US=États-Unis", "Ivory Coast=Côte d'Ivoire"]
      ),
      (
        "Polish and Dutch envoys flew to The Hague.",
        ["Polish=polonais", "Dutch=néerlandais", "The Hague=La Haye"]
      ),
      ("They polish the jersey of Michael Jordan.", []),
      ("Jordan Peele visits Jordan.", ["Jordan=Jordanie"]),
      ("ten pounds, pound for pound", ["pounds=livre"]),
    ])
  func english(text: String, expected: [String]) throws {
    #expect(try Self.names(text, "en-fr") == expected)
  }

  @Test("have an id below zero, the same in every text, and none for two names")
  func ids() throws {
    let pair = try #require(LanguagePair("fr-en"))
    let text = "La France, la Chine, le Chili, un Chilien, la Malaisie et la Hongrie"
    let names = NameGlossary(pair).names(in: text)
    #expect(names.count == 6)
    #expect(names.allSatisfy { $0.id.rawValue < 0 })
    #expect(Set(names.map(\.id)).count == 6)
    let other = NameGlossary(pair).names(in: "Les Chiliens de Malaisie")
    #expect(other.map(\.id) == [names[3].id, names[4].id])
  }

  @Test("of languages without rules are those of ICU")
  func otherLanguages() throws {
    let pair = try #require(LanguagePair("de-fr"))
    let names = NameGlossary(pair).names(in: "Frankreich und Italien")
    #expect(names.map(\.translations.first?.text) == ["France", "Italie"])
  }

  @Test("of French and English have the same keys, and every key a name")
  func keys() {
    let (french, english) = (Language.french.rules.names, Language.english.rules.names)
    for (a, b) in [
      (french.places, english.places), (french.peoples, english.peoples),
      (french.currencies, english.currencies),
    ] {
      #expect(a.keys == b.keys)
      #expect(Set(a.keys).count == a.keys.count)
      for key in a.keys {
        #expect(!a.names(of: key).isEmpty && !b.names(of: key).isEmpty, "\(key)")
      }
    }
  }
}
