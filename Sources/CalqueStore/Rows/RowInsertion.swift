import GRDB
import GRDBSQLite

/// A statement that writes one row after another, each with values of its own.
///
///     rows.bind(id)
///     rows.bind(unit.origin)
///     try rows.execute()
///
/// GRDB boxes and copies each value, which costs an import more than writing the row. Here numbers
/// go to SQLite as they are, and texts lie in a buffer of the statement until the row is written.
/// Everything else stays GRDB's: the connection, its queue, the transaction, the kind of the errors.
@safe final class RowInsertion {
  private let db: Database
  private let statement: Statement
  private let parameters: Int
  /// The number of values that are bound for the next row.
  private var bound = 0
  /// The texts of the next row; SQLite reads them here.
  private var room = Room(size: 4 << 10)
  private var used = 0
  /// Smaller rooms, in which the first texts of the next row lie.
  private var outgrown: [Room] = []

  /// Bytes that stay where they are.
  @safe private final class Room {
    let start: UnsafeMutablePointer<CChar>
    let size: Int

    init(size: Int) {
      unsafe start = .allocate(capacity: size)
      self.size = size
    }

    deinit { unsafe start.deallocate() }
  }

  init(_ db: Database, sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    parameters = Int(unsafe sqlite3_bind_parameter_count(statement.sqliteStatement))
  }

  /// Binds the next value.
  func bind(_ number: Int64?) {
    bound += 1
    if let number {
      unsafe sqlite3_bind_int64(statement.sqliteStatement, Int32(bound), number)
    } else {
      unsafe sqlite3_bind_null(statement.sqliteStatement, Int32(bound))
    }
  }

  /// Binds the next value.
  func bind(_ number: Int?) { bind(number.map { Int64($0) }) }

  /// Binds the next value.
  func bind(_ text: String?) {
    bound += 1
    guard let text else {
      unsafe sqlite3_bind_null(statement.sqliteStatement, Int32(bound))
      return
    }
    let bytes = text.utf8Span.span
    let count = bytes.count
    let place = unsafe lend(count)
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(place).copyMemory(from: start, byteCount: count)
    }
    // No destructor: the text stays in the buffer.
    unsafe sqlite3_bind_text64(
      statement.sqliteStatement, Int32(bound), place, UInt64(count), nil, UInt8(SQLITE_UTF8))
  }

  private func lend(_ count: Int) -> UnsafeMutablePointer<CChar> {
    if used + count > room.size {
      outgrown.append(room)
      room = Room(size: max(2 * room.size, count))
      used = 0
    }
    defer { used += count }
    return unsafe room.start + used
  }

  /// Writes the row.
  ///
  /// - Throws: `DatabaseError`, as from a statement of GRDB.
  func execute() throws {
    let handle = unsafe statement.sqliteStatement
    guard bound == parameters else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(bound) values of \(parameters)")
    }
    let code = unsafe sqlite3_step(handle)
    let message = code == SQLITE_DONE ? nil : db.lastErrorMessage
    unsafe sqlite3_reset(handle)
    (bound, used) = (0, 0)
    outgrown.removeAll()
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }
}
