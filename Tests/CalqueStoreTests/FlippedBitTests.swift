import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("A bit that fell over in the store's file")
struct FlippedBitTests {
  let folder: TemporaryFolder
  let path: String
  private let whole: [UInt8]
  private let truth: [String]

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calque.db")
    do {
      let store = try Store.create(at: path).store
      try store.load((0..<120).map(Self.unit))
      try store.load((0..<40).map(Self.concept))
      truth = try Self.everything(in: store)
    }
    whole = try folder.bytes(of: path)
  }

  @Test("is never served as truth", arguments: UInt64(0)..<4)
  func served(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<75 {
      var bytes = whole
      let (place, bit) = (random.number(below: bytes.count), random.number(below: 8))
      bytes[place] ^= 1 << bit
      try folder.write(bytes, to: "calque.db")
      guard let store = try? Store(opening: path, for: .reading) else { continue }
      for answer in Self.answers(of: store) where !truth.contains(answer) {
        Issue.record("byte \(place), bit \(bit): \(answer)")
      }
    }
  }

  @Test("in a text is damage of its unit or entry, by name")
  func named() throws {
    let texts: [(String, UnitID)] = [("Phrase 77 ", 78), ("translation of 77 ", 78)]
    for (text, unit) in texts {
      let store = try store(flippingAfter: text)
      let damage = StoreError.damaged(path: path, .unit(unit), during: .reading)
      #expect(throws: damage) { try store.units([unit]) }
      #expect(throws: damage) { try store.matchedUnit(unit) }
      #expect(throws: damage) { try store.everyUnit() }
      #expect(try store.units([1]).count == 1)
    }
    for text in ["terme 7 ", "note 7 ", "domain 7 "] {
      let store = try store(flippingAfter: text)
      let damage = StoreError.damaged(path: path, .concept(8), during: .reading)
      #expect(throws: damage) { try store.concepts([8]) }
      #expect(throws: damage) { try store.everyConcept() }
    }
  }

  /// The store, a bit of the letter behind a text flipped.
  private func store(flippingAfter text: String) throws -> Store {
    var bytes = whole
    let pattern = Array(text.utf8)
    let place =
      try #require(
        bytes.indices.first { bytes[$0...].starts(with: pattern) }) + pattern.count
    bytes[place] ^= 1
    try folder.write(bytes, to: "calque.db")
    return try Store(opening: path, for: .reading)
  }

  private static func unit(_ number: Int) -> TranslationUnit {
    var meta = Meta()
    meta.notes = [Meta.Note("remark \(number) here")]
    return TranslationUnit(
      externalID: number % 3 == 0 ? "id \(number)" : nil, sourceLanguage: "fr",
      created: testMoment, createdBy: "anne", status: .reviewed, origin: "archive \(number)",
      useCount: number, meta: number % 2 == 0 ? meta : Meta(),
      variants: [
        Variant(language: "fr", text: "Phrase \(number) xyz", codes: "Phrase <b>\(number)</b> xyz"),
        Variant(language: "en-GB", text: "translation of \(number) xyz"),
      ])
  }

  private static func concept(_ number: Int) -> Concept {
    Concept(
      domains: ["domain \(number) xyz"], definition: "definition \(number)",
      note: "note \(number) xyz",
      terms: [
        Term(
          language: "fr", text: "terme \(number) xyz", partOfSpeech: "noun", gender: "m",
          validity: Validity("2020..") ?? Validity(), example: "example \(number)"),
        Term(language: "en", text: "term \(number) xyz", status: .admitted),
      ])
  }

  // Which change a row is from is no part of what it says.
  private static func said(_ unit: StoredUnit) -> String { "\(unit.memory) \(unit.unit)" }

  private static func said(_ entry: StoredConcept) -> String {
    "\(entry.glossary) \(entry.concept)"
  }

  private static func said(_ unit: MatchedUnit) -> String {
    "\(unit.status) \(unit.changed as Any) \(unit.variants.map { "\($0.language) \($0.text)" })"
  }

  /// Everything that a store says, one string a thing.
  private static func everything(in store: Store) throws -> [String] {
    var all = [String]()
    for resource in try store.resources() {
      all.append("\(resource)")
      try store.snapshot().forEachUnit(of: resource.id) { all.append(said($0)) }
      try store.snapshot().forEachConcept(of: resource.id) { all.append(said($0)) }
    }
    for id in Int64(1)...120 {
      if let unit = try store.matchedUnit(UnitID(id)) { all.append(said(unit)) }
    }
    return all
  }

  /// What a store answers to each question by itself, damaged or not.
  private static func answers(of store: Store) -> [String] {
    var all = [String]()
    let resources = (try? store.resources()) ?? []
    all += resources.map { "\($0)" }
    for resource in resources {
      try? store.snapshot().forEachUnit(of: resource.id) { all.append(said($0)) }
      try? store.snapshot().forEachConcept(of: resource.id) { all.append(said($0)) }
    }
    for id in Int64(1)...120 {
      if let units = try? store.units([UnitID(id)]) { all += units.map(said) }
      if let concepts = try? store.concepts([ConceptID(id)]) { all += concepts.map(said) }
      if let unit = try? store.matchedUnit(UnitID(id)) { all.append(said(unit)) }
    }
    return all
  }
}
