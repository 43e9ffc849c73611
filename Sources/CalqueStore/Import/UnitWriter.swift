import CalqueModel
import GRDB

/// Decides for each unit of an import whether it is known, a new version, or new.
///
/// If the memory was empty, only units of this import can be known: their hashes are held in memory
/// (12 bytes a slot), and SQLite is asked only if two hashes are equal. Otherwise one probe of an
/// index decides for each unit.
final class UnitWriter {
  private let db: Database
  private let rows: UnitRows
  private let resource: Int64
  private let byIdentity: Statement
  private let reader: UnitReader
  private let byExternalID: Statement
  private let startsEmpty: Bool
  private let hasLocalIDs: Bool
  private let indexesAreDeferred: Bool
  private let firstID: Int64
  private var nextID: Int64
  /// The units of this import by identity, counted from `firstID`, if the memory was empty.
  private var seen = HashTable()
  /// The first variant of each unit of this import, counted from `firstVariant`, with a sentinel,
  /// if the memory was empty.
  private var variantStarts: [UInt32] = [0]
  private let firstVariant: Int64
  /// The external ids that this import has met.
  ///
  /// A second unit of one file under the same id is not a new version of the first.
  private var metExternalIDs = HashTable()
  /// The units of the memory in their order, as long as those of the file are the same.
  private var ordered: UnitsInOrder?
  /// The units of earlier imports that this import has met, if it replaces them.
  private var met: Set<Int64>?
  private let sequence: Int64
  /// About how many bytes the units took that were stored.
  var bytesWritten: Int { rows.bytesWritten }

  /// Finds the units of a resource by their identity.
  ///
  /// The plus keeps SQLite from the index of resources, which it prefers while it has no statistics.
  static let sameIdentity = """
    SELECT id FROM unit WHERE identity = ? AND +resource = ? AND deleted_seq IS NULL
    """

  init(
    _ db: Database, resource: Int64, sequence: Int64, ledger: Int64, languages: LanguageTable,
    replaces: Bool = false, hasLocalIDs: Bool = false
  ) throws {
    self.db = db
    self.hasLocalIDs = hasLocalIDs
    self.resource = resource
    self.sequence = sequence
    met = replaces ? [] : nil
    rows = try UnitRows(
      db, languages: languages,
      context: UnitRows.Context(resource: resource, sequence: sequence, ledger: ledger))
    indexesAreDeferred = try Int.fetchOne(db, sql: "SELECT 1 FROM unit LIMIT 1") == nil
    startsEmpty =
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM unit WHERE resource = ? AND deleted_seq IS NULL LIMIT 1",
        arguments: [resource]) == nil
    // Otherwise each unit asks for those before it.
    if startsEmpty { rows.writeManyAtOnce() }
    firstID = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM unit") ?? 0) + 1
    nextID = firstID
    firstVariant = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM variant") ?? 0) + 1
    if indexesAreDeferred { try Schema.dropDeferredIndexes(db) }
    byIdentity = try db.makeStatement(sql: Self.sameIdentity)
    let live = "unit.id = ? AND unit.deleted_seq IS NULL"
    // The texts of a unit of this import are found by their ids. The plus keeps SQLite from making
    // an index for the question.
    let sql =
      startsEmpty
      ? UnitReader.sql(live, texts: "variant.id BETWEEN ? AND ? AND +variant.unit = unit.id")
      : UnitReader.sql(live)
    reader = UnitReader(db, try db.makeStatement(sql: sql))
    // An import that replaces compares more than the texts.
    ordered =
      startsEmpty || replaces
      ? nil : try UnitsInOrder(db, resource: resource, languages: reader)
    byExternalID = try db.makeStatement(
      sql: """
        SELECT id FROM unit WHERE resource = ? AND external_id = ? AND deleted_seq IS NULL LIMIT 2
        """)
  }

  func add(
    _ unit: TranslationUnit, _ neighbours: SegmentNeighbours? = nil
  ) throws -> ImportSession.Outcome {
    try UnitRows.check(unit)
    if let ordered, try ordered.meets(unit) {
      meet(unit)
      return .known
    }
    let hashes = UnitRows.Hashes(unit)
    let known = try known(unit, hashes)
    if let ordered, try !ordered.goOn(behind: known?.id) { self.ordered = nil }
    let earlier = try known == nil ? earlierVersion(of: unit) : replaced(known, by: unit)
    meet(unit)
    if let id = earlier ?? known?.id { met?.insert(id) }
    if let earlier {
      let history = try rows.replace(earlier, by: unit, hashes: hashes)
      nextID = max(nextID, history + 1)
      return .replaced
    }
    if known != nil { return .known }
    try rows.insert(unit, id: nextID, hashes: hashes)
    if let neighbours { try rows.note(neighbours, of: nextID) }
    if startsEmpty {
      seen.insert(hashes.identity, UInt32(truncatingIfNeeded: nextID - firstID))
      variantStarts.append(variantStarts[variantStarts.count - 1] + UInt32(unit.variants.count))
    }
    nextID += 1
    return .stored
  }

  /// The id of a known unit that a unit replaces all the same; nil if it stays.
  ///
  /// The rows of a memory that was empty are counted on, so none of them is replaced. No closure holds
  /// the unit, here as elsewhere on its way: it would hold a copy.
  private func replaced(_ known: Known?, by unit: TranslationUnit) -> Int64? {
    guard let known, !startsEmpty else { return nil }
    if let judged = known.judged(by: unit) { return judged }
    return other(known, unit)
  }

  /// The id of a known unit, if the import replaces units and the file says more or less of it.
  ///
  /// Of two units with the same texts in one file, the first counts.
  private func other(_ known: Known, _ unit: TranslationUnit) -> Int64? {
    guard let met, !met.contains(known.id), known.id < firstID else { return nil }
    return known.unit == unit ? nil : known.id
  }

  /// Removes the units of the memory that this import has not met.
  ///
  /// - Returns: their number.
  func removeRest() throws -> Int {
    guard let met, !startsEmpty else { return 0 }
    let live = try Int64.fetchAll(
      db, sql: "SELECT id FROM unit WHERE resource = ? AND deleted_seq IS NULL AND id < ?",
      arguments: [resource, firstID])
    let removal = try db.makeStatement(
      sql: "UPDATE unit SET deleted_seq = ?, changed_seq = ? WHERE id = ?")
    let rest = live.filter { !met.contains($0) }
    for id in rest { try removal.execute(arguments: [sequence, sequence, id]) }
    return rest.count
  }

  /// Writes the rows that wait for others.
  func flush() throws { try rows.flush() }

  /// Writes the rows that wait, and the deferred indexes.
  ///
  /// - Parameter pages: the pages that are written once more behind the indexes.
  /// - Throws: `DatabaseError` if SQLite fails.
  func finish(holding pages: HeldPages) throws {
    try flush()
    // The question that is open would keep the tables from being changed.
    ordered = nil
    // What was met is many megabytes, and an index is built while the session is still there.
    (seen, variantStarts, metExternalIDs, met) = (HashTable(), [0], HashTable(), nil)
    guard indexesAreDeferred else { return }
    for index in Schema.deferredIndexes {
      try pages.hold()
      try Schema.create(index, db)
    }
  }

  /// A unit of the store that is the same as one that comes in.
  private struct Known {
    let id: Int64
    let unit: TranslationUnit

    /// The id, if both units are an alignment's and a person has judged the new one otherwise: a
    /// decision replaces a confidence, and a later decision replaces an earlier one.
    func judged(by new: TranslationUnit) -> Int64? {
      let areAligned = unit.origin == AlignedOrigin.name && new.origin == AlignedOrigin.name
      return areAligned && new.alignmentConfidence == nil && new.status != unit.status ? id : nil
    }
  }

  private func known(_ unit: TranslationUnit, _ hashes: UnitRows.Hashes) throws -> Known? {
    if startsEmpty {
      var slot: Int?
      while let found = seen.next(of: hashes.identity, behind: slot) {
        slot = found.slot
        let number = Int(found.number)
        let start = firstVariant + Int64(variantStarts[number])
        let next = firstVariant + Int64(variantStarts[number + 1])
        let id = firstID + Int64(number)
        try rows.flush()
        // The arguments are in the order of the statement: the texts come before the unit.
        let stored = try reader.first([start, max(start, next - 1), id])?.unit
        if let stored, UnitIdentity.same(stored, unit) { return Known(id: id, unit: stored) }
      }
      return nil
    }
    let rows = PlainRows(db, byIdentity, [Int64(bitPattern: hashes.identity), resource])
    while let row = try rows.next() {
      let id: Int64 = try row.at(0)
      if let known = try reader.first([id])?.unit, UnitIdentity.same(known, unit) {
        return Known(id: id, unit: known)
      }
    }
    return nil
  }

  /// The live unit of an earlier import with the same external id; nil if there are several.
  ///
  /// An id that several units have decides nothing: the new unit is added beside them. So does an id
  /// that counts within its file, where the source is another.
  private func earlierVersion(of unit: TranslationUnit) throws -> Int64? {
    guard let id = unit.externalID, !startsEmpty, !metExternalIDs.contains(TextHash.of(id)) else {
      return nil
    }
    byExternalID.setUncheckedArguments([resource, id])
    let bearers = try Int64.fetchAll(byExternalID)
    guard bearers.count == 1 else { return nil }
    guard hasLocalIDs else { return bearers[0] }
    let earlier = try UnitReading.unit(db, id: bearers[0])
    let isSame = earlier?.variants.first?.text.hasSameBytes(as: unit.variants.first?.text ?? "")
    return isSame == true ? bearers[0] : nil
  }

  private func meet(_ unit: TranslationUnit) {
    guard let id = unit.externalID, !startsEmpty else { return }
    let hash = TextHash.of(id)
    if !metExternalIDs.contains(hash) { metExternalIDs.insert(hash, 0) }
  }
}
