import CalqueModel
import CalqueTerms
import CalqueText
import Foundation
import TestSupport
import Testing

@testable import Calque
@testable import CalqueStore

@Suite("The recogniser's file beside a store")
struct FrozenTermsTests {
  private let folder: TemporaryFolder
  private let writer: Workspace
  private let pair: LanguagePair
  private static let file = "calque.db-index/fr.terms"

  init() throws {
    folder = try TemporaryFolder()
    let surroundings = Surroundings(folder: folder.path)
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    writer = try Workspace(opening: .find(in: surroundings), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    let rows = (0..<300).map { "réforme numéro \($0)\treform number \($0)" }
    let file = try folder.write(
      (rows + ["Bercy\tMinistry of Economy"]).joined(separator: "\n"), to: "desk.fr-en.tsv")
    _ = try writer.importFile(file, options: ImportOptions(kind: .glossary))
  }

  private func found(_ text: String) throws -> [String] {
    let lookup = try Workspace(opening: writer.location).lookup(LookupOptions(pair: pair))
    return try lookup.terms(text).filter { $0.score == 100 }.map {
      "\($0.term) = \($0.translations.first?.text ?? "")"
    }
  }

  private func bytes() throws -> [UInt8] { try folder.bytes(of: folder.file(Self.file)) }

  private static let text = "Bercy défend les réformes numéro 7 et numéro 8 avant le sommet du G20."

  @Test("is made by an import, and answers")
  func made() throws {
    #expect(folder.names(in: "calque.db-index").contains("fr.terms"))
    #expect(folder.names(in: "calque.db-index").contains("en.terms"))
    #expect(
      try found(Self.text) == ["Bercy = Ministry of Economy", "réforme numéro 7 = reform number 7"])
  }

  @Test("stays as it is while few terms change, which the next question sees")
  func changed() throws {
    let before = try bytes()
    let added = try writer.addTerm("sommet", "summit", pair: pair)
    #expect(try found(Self.text).last == "sommet = summit")
    var edit = TermEdit()
    edit.target = "peak"
    try writer.edit(concept: added.id, edit)
    #expect(try found(Self.text).last == "sommet = peak")
    let entry = try #require(try writer.entries("Bercy", pair: pair).first)
    try writer.remove(concepts: [entry.id])
    #expect(try found(Self.text) == ["réforme numéro 7 = reform number 7", "sommet = peak"])
    #expect(try bytes() == before)
    for number in 0..<80 { try writer.addTerm("mot \(number)", "word", pair: pair) }
    #expect(try bytes() != before)
    #expect(try found("le mot 79 du sommet") == ["mot 79 = word", "sommet = peak"])
    try writer.remove(.glossary, named: "desk")
    #expect(try found(Self.text) == ["sommet = peak"])
  }

  @Test("is made again when it is deleted, damaged or another store's", arguments: 0..<4)
  func lost(way: Int) throws {
    let truth = try found(Self.text)
    switch way {
    case 0: try folder.remove(Self.file)
    case 1: try folder.write([UInt8](repeating: 7, count: 20_000), to: Self.file)
    case 2: try folder.write(try bytes().dropLast(500), to: Self.file)
    default:
      let other = try FrozenTermsTests()
      try other.writer.addTerm("Matignon", "Prime Minister's office", pair: pair)
      try folder.write(try other.bytes(), to: Self.file)
    }
    let spoiled = try? bytes()
    #expect(try found(Self.text) == truth)
    #expect(try bytes() != spoiled)
  }

  @Test("is made again by the question that finds a bit fallen over", arguments: 0..<3)
  func flipped(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let truth = try found(Self.text)
    let sound = try bytes()
    var repaired = 0
    for _ in 0..<40 {
      let place = Int.random(in: 0..<sound.count, using: &generator)
      try folder.flip(1 << UInt8.random(in: 0..<8, using: &generator), at: place, of: Self.file)
      #expect(try found(Self.text) == truth, "byte \(place)")
      if try bytes() == sound { repaired += 1 } else { try folder.write(sound, to: Self.file) }
    }
    #expect(repaired > 0)
  }

  @Test("is not needed: in a folder that nobody may write, the terms are found as well")
  func unwritable() throws {
    let truth = try found(Self.text)
    folder.removeFolder("calque.db-index")
    // A file in the folder's place stops root, too.
    try folder.write("", to: "calque.db-index")
    #expect(try found(Self.text) == truth)
    let lookup = try Workspace(opening: writer.location).lookup(LookupOptions(pair: pair))
    for _ in 0..<3 { #expect(try lookup.terms(Self.text).map(\.term).count == truth.count) }
  }

  @Test("answers as the recogniser in memory does, with all shipped glossaries over real stories")
  func shipped() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let made = try Workspace.initialise(
      store: folder.file("shipped.db"), withGlossaries: true,
      in: Surroundings(
        folder: folder.path, glossaries: root.appendingPathComponent("glossaries").path))
    let store = try Workspace(opening: StoreLocation(path: made.store)).store
    for language in [Language.french, .english] {
      let article = try String(
        contentsOf: root.appendingPathComponent("Examples/article.\(language.primary).txt"),
        encoding: .utf8)
      let morphology = Morphologies.ofProcess.morphology(of: language)
      let opened = try #require(try RecogniserFiles(store).current(morphology))
      let choice = GlossaryChoice(only: [], first: [])
      let frozen = GlossaryTerms(opened, choice, morphology)
      let memory = GlossaryTerms(
        try store.glossaryState(language: language.primary), choice,
        RecogniserBuilder(morphology))
      let found = frozen.found(in: article)
      #expect(found == memory.found(in: article))
      #expect(found.count > 50 && !frozen.isDamaged)
      for query in ["sommet", "Élysée", "prime minister", "G20", "taxe sur les services"] {
        let resemblance = try #require(Resemblance(query, minimum: 60, language: language))
        let alike = frozen.resembling(resemblance).map { [$0.number, $0.score] }
        #expect(alike == memory.resembling(resemblance).map { [$0.number, $0.score] })
        #expect(alike.allSatisfy { frozen.term($0[0]).text == memory.term($0[0]).text })
      }
    }
  }
}
