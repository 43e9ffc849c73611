/// SQLite's report of a failure, for programs and logs rather than people.
public struct DatabaseFailure: Hashable, Sendable {
  /// The primary result code, such as 11 for a damaged file.
  public let code: Int32
  /// The extended result code.
  public let extendedCode: Int32
  /// The message of SQLite.
  public let message: String?
  /// The statement that failed.
  public let sql: String?

  /// Joins the parts of a failure.
  public init(code: Int32, extendedCode: Int32, message: String? = nil, sql: String? = nil) {
    self.code = code
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }
}

extension DatabaseFailure: CustomStringConvertible {
  /// The failure on one line, for a log.
  public var description: String {
    var text = "SQLite error \(extendedCode)"
    if let message { text += ": \(message)" }
    if let sql { text += " - while executing \(sql)" }
    return text
  }
}
