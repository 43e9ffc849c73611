package import CalqueModel
import GRDB

/// One import, from its first row to its last, inside a transaction, which `OpenChange` begins and
/// ends.
///
/// Between two rows the transaction may give way to another one: then `hide` has to come first. So a
/// large import into a new memory goes on, in `RunningImport`.
///
/// The session lives as long as the closure to which `Store.importing` gives the session. An error
/// of SQLite may end the transaction (a full disk rolls it back). So a session that has thrown an
/// error of SQLite cannot be used again: GRDB refuses, and the closure ends.
package final class ImportSession {
  /// The outcome of adding a unit or a concept.
  package enum Outcome: Sendable {
    /// The unit or concept is new.
    case stored
    /// The unit or concept replaces an earlier version.
    case replaced
    /// The store has the unit or concept already.
    case known
  }

  /// The counts of all outcomes so far.
  package private(set) var counts = ImportCounts()

  let db: Database
  let path: String
  let resource: Int64
  let sequence: Int64
  private let replaces: Bool
  let languages: LanguageTable
  private let ledger: Int64
  private let isNewResource: Bool
  private let keepsEmpty: Bool
  /// Whether what is stored is committed in part, and hidden.
  private(set) var isHidden = false
  private var committedBytes = 0
  private let units: UnitWriter
  private let concepts: ConceptWriter
  private let pages: HeldPages

  init(
    _ db: Database, path: String, source: ImportSource, at now: Instant
  ) throws {
    self.db = db
    self.path = path
    replaces = source.replaces
    keepsEmpty = source.description != nil
    sequence = try Change.append(db, kind: .import, at: now)
    isNewResource = try ResourceTable.find(db, kind: source.kind, name: source.name) == nil
    resource = try ResourceTable.findOrMake(db, source: source, sequence: sequence)
    try db.execute(
      sql: """
        INSERT INTO import (resource, seq, state, file, format, sha256)
        VALUES (?, ?, 'running', ?, ?, ?)
        """,
      arguments: [resource, sequence, source.file, source.format, source.sha256])
    ledger = db.lastInsertedRowID
    try db.execute(
      sql: "UPDATE change SET resource = ?, import = ? WHERE seq = ?",
      arguments: [resource, ledger, sequence])
    languages = try LanguageTable(db)
    units = try UnitWriter(
      db, resource: resource, sequence: sequence, ledger: ledger, languages: languages,
      replaces: replaces, hasLocalIDs: source.hasLocalIDs)
    concepts = try ConceptWriter(
      db, resource: resource, sequence: sequence, ledger: ledger, languages: languages)
    pages = try HeldPages(db, resource: resource, ledger: ledger)
  }

  /// Stores a unit unless it is known.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - neighbours: the segments beside it in its document; nil if they are not known.
  /// - Returns: what became of the unit.
  /// - Throws: `StoreError.unstorable` for a unit that holds U+0000, where SQLite would cut the
  ///   text off; the session can go on after this error.
  @discardableResult
  package func add(
    _ unit: TranslationUnit, between neighbours: SegmentNeighbours? = nil
  ) throws(StoreError) -> Outcome {
    do {
      try pages.hold(bytesWritten: units.bytesWritten)
      let outcome = try units.add(unit, neighbours)
      count(outcome)
      return outcome
    } catch { throw StoreError(error, path: path, during: .changing) }
  }

  /// Stores a concept unless it is known.
  @discardableResult
  package func add(_ concept: Concept) throws(StoreError) -> Outcome {
    do {
      try pages.hold(bytesWritten: 0)
      let outcome = try concepts.add(concept)
      if let outcome { count(outcome) } else { skip("source and target as in an earlier row") }
      return outcome ?? .known
    } catch { throw StoreError(error, path: path, during: .changing) }
  }

  /// Stores the part of a file before its first row, unless the resource has a header and stays.
  package func keep(
    header: String, version: String?, format: String?
  ) throws(StoreError) {
    if header.isEmpty { return }
    do {
      try db.execute(
        sql: """
          UPDATE resource SET header = ?, format_version = ?, format = ?
          WHERE id = ? AND (header IS NULL OR ?)
          """, arguments: [header, version, format, resource, replaces])
      try ResourceTable.seal(db, resource: resource)
    } catch { throw StoreError(error, path: path, during: .changing) }
  }

  /// Counts a row that is passed over, by reason.
  package func skip(_ reason: String) { counts.skipped[reason, default: 0] += 1 }

  /// Counts a row that cannot be stored.
  package func refuse() { counts.refused += 1 }

  private func count(_ outcome: Outcome) {
    switch outcome {
    case .stored, .replaced: counts.stored += 1
    case .known: counts.known += 1
    }
  }

  /// About how many bytes this transaction has to write.
  var bytesWritten: Int { units.bytesWritten - committedBytes }

  /// Whether what is stored so far may be committed, hidden until the import is finished.
  ///
  /// A memory that had units before cannot be hidden.
  var canHide: Bool { isNewResource && counts.stored > 0 }

  /// Writes the rows that wait for others.
  func flush() throws { try units.flush() }

  /// Hides the memory; a commit may follow.
  func hide() throws {
    try flush()
    isHidden = true
    committedBytes = units.bytesWritten
    try db.execute(
      sql: "UPDATE resource SET deleted_seq = ? WHERE id = ?", arguments: [sequence, resource])
  }

  /// Shows the hidden memory.
  private func show() throws {
    try db.execute(
      sql: "UPDATE resource SET deleted_seq = NULL WHERE id = ? AND deleted_seq = ?",
      arguments: [resource, sequence])
    // Somebody took the import for dead, and has removed its rows.
    guard db.changesCount == 1 else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    isHidden = false
  }

  /// Whether the import would leave nothing but an empty memory or glossary.
  var isForNothing: Bool { isNewResource && counts.stored == 0 && !keepsEmpty }

  /// Writes the ledger, the resource's languages and the deferred indexes.
  func finish() throws {
    // What could not be read may be in the file all the same.
    if replaces, counts.read > 0, counts.refused == 0 {
      counts.removed = try units.removeRest() + concepts.removeRest()
    }
    try units.finish(holding: pages)
    if isHidden { try show() }
    try ResourceTable.note(
      db, resource: resource, languages: languages.seen, sequence: sequence)
    var skipped = JSONText()
    skipped.object { json in
      for (reason, count) in counts.skipped.sorted(by: { $0.key < $1.key }) {
        json.member(given: reason, count)
      }
    }
    try db.execute(
      sql: """
        UPDATE import SET state = 'done', read = ?, stored = ?, known = ?, skipped = ?, refused = ?
        WHERE id = ?
        """,
      arguments: [
        counts.read, counts.stored, counts.known, skipped.text, counts.refused, ledger,
      ])
    // SQLite's planner needs to know how the rows are spread; a sample of each index is enough.
    // This is done inside the transaction, so that nothing can fail once the rows are stored.
    if counts.stored > 0 { try db.execute(sql: "PRAGMA analysis_limit = 400; ANALYZE") }
  }
}
