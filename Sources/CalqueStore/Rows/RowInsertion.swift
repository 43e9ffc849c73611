import GRDB
import GRDBSQLite

/// A statement that writes one row after another, each with values of its own.
///
///     rows.bind(id)
///     rows.bind(unit.origin)
///     try rows.execute()
///
/// GRDB boxes and copies each value, which costs an import more than writing the row. Here the values
/// lie in two buffers until their row is written. Rows that are written in one statement cost a third
/// less than as many statements, so rows may wait for others: `rowsAtOnce`.
/// Everything else stays GRDB's: the connection, its queue, the transaction, the kind of the errors.
@safe final class RowInsertion {
  /// The rows that wait: their values, one row after the other.
  private struct Waiting {
    /// A value that is to be written.
    enum Value {
      case nothing
      case number(Int64)
      /// A place in `texts`.
      case text(start: Int, count: Int)
    }

    var values: [Value] = []
    /// The texts; never empty, so that an empty text has an address.
    var texts: [UInt8] = [0]
    var rows = 0

    mutating func bind(_ number: Int64?) { values.append(number.map { .number($0) } ?? .nothing) }

    mutating func bind(_ text: String?) {
      guard let text else { return values.append(.nothing) }
      let bytes = text.utf8Span.span
      values.append(.text(start: texts.count, count: bytes.count))
      unsafe bytes.withUnsafeBufferPointer { unsafe texts.append(contentsOf: $0) }
    }

    mutating func removeAll() {
      rows = 0
      values.removeAll(keepingCapacity: true)
      if texts.count > RowInsertion.keptBytes { texts = [0] }
      texts.removeLast(texts.count - 1)
    }
  }

  /// How many bytes of texts wait at most, about.
  private static let mostBytes = 1 << 16
  /// The size of the buffer of texts that is kept.
  private static let keptBytes = 1 << 20

  private let db: Database
  private let sql: String
  private let row: String
  /// The number of values of a row.
  private let parameters: Int
  private let one: Statement
  private var many: Statement?
  /// One row is bound after the other, so nothing need watch that `waiting` has one user at a time.
  @exclusivity(unchecked) private var waiting = Waiting()

  /// How many rows are written at once.
  ///
  /// Above 1, rows wait: `flush` has to come before any question about them.
  var rowsAtOnce = 1 {
    didSet { many = nil }
  }

  /// A statement for the rows of one table.
  ///
  /// - Parameters:
  ///   - db: the connection.
  ///   - sql: the statement, up to `VALUES`.
  ///   - row: the values of a row, in brackets: constants, and `?` for each that is bound.
  /// - Throws: `DatabaseError` if the statement is none.
  init(_ db: Database, sql: String, row: String) throws {
    (self.db, self.sql, self.row) = (db, sql, row)
    parameters = row.utf8.count { $0 == UInt8(ascii: "?") }
    one = try db.makeStatement(sql: "\(sql) \(row)")
  }

  /// Binds the next value.
  func bind(_ number: Int64?) { unsafe waiting.bind(number) }

  /// Binds the next value.
  func bind(_ number: Int?) { bind(number.map { Int64($0) }) }

  /// Binds the next value.
  func bind(_ text: String?) { unsafe waiting.bind(text) }

  /// Writes the row, or lets it wait for others.
  ///
  /// - Throws: `DatabaseError`, as from a statement of GRDB.
  func execute() throws {
    unsafe waiting.rows += 1
    let count = unsafe waiting.values.count - (waiting.rows - 1) * parameters
    guard count == parameters else {
      unsafe waiting.removeAll()
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(count) values of \(parameters)")
    }
    if unsafe waiting.rows >= rowsAtOnce || waiting.texts.count >= Self.mostBytes { try flush() }
  }

  /// Writes the rows that wait.
  ///
  /// - Throws: `DatabaseError`, as from a statement of GRDB.
  func flush() throws {
    let rows = unsafe waiting.rows
    if rows == 0 { return }
    defer { unsafe waiting.removeAll() }
    if rows > 1, rows == rowsAtOnce {
      let statement = try many ?? statementOfMany()
      many = statement
      try write(0..<rows * parameters, statement)
    } else {
      for row in 0..<rows { try write(row * parameters..<(row + 1) * parameters, one) }
    }
  }

  private func statementOfMany() throws -> Statement {
    let rows = repeatElement(row, count: rowsAtOnce).joined(separator: ", ")
    return try db.makeStatement(sql: "\(sql) \(rows)")
  }

  /// Writes the values at some places of those that wait.
  private func write(_ places: Range<Int>, _ statement: Statement) throws {
    let handle = unsafe statement.sqliteStatement
    let waiting = unsafe waiting
    let (code, message) = unsafe waiting.texts.withUnsafeBytes { texts in
      var number: Int32 = 0
      for place in places {
        number += 1
        switch waiting.values[place] {
        case .nothing: unsafe sqlite3_bind_null(handle, number)
        case .number(let value): unsafe sqlite3_bind_int64(handle, number, value)
        case .text(let start, let count):
          // No destructor: the text stays in the buffer until the rows are written.
          let place = unsafe texts.baseAddress?.advanced(by: start)
          unsafe sqlite3_bind_text64(
            handle, number, place?.assumingMemoryBound(to: CChar.self), UInt64(count), nil,
            UInt8(SQLITE_UTF8))
        }
      }
      let code = unsafe sqlite3_step(handle)
      return (code, code == SQLITE_DONE ? nil : db.lastErrorMessage)
    }
    unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }
}
