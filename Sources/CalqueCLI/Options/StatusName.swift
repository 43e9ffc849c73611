import CalqueModel

/// The name of a unit's status, as an option takes it.
enum StatusName {
  /// The names there are.
  static let list = UnitStatus.allCases.map(\.name).joined(separator: ", ")

  /// Reads a name.
  ///
  /// - Throws: `UsageError` with the nearest name there is.
  static func parse(_ text: String) throws(UsageError) -> UnitStatus {
    guard let status = UnitStatus(name: text) else {
      throw UsageError(
        "no status '\(text)'",
        remedy: NearestWord.to(text, among: UnitStatus.allCases.map(\.name))
          .map { "Did you mean '\($0)'?" } ?? "Known: \(list).")
    }
    return status
  }
}
