import CalqueModel
import CalqueStore
import GRDB
import TestSupport
import Testing

/// `Fixtures/schema-N.sqlite` is a small store as the first Calque of schema N left it: two units,
/// one of them edited, one more that was removed, and a glossary row.
@Suite("A store of an earlier schema")
struct MigrationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("opens with everything in it", arguments: 1...Schema.version)
  func opens(schema: Int) throws {
    let path = try copy(schema)
    let store = try Store(opening: path, for: .writing)
    #expect(
      try store.everyUnit(of: "news").map { $0.variants.map(\.text) } == [
        ["La France accueillera le sommet.", "France will host the summit."], ["Oui", "Yes"],
      ])
    #expect(
      try store.everyConcept(of: "terms").map { $0.terms.map(\.text) } == [
        ["Bercy", "Ministry of Economy"]
      ])
    #expect(try store.load([pair("Oui", "Yes")]).known == 1)
    #expect(try store.load([pair("Non", "No")]).stored == 1)
  }

  @Test("ends with the same tables as a new one", arguments: 1...Schema.version)
  func sameSchema(schema: Int) throws {
    let migrated = try copy(schema)
    _ = try Store(opening: migrated, for: .writing)
    let new = folder.file("new.db")
    _ = try Store.create(at: new)
    #expect(try tables(of: migrated) == tables(of: new))
  }

  @Test("tells the glossaries that came with Calque from a person's, by their files")
  func shipped() throws {
    let path = try copy(1)
    try DatabaseQueue(path: path).write { db in
      for (kind, name, file) in [
        ("glossary", "government", "/usr/share/calque/glossaries/government.fr-en.tsv"),
        ("glossary", "diplomacy", "glossaries/diplomacy.fr-en.tsv"),
        ("glossary", "institutions", "/home/me/institutions.fr-en.tsv"),
        ("glossary", "house", "/home/me/glossaries/house.fr-en.tsv"),
        ("glossary", "ai-tech", nil),
        ("memory", "government", "/x/glossaries/government.fr-en.tsv"),
      ] as [(String, String, String?)] {
        try db.execute(
          sql: "INSERT INTO resource (kind, name, file, changed_seq) VALUES (?, ?, ?, 1)",
          arguments: [kind, name, file])
      }
    }
    let store = try Store(opening: path, for: .writing)
    let shipped = try store.resources().filter(\.resource.isShipped)
    #expect(Set(shipped.map(\.resource.name)) == ["government", "diplomacy"])
    #expect(shipped.allSatisfy { $0.resource.kind == .glossary })
    #expect(try store.resources().suffix(2) == shipped[...], "they come last")
  }

  private func copy(_ schema: Int) throws -> String {
    let fixture = #filePath.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(#filePath[...$0]) }
    let bytes = try folder.bytes(of: (fixture ?? "") + "Fixtures/schema-\(schema).sqlite")
    try folder.write(bytes, to: "old.db")
    return folder.file("old.db")
  }

  private func tables(of path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name"
      )
    }
  }
}
