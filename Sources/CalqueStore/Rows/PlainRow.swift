import CalqueModel
import GRDB
import GRDBSQLite

/// A row of a question, valid until the next one is asked for.
///
/// GRDB decodes a column through the metadata of its type, which costs an export more than all else.
/// Here the few types that a store has are read from SQLite as they are.
@safe struct PlainRow {
  fileprivate let statement: OpaquePointer
  /// The question stays open as long as a row of it is held.
  fileprivate let rows: PlainRows

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> Int64? {
    switch unsafe sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER: unsafe sqlite3_column_int64(statement, Int32(column))
    case SQLITE_NULL: nil
    default: throw DamagedContent(damage: .row)
    }
  }

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> String? {
    let type = unsafe sqlite3_column_type(statement, Int32(column))
    guard type == SQLITE_TEXT else {
      if type == SQLITE_NULL { return nil }
      throw DamagedContent(damage: .row)
    }
    guard let start = unsafe sqlite3_column_text(statement, Int32(column)) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(statement, Int32(column)))
    return unsafe String(repairing: UnsafeBufferPointer(start: start, count: count).span)
  }

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> Int64 { try present(at(column)) }

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> Int? { try (at(column) as Int64?).map { Int($0) } }

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> Int { Int(try at(column) as Int64) }

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> String { try present(at(column)) }

  /// Whether a column holds a text, byte for byte; the column's own is not made a value.
  func holds(_ text: String?, at column: Int) -> Bool {
    let type = unsafe sqlite3_column_type(statement, Int32(column))
    guard let text else { return type == SQLITE_NULL }
    guard type == SQLITE_TEXT, let start = unsafe sqlite3_column_text(statement, Int32(column))
    else { return false }
    let count = Int(unsafe sqlite3_column_bytes(statement, Int32(column)))
    // SQLite keeps the bytes until the statement goes on, behind the comparison.
    let held = unsafe UnsafeBufferPointer(start: start, count: count)
    return unsafe text.hasSameBytes(as: held.span)
  }

  private func present<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw DamagedContent(damage: .row) }
    return value
  }
}

/// The rows of a question, one after the other.
@safe final class PlainRows {
  private let db: Database
  private let statement: Statement

  /// Asks a question whose arguments are numbers.
  init(_ db: Database, _ statement: Statement, _ arguments: [Int64] = []) {
    (self.db, self.statement) = (db, statement)
    unsafe sqlite3_reset(statement.sqliteStatement)
    for (place, argument) in arguments.enumerated() {
      unsafe sqlite3_bind_int64(statement.sqliteStatement, Int32(place + 1), argument)
    }
  }

  deinit { unsafe sqlite3_reset(statement.sqliteStatement) }

  /// The next row; nil behind the last.
  ///
  /// - Throws: `DatabaseError`, as from a cursor of GRDB.
  func next() throws -> PlainRow? {
    let code = unsafe sqlite3_step(statement.sqliteStatement)
    switch code {
    case SQLITE_ROW: return unsafe PlainRow(statement: statement.sqliteStatement, rows: self)
    case SQLITE_DONE: return nil
    default:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
    }
  }

  /// The only row that is wanted, read by `body`; nil if there is none.
  static func first<Value>(
    _ db: Database, sql: String, _ arguments: [Int64], _ body: (PlainRow) throws -> Value
  ) throws -> Value? {
    try PlainRows(db, try db.cachedStatement(sql: sql), arguments).next().map(body)
  }
}
