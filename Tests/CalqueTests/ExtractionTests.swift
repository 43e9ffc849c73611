import Calque
import CalqueModel
import Synchronization
import TestSupport
import Testing

@Suite("The terms of translated texts")
struct ExtractionTests {
  private let pair = LanguagePair(source: LanguageTag("fr"), target: LanguageTag("en"))

  private static let french = """
    La brigade fluviale a retrouvé le corps. La brigade fluviale de Paris compte cent policiers.
    La charge de la dette augmente. Le ministre craint que la charge de la dette dépasse le budget.
    """
  private static let english = """
    The river police have found the body. The Paris river police has one hundred officers.
    Debt servicing costs are rising. The minister fears that debt servicing costs exceed the budget.
    """

  /// A memory in which things are said in a few sentences each.
  private func workspace(
    _ folder: TemporaryFolder, _ things: [(String, String)]
  ) throws -> Workspace {
    let workspace = try folder.workspace()
    for (thing, other) in things {
      for (verb, meaning) in [
        ("augmente", "increase"), ("baisse", "fall"), ("inquiète", "worry"), ("reste", "remain"),
      ] {
        _ = try workspace.add("\(thing) \(verb).", "\(other) \(meaning).", pair: pair)
      }
    }
    return workspace
  }

  private static let things = [
    ("La charge de la dette", "Debt servicing costs"), ("Le budget", "The budget"),
    ("La brigade fluviale", "The river police"), ("Le navire", "The ship"),
  ]

  @Test("stand beside their translations, and a glossary's terms can be left out")
  func memory() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder, Self.things)
    var options = ExtractOptions()
    let terms = try workspace.extract(pair: pair, options: options)
    let brigade = try #require(terms.first { $0.source.lowercased() == "brigade fluviale" })
    #expect(brigade.count == 4)
    #expect(brigade.translations.first?.text == "river police")
    #expect(brigade.example == nil)
    _ = try workspace.addTerm("brigade fluviale", "river police", pair: pair)
    options.isNewOnly = true
    let fresh = try workspace.extract(pair: pair, options: options)
    #expect(!fresh.contains { $0.source.lowercased() == "brigade fluviale" })
  }

  @Test("are whole: a part that stands nowhere else is left out")
  func parts() throws {
    let folder = try TemporaryFolder()
    let terms = try workspace(folder, Self.things).extract(pair: pair).map {
      $0.source.lowercased()
    }
    #expect(terms.contains("brigade fluviale"))
    #expect(!terms.contains("brigade"))
    #expect(!terms.contains("fluviale"))
  }

  @Test(
    "come from a document and its translation, each with its sentences", arguments: [false, true])
  func document(isReversed: Bool) throws {
    let direction = isReversed ? pair.reversed : pair
    let texts = isReversed ? (Self.english, Self.french) : (Self.french, Self.english)
    let document = try DocumentAligner(pair: direction).align(source: texts.0, target: texts.1)
    var options = ExtractOptions()
    options.minCount = 2
    let terms = try document.terms(options: options)
    let term = isReversed ? "river police" : "brigade fluviale"
    let brigade = try #require(terms.first { $0.source.lowercased() == term })
    #expect(brigade.count == 2)
    #expect(brigade.translations.first?.text == (isReversed ? "brigade fluviale" : "river police"))
    let example = try #require(brigade.example)
    #expect(texts.0.contains(example.source))
    #expect(texts.1.contains(example.target))
    #expect(brigade.row?.hasSuffix("\t\(example.source) = \(example.target)") == true)
  }

  @Test("of a document are known by a memory's links and a store's glossaries, and change neither")
  func known() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder, Self.things)
    try workspace.linkWords(pair: pair)
    let document = try DocumentAligner(pair: pair).align(
      source: "La brigade fluviale pèse.", target: "The river police weigh.")
    var options = ExtractOptions()
    options.minCount = 1
    let terms = try workspace.extract(from: document, options: options)
    let brigade = try #require(terms.first { $0.source.lowercased() == "brigade fluviale" })
    #expect(brigade.translations.first?.text == "river police")
    _ = try workspace.addTerm("brigade fluviale", "river police", pair: pair)
    options.isNewOnly = true
    let fresh = try workspace.extract(from: document, options: options)
    #expect(!fresh.contains { $0.source.lowercased() == "brigade fluviale" })
    #expect(try workspace.linkWords(pair: pair) == 16)
  }

  @Test("of a document without pairs of sentences are none")
  func empty() throws {
    let document = try DocumentAligner(pair: pair).align(source: "", target: "")
    #expect(try document.terms().isEmpty)
  }

  @Test("are inconsistent where their renderings differ in more than their form")
  func inconsistent() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(
      folder,
      [
        ("Le navire de guerre", "The ship of war"), ("Un navire de guerre", "A vessel of war"),
        ("Le centre de secours", "The rescue centre"), ("Un centre de secours", "A rescue center"),
        ("La guerre", "The war"), ("Le secours", "The rescue"), ("Ce navire", "This ship"),
        ("Mon navire", "My vessel"), ("Ce centre", "This center"), ("Mon centre", "My centre"),
      ])
    let shares = Mutex<[Double]>([])
    let found = try workspace.inconsistencies(pair: pair) { share in
      shares.withLock { $0.append(share) }
    }
    let seen = shares.withLock(\.self)
    #expect(seen == seen.sorted() && seen.last == 1)
    #expect(seen.contains { $0 > 0.9 && $0 < 1 }, "a person sees that the phrases are compared")
    #expect(found.map { $0.source.lowercased() } == ["navire de guerre"])
    #expect(found.first?.count == 8)
    let renderings = Set(found.first?.translations.map(\.text) ?? [])
    #expect(renderings == ["ship of war", "vessel of war"])
    #expect(try workspace.inconsistencies(pair: pair, holding: "Guerre").map(\.count) == [8])
    #expect(try workspace.inconsistencies(pair: pair, holding: "secours").isEmpty)
  }
}
