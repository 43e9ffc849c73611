import CalqueModel
import CalqueStore
import TestSupport
import Testing

/// The rules of identity in their plainest form, over a list in memory.
private struct Twin {
  private(set) var units: [TranslationUnit] = []

  mutating func load(_ file: [TranslationUnit]) -> (stored: Int, known: Int) {
    var counts = (stored: 0, known: 0)
    var met: Set<String> = []
    for unit in file {
      defer { if let id = unit.externalID { met.insert(id) } }
      if units.contains(where: { key($0) == key(unit) }) {
        counts.known += 1
        continue
      }
      counts.stored += 1
      let bearers = units.indices.filter {
        unit.externalID != nil && units[$0].externalID == unit.externalID
      }
      if bearers.count == 1, !met.contains(unit.externalID ?? "") {
        units[bearers[0]] = unit
      } else {
        units.append(unit)
      }
    }
    return counts
  }

  private func key(_ unit: TranslationUnit) -> Set<String> {
    Set(unit.variants.map { "\($0.language.key) \($0.text)" } + ["id \(unit.externalID ?? "none")"])
  }
}

@Suite("The identity of units")
struct IdentityTests {
  @Test("follows the rules over any row of imports", arguments: UInt64(0)..<24)
  func property(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    let store = try Store.create(at: folder.file("calque.db")).store
    var twin = Twin()
    for _ in 0..<4 {
      let file = (0..<Int.random(in: 0...12, using: &random)).map { _ in unit(&random) }
      let counts = try store.load(file)
      let expected = twin.load(file)
      #expect((counts.stored, counts.known) == expected, "seed \(seed)")
      if twin.units.isEmpty { continue }
      #expect(try store.everyUnit() == twin.units, "seed \(seed)")
    }
  }

  @Test("is the same hash in every order and however the language is spelt")
  func hash() {
    let unit = pair("oui", "yes", id: "1")
    var other = unit
    other.variants = [unit.variants[1], unit.variants[0], unit.variants[1]]
    other.variants[0].language = "EN"
    #expect(hash(of: unit) == hash(of: other))
    #expect(UnitIdentity.same(unit, other))
    other.variants[0].text = "Yes"
    #expect(hash(of: unit) != hash(of: other))
    #expect(!UnitIdentity.same(unit, other))
    #expect(hash(of: unit) != hash(of: pair("oui", "yes")))
    #expect(hash(of: pair("oui", "yes")) != hash(of: pair("yes", "oui")))
    let (composed, decomposed) = (pair("été", "summer"), pair("e\u{301}té", "summer"))
    #expect(hash(of: composed) != hash(of: decomposed))
    #expect(!UnitIdentity.same(composed, decomposed), "texts are compared byte for byte")
  }

  @Test("rests on a hash that never changes")
  func stableHash() {
    #expect(TextHash.of("") == 17_781_447_532_039_588_897)
    #expect(TextHash.of("La France accueillera le sommet.") == 8_379_993_109_997_095_965)
  }

  @Test("sees a zero character wherever it stands", arguments: 0..<20)
  func zero(place: Int) {
    var scalars = Array(String(repeating: "é", count: 10).unicodeScalars)
    #expect(!TextHash.holdsZero(text(scalars)))
    scalars.insert("\u{0}", at: place / 2)
    #expect(TextHash.holdsZero(text(scalars)))
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func hash(of unit: TranslationUnit) -> UInt64 {
    UnitIdentity.hash(unit, exact: unit.variants.map { TextHash.of($0.text) })
  }

  /// A unit from so few words and ids that many are equal.
  private func unit(_ random: inout SplitMix64) -> TranslationUnit {
    let id = Int.random(in: 0..<6, using: &random)
    return pair(
      ["a", "b", "c"].randomElement(using: &random) ?? "a",
      ["x", "y"].randomElement(using: &random) ?? "x", id: id < 4 ? "\(id)" : nil)
  }
}
