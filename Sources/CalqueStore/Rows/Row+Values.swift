import GRDB

extension Row {
  /// The value of a column.
  ///
  /// - Throws: `RowDecodingError` if the column holds another type, which only a damaged file has;
  ///   the subscript of GRDB would end the process.
  @inline(__always)
  func at<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ index: Int
  ) throws -> Value {
    try decode(Value.self, atIndex: index)
  }
}
