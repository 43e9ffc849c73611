import CalqueModel

extension UnitID {
  /// Reads the id that an argument names.
  ///
  /// - Throws: `UsageError` where the argument names none.
  init(argument: String) throws {
    guard let id = UnitID(argument) else {
      throw UsageError("'\(argument)' is not the id of a unit; nothing was changed")
    }
    self = id
  }
}
