import CalqueModel

extension ConceptID {
  /// Reads an id from an argument.
  ///
  /// - Throws: `UsageError` if the argument is not an id.
  init(argument: String) throws {
    guard let id = ConceptID(argument) else {
      throw UsageError(
        "'\(argument)' is not the id of an entry; nothing was changed",
        remedy: "See: calque term list --ids")
    }
    self = id
  }
}
