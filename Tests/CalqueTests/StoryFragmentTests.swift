import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueText
import TestSupport
import Testing

@testable import Calque

@Suite("The fragments of a sentence that a memory may render")
struct StoryFragmentTests {
  private func fragments(_ sentence: String) -> [String] {
    var search = FragmentSearch(Morphology(.french))
    return search.fragments(of: sentence).map(\.text)
  }

  @Test("begin and end with a word of meaning, the longest first")
  func ends() {
    #expect(
      fragments("Il paie la charge de la dette.") == [
        "paie la charge de la dette", "charge de la dette", "paie la charge",
      ])
    #expect(fragments("Il est là.").isEmpty)
    #expect(fragments("").isEmpty)
  }

  @Test(
    "are no parts of a longer word, number, preposition or clause",
    arguments: [
      ("deux fois par semaine", "fois par semaine"),
      ("au cours de cette semaine", "cours de cette"),
      ("à la suite de la crise", "suite de la crise"),
      ("un porte-parole du parti", "parole du parti"),
      ("le chien que la police cherche", "chien que la police"),
      ("un âge de 12 ans et demi", "ans et demi"), ("la crise, la dette", "crise, la dette"),
      ("la cour d'appel a été saisie", "appel a été saisie"),
    ])
  func parts(_ sentence: String, _ part: String) {
    #expect(!fragments(sentence).contains(part))
  }

  @Test("of a name say so")
  func names() {
    var search = FragmentSearch(Morphology(.french))
    let found = search.fragments(of: "Institut du Nouveau Monde")
    #expect(found.filter(\.isName).map(\.text) == ["Nouveau Monde"])
    #expect(search.fragments(of: "la Faculté de médecine").map(\.isName) == [false])
  }

  @Test("may hold *tout* and *autre*, and come last where a noun without an article goes on")
  func insides() {
    #expect(fragments("pour vivre en toute sécurité").first == "vivre en toute sécurité")
    #expect(
      fragments("un nouveau projet de loi") == [
        "nouveau projet de loi", "projet de loi", "nouveau projet",
      ])
    var search = FragmentSearch(Morphology(.french))
    #expect(
      search.fragments(of: "un nouveau projet de loi").filter(\.isCut).map(\.text)
        == ["nouveau projet"])
    #expect(search.fragments(of: "les parents et les enfants").map(\.isJoined) == [true])
  }
}

@Suite("What the memories say for a phrase of a text")
struct FragmentEvidenceTests {
  private let pair = LanguagePair(source: LanguageTag("fr"), target: LanguageTag("en"))

  /// A memory in which things are red, fast, clean or solid; some only once.
  private func workspace(_ folder: TemporaryFolder) throws -> Workspace {
    let workspace = try folder.workspace()
    func add(_ source: String, _ target: String) throws {
      _ = try workspace.add("\(source) reste ici.", "\(target) remains here.", pair: pair)
      _ = try workspace.add("\(source) manque.", "\(target) is missing.", pair: pair)
    }
    for (thing, other) in [("navire", "ship"), ("train", "train"), ("tapis", "carpet")] {
      for (kind, meaning) in [("rouge", "red"), ("rapide", "fast"), ("solide", "solid")] {
        try add("Le \(thing) \(kind)", "The \(meaning) \(other)")
      }
      try add("Le \(thing)", "The \(other)")
    }
    _ = try workspace.add("Un navire propre arrive.", "A clean ship arrives.", pair: pair)
    _ = try workspace.add("Un tapis propre arrive.", "A clean carpet arrives.", pair: pair)
    _ = try workspace.add("Un train propre arrive.", "A clean train arrives.", pair: pair)
    _ = try workspace.add("Le grand argentier parle.", "The finance minister speaks.", pair: pair)
    return workspace
  }

  private func phrases(_ text: String, _ workspace: Workspace) throws -> [String] {
    try workspace.phrases(in: text, pair: pair).map {
      "\($0.surface) = \($0.translations[0].text) \($0.translations[0].count)"
    }
  }

  @Test("has several units, or one whose words are rendered so elsewhere; never one doubtful unit")
  func evidence() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    #expect(try phrases("Voici un navire rouge.", workspace).isEmpty)
    try workspace.linkWords(pair: pair)
    #expect(try phrases("Voici un navire rouge.", workspace) == ["navire rouge = red ship 2"])
    #expect(try phrases("Voici un train propre.", workspace) == ["train propre = clean train 1"])
    #expect(try phrases("Voici le grand argentier.", workspace).isEmpty)
    #expect(try phrases("Voici un train invisible.", workspace).isEmpty)
    let units = try workspace.phrases(in: "un navire rouge", pair: pair)[0].translations[0].units
    #expect(units.count == 2)
  }

  @Test("is first what stands opposite the phrase as it is written, in small letters if it is")
  func asked() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    for place in ["ici", "ailleurs", "partout", "dehors"] {
      _ = try workspace.add(
        "Les navires rouges \(place).", "The red vessels \(place).", pair: pair)
      _ = try workspace.add("Les navires \(place).", "The vessels \(place).", pair: pair)
      _ = try workspace.add(
        "Le bureau du Train Solide \(place).", "The Train Office \(place).",
        pair: pair)
    }
    try workspace.linkWords(pair: pair)
    let several = try phrases("Voici des navires rouges.", workspace)
    #expect(several == ["navires rouges = red vessels 4"])
    let one = try phrases("Voici un navire rouge.", workspace)
    #expect(one == ["navire rouge = red ship 2"])
    let train = try phrases("Voici un train solide.", workspace)
    #expect(train == ["train solide = solid train 2"])
  }
}

@Suite("The shape of a rendering")
struct RenderingShapeTests {
  private typealias Tag = PerceptronTagger.Tag

  private func fits(_ tags: [Tag], _ next: Tag?, _ kind: FragmentSearch.Kind) -> Bool {
    RenderingShape(tags: tags[...], next: next, isCutName: false).fits(kind)
  }

  @Test("of a noun ends in a noun, or behind one; that of a verb has no noun before a participle")
  func kinds() {
    #expect(fits([.adjective, .noun], .verb, .noun))
    #expect(!fits([.participle, .adjective], .noun, .noun), "aggravated sexual assault")
    #expect(!fits([.other, .participle], .other, .noun), "mutually interested")
    #expect(fits([.noun, .adjective], .other, .noun), "members present")
    #expect(!fits([.noun, .adjective], .noun, .noun))
    #expect(fits([.verb, .other, .noun], nil, .verb))
    #expect(!fits([.noun, .participle], nil, .verb), "picture taken")
    #expect(!fits([.verb, .other, .adjective], .noun, .verb), "announced a new agreement")
    #expect(fits([.noun, .participle], nil, .other))
  }
}

@Suite("The forms of a rendering")
struct RenderingFormsTests {
  private static let words = ["ship", "ships", "red"]

  /// The forms shown for a phrase that stands opposite *ship* so often, and opposite *ships*.
  private func shown(_ ship: Int, _ ships: Int, isPlural: Bool?) -> [String] {
    var votes = RenderingVotes()
    for unit in 0..<(ship + ships) {
      votes.add(
        RenderingVotes.Occurrence(
          unit: UnitID(Int64(unit)), index: unit, phrase: 0..<1, isAsked: true,
          links: [WordLink(source: 0, target: 0)], count: 1),
        small: [false], kind: { _ in .word }, stem: { _ in 1 },
        form: { _ in unit < ship ? 0 : 1 })
    }
    var found = PhraseRenderings(
      found: votes.ranked(occurrences: ship + ships, of: 10_000) { _ in 10 },
      examined: votes.units, linked: votes.linked, hasAsked: true)
    found.isPlural = isPlural
    let forms = RenderingForms(Morphology(.english), found) { Self.words[Int($0)] }
    return forms.shown(found.found[0].forms).map {
      "\(Self.words[$0.example.index < ship ? 0 : 1])"
    }
  }

  @Test("come in the number of the phrase where it is not rare, else the commonest first")
  func number() {
    #expect(shown(8, 2, isPlural: nil) == ["ship", "ships"])
    #expect(shown(8, 2, isPlural: true) == ["ships", "ship"])
    #expect(shown(30, 1, isPlural: true) == ["ship"])
    #expect(shown(2, 4, isPlural: false) == ["ship", "ships"])
    #expect(shown(2, 4, isPlural: true) == ["ships", "ship"])
  }
}
