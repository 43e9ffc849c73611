import CalqueModel
import CalqueStore
import TestSupport
import Testing

/// Texts that `==` takes for one, and their neighbours.
private let letters = [
  "é", "e\u{301}", "Å", "A\u{30A}", "\u{212B}", "가", "\u{1100}\u{1161}", "a", " ",
]

@Suite("What is stored is what was given, byte for byte,")
struct StoredBytesTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.file("calque.db")).store
  }

  @Test("whatever a unit was before an edit", arguments: UInt64(0)..<8)
  func units(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try store.load((0..<10).map { _ in unit(&random) })
    for id in try ids() {
      let wanted = unit(&random)
      try store.edit(unit: id, at: testMoment) { $0 = wanted }
      var stored = try #require(try store.units([id]).first).unit
      stored.changed = wanted.changed
      #expect(bytes(of: stored) == bytes(of: wanted), "seed \(seed)")
    }
  }

  @Test("whatever a concept was before an edit", arguments: UInt64(0)..<8)
  func concepts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try store.load((0..<10).map { concept(&random, "terme \($0)") })
    var number = 0
    for id in try conceptIDs() {
      number += 1
      let wanted = concept(&random, "terme \(number)")
      try store.edit(concept: id, at: testMoment) { $0 = wanted }
      let stored = try #require(try store.concepts([id]).first).concept
      #expect(bytes(of: stored) == bytes(of: wanted), "seed \(seed)")
    }
  }

  @Test("where a glossary comes again and only its letters are composed otherwise")
  func glossaryAgain() throws {
    try store.load([row("sommet", "summit", note: "re\u{301}union")])
    #expect(try store.load([row("sommet", "summit", note: "re\u{301}union")]).known == 1)
    #expect(try store.load([row("sommet", "summit", note: "réunion")]).stored == 1)
    #expect(try store.everyConcept()[0].note?.utf8.count == "réunion".utf8.count)
  }

  @Test("where two units, two ids or two languages differ by composition alone")
  func identities() throws {
    let units = [
      pair("été", "x"), pair("e\u{301}te\u{301}", "x"), pair("a", "b", id: "é"),
      pair("a", "b", id: "e\u{301}"),
    ]
    #expect(try store.load(units).stored == 4)
    #expect(try store.load(units).known == 4)
    let tags = ["x-é", "x-e\u{301}"].map { tag in
      TranslationUnit(variants: [
        Variant(language: LanguageTag(tag), text: "c"), Variant(language: "en", text: "d"),
      ])
    }
    #expect(try store.load(tags).stored == 2)
    #expect(try store.everyUnit().map(bytes) == (units + tags).map(bytes))
  }

  private func ids() throws -> [UnitID] {
    var ids = [UnitID]()
    try store.snapshot().forEachUnit(of: store.resource(.memory, named: "news").id) {
      ids.append($0.id)
    }
    return ids
  }

  private func conceptIDs() throws -> [ConceptID] {
    var ids = [ConceptID]()
    try store.snapshot().forEachConcept(of: store.resource(.glossary, named: "terms").id) {
      ids.append($0.id)
    }
    return ids
  }

  private func text(_ random: inout SplitMix64) -> String {
    (0...random.number(below: 3)).map { _ in letters[random.number(below: letters.count)] }.joined()
  }

  private func optional(_ random: inout SplitMix64) -> String? {
    random.number(below: 4) == 0 ? nil : text(&random)
  }

  private func meta(_ random: inout SplitMix64) -> Meta {
    var meta = Meta()
    let attribute = Meta.Attribute(name: text(&random), value: text(&random))
    meta.attributes = [attribute]
    meta.notes = [Meta.Note(text(&random), attributes: [attribute])]
    meta.properties = [Meta.Property(type: text(&random), value: text(&random))]
    meta.elements = [text(&random)]
    return meta
  }

  private func unit(_ random: inout SplitMix64) -> TranslationUnit {
    TranslationUnit(
      externalID: optional(&random), sourceLanguage: "fr", createdBy: optional(&random),
      changed: testMoment, changedBy: optional(&random), origin: optional(&random),
      meta: meta(&random),
      variants: ["fr", "en"].map {
        Variant(
          language: $0, text: "x" + text(&random), codes: optional(&random), meta: meta(&random))
      })
  }

  private func concept(_ random: inout SplitMix64, _ name: String) -> Concept {
    Concept(
      externalID: name, domains: [text(&random)], definition: optional(&random),
      note: optional(&random), meta: meta(&random),
      terms: ["fr", "en"].map {
        Term(
          language: $0, text: "x" + text(&random), rawStatus: optional(&random),
          partOfSpeech: optional(&random), gender: optional(&random), number: optional(&random),
          register: optional(&random), region: optional(&random), example: optional(&random),
          note: optional(&random), source: optional(&random), meta: meta(&random))
      })
  }
}

/// Everything that a value holds, as bytes; no comparison of texts is involved.
private func bytes(of value: TranslationUnit) -> [UInt8] { Array("\(value)".utf8) }

private func bytes(of value: Concept) -> [UInt8] { Array("\(value)".utf8) }
