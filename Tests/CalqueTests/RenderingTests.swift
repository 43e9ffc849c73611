@testable import Calque
import CalqueAlign
import CalqueModel
import CalqueSystem
import TestSupport
import Testing

@Suite("What the memories say for a phrase")
struct RenderingTests {
  private let pair = LanguagePair(source: LanguageTag("fr"), target: LanguageTag("en"))

  /// A memory of short sentences about few things.
  private func workspace(_ folder: TemporaryFolder) throws -> Workspace {
    let workspace = try folder.workspace()
    for (thing, other) in [
      ("La charge de la dette", "Debt servicing costs"), ("Le budget", "The budget"),
      ("La brigade fluviale", "The river police"), ("Le navire", "The ship"),
    ] {
      for (verb, meaning) in [
        ("augmente", "increase"), ("baisse", "fall"), ("inquiète", "worry"), ("reste", "remain"),
      ] {
        _ = try workspace.add("\(thing) \(verb).", "\(other) \(meaning).", pair: pair)
      }
    }
    return workspace
  }

  private func renderings(_ phrase: String, _ workspace: Workspace) throws -> [MemoryRendering] {
    try workspace.search(phrase, pair: pair).renderings
  }

  @Test("comes from the linked words of all units, with their number")
  func linked() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    #expect(try !workspace.hasLinkedWords(pair: pair))
    #expect(try workspace.linkWords(pair: pair) == 16)
    #expect(try workspace.hasLinkedWords(pair: pair.reversed))
    let best = try #require(try renderings("brigade fluviale", workspace).first)
    #expect(best.text == "river police")
    #expect(best.count == 4)
    #expect(best.units.count == 4)
    let back = try workspace.search("river police", pair: pair.reversed).renderings.first
    #expect(back?.text == "brigade fluviale")
  }

  @Test("is there for the beginning of words, too, of all words that begin so and no others")
  func beginnings() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    for isLinked in [false, true] {
      if isLinked { try workspace.linkWords(pair: pair) }
      for query in ["navi*", "\"le navi*\""] {
        let answer = try workspace.search(query, pair: pair)
        #expect(answer.hits.count == 4)
        #expect(answer.renderings.first?.text.hasSuffix("ship") == true)
        #expect(answer.renderings.first?.count == 4)
        #expect(answer.examined == 4)
      }
      #expect(try renderings("brigadi*", workspace).isEmpty)
    }
    // A beginning that is longer than the stem of the word.
    #expect(try renderings("inquièt*", workspace).first?.count == 4)
  }

  @Test(
    "has a share of the units whose links show something; those that are guessed count for none")
  func guesses() {
    var votes = RenderingVotes()
    for unit in 0..<4 {
      let isGuessed = unit > 2
      for isGuess in isGuessed ? [false, true] : [false] {
        votes.add(
          RenderingVotes.Occurrence(
            unit: UnitID(Int64(unit)), index: unit, phrase: 0..<1, isAsked: true,
            isGuessed: isGuess,
            links: [WordLink(source: isGuessed && !isGuess ? 1 : 0, target: 0)], count: 1),
          small: [false], kind: { _ in .word }, stem: { _ in 1 }, form: { _ in 1 })
      }
    }
    #expect((votes.units, votes.linked, votes.linkedByLinks, votes.asked) == (4, 4, 3, 3))
    let found = PhraseRenderings(
      found: votes.ranked(occurrences: 4, of: 1_000) { _ in 4 }, examined: votes.units,
      linked: votes.linked, linkedByLinks: votes.linkedByLinks, hasAsked: true)
    #expect(found.withoutGuesses.linked == 3)
    #expect(found.withoutGuesses.found.map(\.count) == [3])
  }

  @Test("is asked of the hits alone where no words are linked")
  func unlinked() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    #expect(try !renderings("navire", workspace).isEmpty)
  }

  @Test("is there in a memory of two units, whatever the number of hits that are shown")
  func few() throws {
    let folder = try TemporaryFolder()
    let workspace = try folder.workspace()
    for (source, target) in [
      ("À l’Élysée, un sommet.", "At the Élysée, a summit."),
      ("Le prochain sommet se tiendra à Paris.", "Paris will host the next summit."),
    ] {
      _ = try workspace.add(source, target, pair: pair)
    }
    for limit in [1, 20] {
      for isLinked in [false, true] {
        if isLinked { try workspace.linkWords(pair: pair) }
        var options = SearchOptions()
        options.limit = limit
        let answer = try workspace.search("sommets", pair: pair, options: options)
        #expect(answer.hits.count == min(limit, 2))
        #expect(answer.isCut == (limit == 1))
        #expect(answer.renderings.first?.text == "summit")
        #expect(answer.renderings.first?.count == 2)
        let hit = try #require(answer.hits.first)
        let marked = hit.counterparts.map {
          String(decoding: Array(hit.target.utf8)[$0], as: UTF8.self)
        }
        #expect(marked == ["summit"])
      }
    }
  }

  @Test("comes of the shortest hits where many long ones would take too long")
  func affordable() {
    func hit(_ length: Int) -> SearchAnswer.Hit {
      SearchAnswer.Hit(
        unit: 1, memory: "m", side: .source, source: String(repeating: "a", count: length),
        target: String(repeating: "b", count: length), spans: [], otherSpans: [], changed: nil)
    }
    func places(_ lengths: [Int]) -> [Int] { HitRenderings.affordable(lengths.map(hit)[...]) }
    #expect(places([]) == [])
    #expect(places(Array(repeating: 100, count: 60)) == Array(0..<60))
    #expect(places(Array(repeating: 200, count: 60)) == Array(0..<20))
    // Some vote whatever their lengths, and the longest ones do not.
    #expect(places(Array(repeating: 10_000, count: 60)) == Array(0..<HitRenderings.enoughVoters))
    let mixed = places(Array(repeating: 2_000, count: 30) + Array(repeating: 50, count: 30))
    #expect(mixed == Array(30..<60))
  }

  @Test("counts the forms of the phrase, or one form alone")
  func forms() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    for (verb, meaning) in [
      ("augmentent", "increase"), ("restent", "remain"), ("baissent", "fall"),
    ] {
      _ = try workspace.add("Les navires \(verb).", "The ships \(meaning).", pair: pair)
    }
    try workspace.linkWords(pair: pair)
    let all = try renderings("navire", workspace)
    #expect(all.prefix(2).map(\.text) == ["ship", "ships"])
    #expect(all.prefix(2).map(\.count) == [4, 3])
    var options = SearchOptions()
    options.isExact = true
    let exact = try workspace.search("navires", pair: pair, options: options).renderings
    #expect(exact.first?.text == "ships")
    #expect(!exact.contains { $0.text == "ship" })
  }

  @Test("makes a term of units, or says why not")
  func evidence() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    try workspace.linkWords(pair: pair)
    let units = try workspace.search("brigade fluviale", pair: pair).hits.map(\.unit)
    let evidence = try workspace.evidence(
      for: "brigade fluviale", in: Array(units.prefix(2)), pair: pair)
    #expect(evidence.translation == "river police")
    #expect(evidence.note == "unit \(units[0]) of my-memory")
    for (term, units) in [("navire", units), ("navire", [999])] {
      #expect(throws: WorkspaceError.self) {
        try workspace.evidence(for: term, in: units, pair: pair)
      }
    }
  }

  @Test("is not guessed from words that stand apart")
  func scattered() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    let answer = try workspace.search("augmente navire", pair: pair)
    #expect(!answer.hits.isEmpty)
    #expect(answer.renderings.isEmpty)
  }

  @Test("knows units that came later and forgets those that are gone; a spoiled file is no help")
  func living() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    try workspace.linkWords(pair: pair)
    var added: [UnitID] = []
    for (verb, meaning) in [("augmente", "increase"), ("baisse", "fall"), ("reste", "remain")] {
      added.append(
        try workspace.add("Le navire \(verb) ici.", "The ship \(meaning) here.", pair: pair).id)
    }
    #expect(try renderings("navire", workspace).first?.count == 7)
    _ = try workspace.remove(units: added)
    #expect(try renderings("navire", workspace).first?.count == 4)

    let names = Files.names(in: folder.file("calque.db-index")) ?? []
    for name in names where name.hasSuffix("links") {
      let path = folder.file("calque.db-index/" + name)
      let whole = try #require(try Files.read(path))
      let file = try AtomicFile(path)
      try file.write(Array(whole.dropLast(8)))
      try file.commit()
    }
    #expect(try !workspace.hasLinkedWords(pair: pair))
    #expect(try workspace.linkWords(pair: pair) == 16)
  }

  @Test("begins with a small letter in a term, unless it is a name")
  func small() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(folder)
    for (source, target) in [
      ("Il craint la charge de la dette.", "He fears debt servicing costs."),
      ("Une loi de l’Allemagne.", "Germany has a law."),
      ("Berlin et l’Allemagne.", "Berlin and Germany."),
    ] {
      _ = try workspace.add(source, target, pair: pair)
    }
    for (term, pair, translation) in [
      ("charge de la dette", pair, "debt servicing costs"), ("Allemagne", pair, "Germany"),
      ("debt servicing costs", pair.reversed, "charge de la dette"),
    ] {
      let unit = try #require(try workspace.search(term, pair: pair).hits.last?.unit)
      let evidence = try workspace.evidence(for: term, in: [unit], pair: pair)
      #expect(evidence.translation == translation)
    }
  }

  @Test("stay where the index of a language is made anew, whose files are named alike")
  func linksStay() throws {
    let folder = try TemporaryFolder()
    let workspace = try folder.workspace()
    let pair = try #require(LanguagePair("fr-en"))
    for number in 0..<40 {
      _ = try workspace.add("La loi numéro \(number).", "Act number \(number).", pair: pair)
    }
    try workspace.linkWords(pair: pair)
    #expect(try workspace.hasLinkedWords(pair: pair))
    // The search makes the index of English; the addition brings both indexes up to date.
    _ = try workspace.search("act", pair: pair)
    #expect(try workspace.hasLinkedWords(pair: pair))
    _ = try workspace.add("La dernière loi.", "The last Act.", pair: pair)
    #expect(try workspace.hasLinkedWords(pair: pair))
    _ = try workspace.addTerm("loi", "Act", pair: pair)
    #expect(try workspace.hasLinkedWords(pair: pair))
  }
}
