import GRDB

extension Row {
  /// The value of a column.
  ///
  /// - Throws: `RowDecodingError` where the column holds another type, which only happens in a
  ///   damaged file; GRDB's subscript would end the process.
  @inline(__always)
  func at<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int
  ) throws -> Value {
    try decode(Value.self, atIndex: index)
  }
}
