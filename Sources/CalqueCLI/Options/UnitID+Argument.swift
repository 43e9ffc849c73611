import CalqueModel

extension UnitID {
  /// Reads an id from an argument.
  ///
  /// - Throws: `UsageError` if the argument is not an id.
  init(argument: String) throws {
    guard let id = UnitID(argument) else {
      throw UsageError("'\(argument)' is not the id of a unit; nothing was changed")
    }
    self = id
  }
}
