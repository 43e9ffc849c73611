import CalqueModel

extension ConceptID {
  /// Reads the id that an argument names.
  ///
  /// - Throws: `UsageError` where the argument names none.
  init(argument: String) throws {
    guard let id = ConceptID(argument) else {
      throw UsageError(
        "'\(argument)' is not the id of an entry; nothing was changed",
        remedy: "See: calque term list --ids")
    }
    self = id
  }
}
