package import CalqueModel
import GRDB

/// The numbers of units, concepts, texts and terms in a store.
package struct StoreStatistics: Hashable, Sendable {
  /// The numbers of one memory or glossary.
  package struct Holding: Hashable, Sendable {
    /// The memory or glossary.
    package let resource: StoredResource
    /// The number of its live units or concepts.
    package let rows: Int
    /// The number of its texts or terms in each language as written, in the order of the languages.
    package let languages: [(language: String, count: Int)]

    package static func == (a: Holding, b: Holding) -> Bool {
      a.resource == b.resource && a.rows == b.rows
        && a.languages.elementsEqual(b.languages) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(resource)
      hasher.combine(rows)
    }
  }

  /// The memories and glossaries, in the order in which they answer.
  package let holdings: [Holding]
  /// The number of the last change.
  package let sequence: Int64
  /// The time of the last change.
  package let lastChange: Instant?
}

extension Store {
  /// Counts the units, concepts, texts and terms of the store.
  ///
  /// - Complexity: O(live rows).
  package func statistics() throws(StoreError) -> StoreStatistics {
    let resources = try resources()
    return try reading { db in
      var rows = [Int64: Int]()
      var languages = [Int64: [(String, Int)]]()
      for (parent, child, key) in [("unit", "variant", "unit"), ("concept", "term", "concept")] {
        let counts = try Row.fetchCursor(
          db,
          sql:
            "SELECT resource, count(*) FROM \(parent) WHERE deleted_seq IS NULL GROUP BY resource")
        while let row = try counts.next() { try rows[row.at(0)] = row.at(1) }
        let texts = try Row.fetchCursor(
          db,
          sql: """
            SELECT p.resource, language.written, count(*)
            FROM \(child) AS c CROSS JOIN \(parent) AS p ON p.id = c.\(key)
              CROSS JOIN language ON language.id = c.language
            WHERE p.deleted_seq IS NULL
            GROUP BY p.resource, c.language ORDER BY p.resource, c.language
            """)
        while let row = try texts.next() {
          try languages[row.at(0), default: []].append((row.at(1), row.at(2)))
        }
      }
      let last = try Row.fetchOne(db, sql: "SELECT seq, at FROM change ORDER BY seq DESC LIMIT 1")
      return try StoreStatistics(
        holdings: resources.map { resource in
          StoreStatistics.Holding(
            resource: resource, rows: rows[resource.id] ?? 0,
            languages: languages[resource.id] ?? [])
        },
        sequence: last?.at(0) ?? 0,
        lastChange: last.map { try Instant(seconds: $0.at(1)) })
    }
  }
}
