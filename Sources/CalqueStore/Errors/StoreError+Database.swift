import CalqueModel
import GRDB

extension StoreError {
  /// The error of the store for an error of SQLite, of GRDB or of a stored value.
  init(_ error: any Error, path: String, during activity: Activity) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error, path: path, during: activity)
    case let error as DamagedContent: self = .damaged(path: path, error.damage, during: activity)
    case is RowDecodingError: self = .damaged(path: path, .row, during: activity)
    default: self = .failed(path: path, reason: "\(error)", nil, during: activity)
    }
  }

  /// An error from below as a `StoreError`, an error of the caller as it is.
  static func carried(_ error: any Error, path: String, during activity: Activity) -> any Error {
    switch error {
    case is DatabaseError, is RowDecodingError, is DamagedContent:
      StoreError(error, path: path, during: activity)
    default: error
    }
  }

  private init(_ error: DatabaseError, path: String, during activity: Activity) {
    let failure = DatabaseFailure(error)
    func failed(_ reason: String) -> StoreError {
      .failed(path: path, reason: reason, failure, during: activity)
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .busy(path: path, during: activity)
    case .SQLITE_FULL: self = .full(path: path, failure)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_INTERRUPT: self = .interrupted
    case .SQLITE_CORRUPT: self = .damaged(path: path, .file(failure), during: activity)
    case .SQLITE_ERROR where failure.isOfSchema:
      self = .damaged(path: path, .file(failure), during: activity)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ:
      self = .damaged(path: path, .file(failure), during: activity)
    case .SQLITE_IOERR: self = failed("the system cannot read or write it (input/output error)")
    case .SQLITE_CANTOPEN:
      self = failed("the system cannot open it; check its permissions and its folder's")
    case .SQLITE_NOMEM: self = failed("there is not enough memory")
    case .SQLITE_TOOBIG: self = failed("a text is too long")
    default: self = failed(error.message ?? "SQLite error \(error.extendedResultCode.rawValue)")
    }
  }
}

extension DatabaseFailure {
  init(_ error: DatabaseError) {
    self.init(
      code: error.resultCode.rawValue, extendedCode: error.extendedResultCode.rawValue,
      message: error.message, sql: error.sql)
  }

  /// Whether a table or column is missing.
  ///
  /// All statements are Calque's own, so only a damaged page of the schema has this effect.
  fileprivate var isOfSchema: Bool { message?.hasPrefix("no such ") ?? false }
}
