package import CalqueModel
import GRDB

extension Store {
  /// Adds one unit to a memory, which is made if the store does not have it.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - name: the name of the memory.
  ///   - now: the time that the log names.
  /// - Returns: the unit's id, and whether it is new; a known unit is left as it is.
  /// - Throws: `StoreError`.
  package func add(
    _ unit: TranslationUnit, into name: String, at now: Instant
  ) throws(StoreError) -> (id: UnitID, isNew: Bool) {
    try changing { db in
      try UnitRows.check(unit)
      let hashes = UnitRows.Hashes(unit)
      if let known = try Self.known(db, unit, hashes, into: name) {
        return (UnitID(known), false)
      }
      let sequence = try Change.append(db, kind: .add, at: now)
      let resource = try ResourceTable.findOrMake(
        db, source: ImportSource(kind: .memory, name: name), sequence: sequence)
      let languages = try LanguageTable(db)
      let id = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM unit") ?? 0) + 1
      try UnitRows(
        db, languages: languages,
        context: UnitRows.Context(resource: resource, sequence: sequence, ledger: nil)
      ).insert(
        unit, id: id, hashes: hashes)
      try ResourceTable.note(
        db, resource: resource, languages: languages.seen, sequence: sequence)
      try Change.name(db, sequence: sequence, resource: resource, unit: id)
      return (UnitID(id), true)
    }
  }

  private static func known(
    _ db: Database, _ unit: TranslationUnit, _ hashes: UnitRows.Hashes, into name: String
  ) throws -> Int64? {
    guard let row = try ResourceTable.find(db, kind: .memory, name: name) else { return nil }
    let ids = try Int64.fetchAll(
      db, sql: UnitWriter.sameIdentity,
      arguments: [Int64(bitPattern: hashes.identity), try row.at(0) as Int64])
    return try ids.first { id in
      try UnitReading.unit(db, id: id).map { UnitIdentity.same($0, unit) } ?? false
    }
  }

  /// Changes one unit, which keeps its id; the earlier version stays in the history.
  ///
  /// - Parameters:
  ///   - id: the unit.
  ///   - now: the time of the change.
  ///   - edit: changes the unit; an unchanged unit is not stored again.
  /// - Returns: whether anything changed.
  /// - Throws: `StoreError.noUnit` if no live unit has the id.
  @discardableResult
  package func edit(
    unit id: UnitID, at now: Instant, _ edit: (inout TranslationUnit) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    try changing { db in
      guard let before = try UnitReading.unit(db, id: id.rawValue) else {
        throw StoreError.noUnit(id: id)
      }
      var after = before
      try edit(&after)
      if after == before { return false }
      try UnitRows.check(after)
      after.changed = now
      let resource = try Self.writableResource(db, ofUnit: id)
      let sequence = try Change.append(
        db, kind: .edit, at: now, resource: resource, unit: id.rawValue)
      let languages = try LanguageTable(db)
      try UnitRows(
        db, languages: languages,
        context: UnitRows.Context(resource: resource, sequence: sequence, ledger: nil)
      ).replace(id.rawValue, by: after, hashes: UnitRows.Hashes(after))
      try ResourceTable.note(
        db, resource: resource, languages: languages.seen, sequence: sequence)
      return true
    }
  }

  /// Removes units, all of them or none; each stays as a tombstone.
  ///
  /// - Parameters:
  ///   - ids: the units.
  ///   - now: the time that the log names.
  /// - Throws: `StoreError.noUnit` if one of the ids is not that of a live unit.
  package func remove(units ids: [UnitID], at now: Instant) throws(StoreError) {
    try changing { db in
      for id in ids {
        let resource = try Self.writableResource(db, ofUnit: id)
        let sequence = try Change.append(
          db, kind: .remove, at: now, resource: resource, unit: id.rawValue)
        try db.execute(
          sql: "UPDATE unit SET deleted_seq = ?, changed_seq = ? WHERE id = ?",
          arguments: [sequence, sequence, id.rawValue])
      }
    }
  }

  private static func writableResource(_ db: Database, ofUnit id: UnitID) throws -> Int64 {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT resource.id, resource.read_only, resource.name
        FROM unit JOIN resource ON resource.id = unit.resource
        WHERE unit.id = ? AND unit.deleted_seq IS NULL
        """, arguments: [id.rawValue])
    guard let row else { throw StoreError.noUnit(id: id) }
    if try row.at(1) as Bool {
      throw StoreError.readOnlyResource(kind: "memory", name: try row.at(2))
    }
    return try row.at(0)
  }
}
