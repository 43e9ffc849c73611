import CalqueModel
import GRDB

/// Live units of a memory, in their order: all that is said of them, and then their texts.
///
/// Two statements serve: one that joined both would give all that is said of a unit again with each
/// of its texts.
struct UnitBatch {
  private var units: [StoredUnit] = []
  /// The checksum of each unit, as far as it was read, and as the store holds it.
  private var sums: [(read: ContentSum, stored: Int64)] = []

  private static let ofUnits = """
    SELECT \(UnitReading.columns(source: "unit.source_language")) FROM unit
    WHERE resource = ? AND deleted_seq IS NULL AND id > ? ORDER BY id LIMIT ?
    """
  private static let ofTexts = """
    SELECT unit, language, text, codes, meta FROM variant
    WHERE unit BETWEEN ? AND ? ORDER BY unit, position
    """

  /// The live units of a memory that come after an id: the first `count` of them.
  ///
  /// - Throws: `DamagedContent` if a unit is not what was stored.
  static func units(
    _ db: Database, of resource: Int64, after id: UnitID?, count: Int
  ) throws -> [StoredUnit] {
    guard let memory = try ResourceTable.resource(db, id: resource), count > 0 else { return [] }
    var batch = UnitBatch()
    let reader = UnitReader(db, try db.cachedStatement(sql: ofUnits))
    try batch.readUnits(
      reader, [resource, id?.rawValue ?? 0, Int64(count)], memory: memory.resource.name)
    let texts = try db.cachedStatement(sql: ofTexts)
    for range in batch.ranges {
      let rows = PlainRows(
        db, texts,
        [batch.units[range.lowerBound].id.rawValue, batch.units[range.upperBound].id.rawValue])
      try batch.readTexts(rows, reader, from: range.lowerBound)
    }
    try batch.check()
    return batch.units
  }

  private mutating func readUnits(
    _ reader: UnitReader, _ arguments: [Int64], memory: String
  ) throws {
    let count = Int(arguments[2])
    units.reserveCapacity(count)
    sums.reserveCapacity(count)
    let rows = reader.rows(arguments)
    while let row = try rows.next() {
      let meta = try reader.meta(row)
      let unit = try UnitReading.unit(
        row, sourceLanguage: reader.sourceLanguage(row), meta: meta.meta)
      let key = try UnitReading.Key(row)
      sums.append(
        (
          ContentSum(resource: key.resource, unit: unit, meta: meta.text),
          try row.at(UnitReading.checksum)
        ))
      units.append(StoredUnit(key, unit, memory: memory))
    }
  }

  /// The places of units whose ids follow one another closely, so that a walk over their texts meets
  /// few texts of other units.
  private var ranges: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for place in units.indices {
      if let last = ranges.last,
        units[place].id.rawValue - units[place - 1].id.rawValue <= Self.largestStep
      {
        ranges[ranges.count - 1] = last.lowerBound...place
      } else {
        ranges.append(place...place)
      }
    }
    return ranges
  }

  /// The largest step between the ids of two units whose texts are read in one walk: to pass over the
  /// texts of a few other units costs less than to begin a new walk.
  private static let largestStep: Int64 = 4

  private mutating func readTexts(
    _ rows: PlainRows, _ reader: UnitReader, from first: Int
  ) throws {
    var place = first
    while let row = try rows.next() {
      let id = UnitID(try row.at(0) as Int64)
      while place < units.count, units[place].id < id { place += 1 }
      // Texts of other memories and of earlier versions stand between.
      guard place < units.count, units[place].id == id else { continue }
      // A text in no language of the store is left out, which the checksum tells.
      guard let language = try reader.language(row.at(1)) else { continue }
      if units[place].unit.variants.isEmpty { units[place].unit.variants.reserveCapacity(2) }
      units[place].unit.variants.append(
        try UnitReading.variant(row, from: 2, in: language, &sums[place].read))
    }
  }

  private func check() throws {
    for place in units.indices where sums[place].read.value != sums[place].stored {
      throw DamagedContent(damage: .unit(units[place].id))
    }
  }
}
