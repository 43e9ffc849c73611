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
    let value = unsafe value(column)
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_INTEGER: return unsafe sqlite3_value_int64(value)
    case SQLITE_NULL: return nil
    default: throw DamagedContent(damage: .row)
    }
  }

  /// The value of a column.
  ///
  /// - Throws: `DamagedContent` if the column holds another type, which only a damaged file has.
  func at(_ column: Int) throws -> String? {
    let value = unsafe value(column)
    let type = unsafe sqlite3_value_type(value)
    guard type == SQLITE_TEXT else {
      if type == SQLITE_NULL { return nil }
      throw DamagedContent(damage: .row)
    }
    return unsafe text(value).map { unsafe String(repairing: $0.span) } ?? ""
  }

  /// The column as SQLite holds it.
  ///
  /// Asking for the value once is cheaper than for its type, text and length by the column. It must
  /// not be shared between threads, and a connection is used by one thread at a time.
  private func value(_ column: Int) -> OpaquePointer? {
    unsafe sqlite3_column_value(statement, Int32(column))
  }

  /// The bytes of a text, which SQLite keeps until the statement goes on; nil for an empty one.
  private func text(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
    unsafe sqlite3_value_text(value).map { start in
      unsafe UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }
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

  /// The hash of a column's text; nil if the column holds none.
  func hash(at column: Int) -> UInt64? {
    let value = unsafe value(column)
    guard unsafe sqlite3_value_type(value) == SQLITE_TEXT else { return nil }
    return unsafe text(value).map { unsafe TextHash.of($0.span.bytes) }
  }

  /// Whether a column holds a text, byte for byte; the column's own is not made a value.
  func holds(_ text: String?, at column: Int) -> Bool {
    let value = unsafe value(column)
    let type = unsafe sqlite3_value_type(value)
    guard let text else { return type == SQLITE_NULL }
    guard type == SQLITE_TEXT, let held = unsafe self.text(value) else { return false }
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
