import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("An import")
struct ImportTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.file("calque.db")).store
  }

  @Test("stores units and gives them back as they were")
  func roundTrip() throws {
    var meta = Meta()
    meta.attributes = [.init(name: "x-date", value: "pas une date")]
    meta.notes = [
      .init("une note\nsur deux lignes", attributes: [.init(name: "lang", value: "fr")])
    ]
    meta.properties = [.init(type: "x-type", value: "«\u{202F}valeur\u{202F}»")]
    meta.elements = ["<ude name=\"a\"/>"]
    let unit = TranslationUnit(
      externalID: "42", sourceLanguage: "fr_CA", created: Instant("20231101T083000Z"),
      createdBy: "anne", changed: Instant("20231102T000000Z"), changedBy: "béa",
      status: .approved, origin: "essai", useCount: 3, meta: meta,
      variants: [
        Variant(language: "fr_CA", text: "  l’été\u{A0}: e\u{301}té ", codes: "a <b/>", meta: meta),
        Variant(language: "en-GB", text: "summer"), Variant(language: "en-GB", text: "Summer"),
        Variant(language: "de", text: "Sommer"),
      ])
    #expect(try store.load([unit]).stored == 1)
    let stored = try store.everyUnit()
    #expect(stored == [unit])
    #expect(stored[0].variants[0].language.written == "fr_CA")
    #expect(Array(stored[0].variants[0].text.utf8) == Array(unit.variants[0].text.utf8))
  }

  @Test("of the same units again stores nothing and says so")
  func twice() throws {
    let units = (0..<50).map { pair("phrase \($0)", "sentence \($0)", id: $0 < 25 ? "\($0)" : nil) }
    #expect(try store.load(units).stored == 50)
    let again = try store.load(units)
    #expect((again.stored, again.known, again.read) == (0, 50, 50))
    #expect(try store.everyUnit().count == 50)
  }

  @Test("of the same units again knows them in any order", arguments: UInt64(0)..<8)
  func againInAnyOrder(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try store.load([pair("autre", "other")], into: "other")
    var units = (0..<200).map { number in
      var unit = pair(
        "phrase \(number)", "sentence \(number)", id: number % 3 == 0 ? "\(number)" : nil)
      if number % 5 == 0 { unit.variants.append(Variant(language: "de", text: "Satz \(number)")) }
      if number % 7 == 0 { unit.origin = AlignedOrigin.name }
      return unit
    }
    #expect(try store.load(units).stored == 200)
    // Some of the file's units are gone, some are moved, some are new between the others.
    var expected = (stored: 0, known: 0)
    switch seed % 4 {
    case 1: units.reverse()
    case 2: units.shuffle(using: &random)
    case 3: for _ in 0..<40 { units.remove(at: random.number(below: units.count)) }
    default: break
    }
    expected.known = units.count
    for number in 0..<(seed < 4 ? 0 : 30) {
      let place = random.number(below: units.count)
      // Each is like its neighbour but for a text more or another letter.
      var unit = units[place]
      unit.externalID = nil
      unit.origin = nil
      if number % 2 == 0 {
        unit.variants.append(Variant(language: "it", text: "frase \(number)"))
      } else {
        unit.variants[0].text += " \(number)"
      }
      units.insert(unit, at: place)
      expected.stored += 1
    }
    let again = try store.load(units)
    #expect([again.stored, again.known] == [expected.stored, expected.known], "seed \(seed)")
  }

  @Test("knows a unit whose texts differ in a letter from one of the same place as new")
  func letter() throws {
    try store.load([pair("été", "summer"), pair("hiver", "winter")])
    let counts = try store.load([
      pair("e\u{301}té", "summer"), pair("hiver", "winter"), pair("hiver", "Winter"),
    ])
    #expect([counts.stored, counts.known] == [2, 1])
  }

  @Test("knows a unit that comes twice in one file")
  func duplicateInFile() throws {
    let counts = try store.load([pair("oui", "yes"), pair("oui", "yes"), pair("oui", "yeah")])
    #expect((counts.stored, counts.known) == (2, 1))
  }

  @Test("knows each of many units that come twice, whatever stands between", arguments: [1, 2])
  func duplicates(memory: Int) throws {
    if memory == 2 { try store.load([pair("premier", "first")], into: "other") }
    var units = [TranslationUnit]()
    for number in 0..<40 {
      var unit = pair("phrase \(number)", "sentence \(number)")
      if number % 3 == 0 { unit.variants.append(Variant(language: "de", text: "Satz \(number)")) }
      if number % 5 == 0 { unit.variants[0].codes = "phrase <b/>" }
      units.append(unit)
    }
    let counts = try store.load(units + units.reversed() + [pair("phrase 3", "sentence 3")])
    #expect((counts.stored, counts.known) == (41, 40))
  }

  @Test("puts a new version in the place of the old one with the same external id")
  func newVersion() throws {
    try store.load([pair("sommet", "peak", id: "1"), pair("autre", "other", id: "2")])
    let counts = try store.load([pair("sommet", "summit", id: "1")])
    #expect((counts.stored, counts.known) == (1, 0))
    #expect(
      try store.everyUnit() == [pair("sommet", "summit", id: "1"), pair("autre", "other", id: "2")])
    var gone = [Int64]()
    gone = try store.variantsGone(language: "fr", since: 1)
    #expect(gone == [1])
  }

  @Test("gives the next unit the next number, whatever got a new version before")
  func numbers() throws {
    try store.load((1...40).map { pair("phrase \($0)", "sentence \($0)", id: "\($0)") })
    try store.load([
      pair("phrase 1", "changed", id: "1"), pair("nouvelle", "new"),
      pair("phrase 2", "changed", id: "2"), pair("encore", "more"),
    ])
    var ids = [UnitID]()
    try store.snapshot().forEachUnit(of: 1) { ids.append($0.id) }
    #expect(ids.suffix(2) == [42, 44], "41 and 43 are the earlier versions")
  }

  @Test("of several files is one transaction: all of all, or nothing")
  func several() throws {
    struct Broken: Error {}
    let sources = ["a", "b", "empty"].map { ImportSource(kind: .glossary, name: $0) }
    #expect(throws: Broken.self) {
      try store.importing(sources, at: testMoment) { session, number in
        if number == 1 { throw Broken() }
        try session.add(row("sommet", "summit"))
      }
    }
    #expect(try store.resources().isEmpty)
    let counts = try store.importing(sources, at: testMoment) { session, number in
      if number < 2 { try session.add(row("sommet", "summit")) }
    }
    #expect(counts.map(\.stored) == [1, 1, 0])
    #expect(try store.resources().inOrderOfMaking.map(\.resource.name) == ["a", "b"])
  }

  @Test("keeps glossary rows apart by source and target, not by source")
  func glossary() throws {
    let counts = try store.load([row("sommet", "summit"), row("sommet", "peak")])
    #expect(counts.stored == 2)
    #expect(try store.load([row("sommet", "peak"), row("sommet", "summit")]).known == 2)
    #expect(try store.load([row("sommet", "peak", note: "alpinisme")]).stored == 1)
    #expect(
      try store.everyConcept()
        == [row("sommet", "summit"), row("sommet", "peak", note: "alpinisme")])
  }

  @Test("knows a glossary row that any of two concepts with its source and target says")
  func twins() throws {
    let concepts = [row("sommet", "summit", note: "a"), row("sommet", "summit", note: "b")]
    try store.load([concepts[0], row("sommet", "peak", note: "b")])
    let last = try #require(try store.concepts(withTerm: "sommet", language: "fr").last)
    try store.edit(concept: last.id, at: testMoment) { $0 = concepts[1] }
    #expect(try store.everyConcept() == concepts)
    #expect(try store.load([concepts[1]]).known == 1)
    #expect(try store.load(concepts.reversed()).known == 2)
    #expect(try store.everyConcept() == concepts)
    #expect(try store.load([row("sommet", "summit", note: "c")]).stored == 1)
    #expect(try store.everyConcept() == [row("sommet", "summit", note: "c"), concepts[1]])
  }

  @Test("stores nothing when it is a dry run, and counts as if it did")
  func dryRun() throws {
    let counts = try store.importing(
      ImportSource(kind: .memory, name: "news"), dryRun: true, at: testMoment
    ) { session in
      try session.add(pair("oui", "yes"))
    }
    #expect(counts.stored == 1)
    #expect(try store.resources().isEmpty)
  }

  @Test("that has nothing to store leaves no empty memory behind")
  func nothing() throws {
    #expect(try store.load([TranslationUnit]()).read == 0)
    let counts = try store.importing(
      ImportSource(kind: .glossary, name: "terms"), at: testMoment
    ) { session in session.skip("empty") }
    #expect(counts.skipped == ["empty": 1])
    #expect(try store.resources().isEmpty)
    #expect(try store.lastSequence() == 0)
  }

  @Test("gives back a term with all that is said of it")
  func wholeTerm() throws {
    var meta = Meta()
    meta.properties = [.init(type: "column", value: "\u{7F}\u{2028}\"\\")]
    let concept = Concept(
      externalID: "c1", domains: ["droit", "a|b, c"], definition: "déf", note: "n", meta: meta,
      terms: [
        Term(
          language: "fr-FR", text: "Premier ministre", status: .admitted, rawStatus: "ok",
          type: .full, partOfSpeech: "noun", gender: "m", number: "sg", register: "formal",
          region: "FR", flags: [.metonym, .caseSensitive],
          validity: Validity(from: PartialDate("2024-09"), to: PartialDate("2024-12-13")),
          example: "ex", note: "tn", source: "s", meta: meta),
        Term(language: "en", text: "prime minister", type: .acronym),
        Term(language: "en", text: "premier", status: .forbidden),
      ])
    try store.load([concept])
    #expect(try store.everyConcept() == [concept])
    let terms = try store.glossaryState(language: "en").terms
    #expect(terms.map(\.text) == ["prime minister", "premier"])
    #expect(terms.map(\.status) == [.preferred, .forbidden])
  }

  @Test("keeps the header of the file that a memory was first loaded from")
  func header() throws {
    for text in ["", "<header srclang=\"fr\"/>", "<header srclang=\"de\"/>"] {
      let source = ImportSource(kind: .memory, name: "news", format: "tmx", sha256: "ab")
      _ = try store.importing(source, at: testMoment) { session in
        try session.keep(header: text, version: "1.4", format: "tmx")
        try session.add(pair(text + "oui", "yes"))
      }
    }
    let resource = try store.resource(.memory, named: "news")
    #expect(resource.header == "<header srclang=\"fr\"/>")
    #expect((resource.format, resource.formatVersion) == ("tmx", "1.4"))
  }
}
