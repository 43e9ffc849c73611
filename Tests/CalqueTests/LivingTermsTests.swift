import Calque
import CalqueModel
import GRDB
import TestSupport
import Testing

@testable import CalqueStore

@Suite("Glossaries that change while a lookup lives")
struct LivingTermsTests {
  private let folder: TemporaryFolder
  private let writer: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    let surroundings = Surroundings(folder: folder.path)
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    writer = try Workspace(opening: .find(in: surroundings), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    try writer.add("Le vote est clos.", "The vote is closed.", pair: pair)
  }

  private func lookup(_ change: (inout LookupOptions) -> Void = { _ in }) throws -> Lookup {
    var options = LookupOptions(pair: pair)
    change(&options)
    return try Lookup(store: Workspace(opening: writer.location).store, options: options)
  }

  private static let article = "Le sommet de Bercy."

  private func found(_ lookup: Lookup) throws -> [String] {
    let answer = try lookup.answer(Self.article)
    #expect(try lookup.terms(Self.article) == answer.terms)
    return answer.terms.map { "\($0.term) = \($0.translations.first?.text ?? "")" }
  }

  @Test("are seen by the next question", arguments: [0, 5])
  func seen(limit: Int) throws {
    let lookup = try lookup { $0.limit = limit }
    for _ in 0..<3 { #expect(try found(lookup) == []) }
    let added = try writer.addTerm("sommet", "summit", pair: pair)
    for _ in 0..<3 { #expect(try found(lookup) == ["sommet = summit"]) }
    _ = try writer.importFile(
      folder.write("Bercy\tMinistry of Economy\n", to: "desk.fr-en.tsv"),
      options: ImportOptions(kind: .glossary))
    #expect(try found(lookup) == ["sommet = summit", "Bercy = Ministry of Economy"])
    try writer.remove(concepts: [added.id])
    #expect(try found(lookup) == ["Bercy = Ministry of Economy"])
    try writer.remove(.glossary, named: "desk")
    #expect(try found(lookup) == [])
  }

  @Test("are seen by a lookup that heeds one of them, as long as it is there")
  func chosen() throws {
    try writer.addTerm("sommet", "summit", pair: pair, into: "mine")
    let lookup = try lookup { $0.glossaries = ["mine"] }
    for _ in 0..<3 { #expect(try found(lookup) == ["sommet = summit"]) }
    try writer.addTerm("Bercy", "Bercy", pair: pair, into: "other")
    #expect(try found(lookup) == ["sommet = summit"])
    try writer.remove(.glossary, named: "mine")
    #expect(try found(lookup) == [])
    #expect(throws: StoreError.self) { try self.lookup { $0.glossaries = ["mine"] } }
  }

  @Test("are read once at most for a state of theirs, whatever happens in the memories")
  func readOnce() throws {
    for number in 0..<20 { try writer.addTerm("terme \(number)", "term", pair: pair) }
    let reader = try Workspace(opening: writer.location)
    let shared = SharedTerms()
    let lookups = try (0..<3).map { _ in
      try Lookup(store: reader.store, options: LookupOptions(pair: pair), shared: shared)
    }
    var readings = 0
    try reader.store.asked().inDatabase { db in
      db.trace { event in
        if event.description.contains("primary_key = ") && event.description.contains("FROM term") {
          readings += 1
        }
      }
    }
    for round in 0..<4 {
      try writer.add("Une phrase \(round).", "A sentence \(round).", pair: pair)
      for lookup in lookups { #expect(try lookup.terms("le terme 7").count == 1) }
    }
    // None where the terms of the state stand in a file beside the store.
    #expect(readings <= 1)
    try reader.store.asked().inDatabase { $0.trace(nil) }
  }

  @Test("give a lasting lookup the terms that a new one finds", arguments: 1...6)
  func life(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let words = ["sommet", "Bercy", "vote", "ministre", "Premier ministre", "clos", "sommets"]
    let lasting = try lookup()
    let shared = SharedTerms()
    let options = LookupOptions(pair: pair)
    let sharing = try (0..<2).map { _ in
      try Lookup(store: Workspace(opening: writer.location).store, options: options, shared: shared)
    }
    sharing[1].expectMany()
    for round in 0..<40 {
      let word = words.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0...9, using: &generator) {
      case 0...4:
        try writer.addTerm(
          word, "term \(Int.random(in: 0...9, using: &generator))", pair: pair,
          into: Bool.random(using: &generator) ? "one" : "two")
      case 5, 6:
        if let entry = try writer.entries(word, pair: pair).randomElement(using: &generator) {
          try writer.remove(concepts: [entry.id])
        }
      case 7:
        try writer.add("Le \(word) \(round).", "The \(word).", pair: pair)
      case 8:
        let name = Bool.random(using: &generator) ? "one" : "two"
        if try writer.resources().contains(where: { $0.name == name && $0.kind == .glossary }) {
          try writer.remove(.glossary, named: name)
        }
      default: break
      }
      let query = "Le Premier ministre, le sommet et le vote de Bercy \(round % 3)."
      let fresh = try lookup().terms(query)
      for lookup in [lasting] + sharing {
        #expect(try lookup.answer(query).terms == fresh, "seed \(seed), round \(round)")
      }
    }
  }
}
