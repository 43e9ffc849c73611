import CalqueModel

/// The name of a unit's status, as options spell the name.
enum StatusName {
  /// All names.
  static let list = UnitStatus.allCases.map(\.name).joined(separator: ", ")

  /// Reads a name.
  ///
  /// - Throws: `UsageError` with the nearest valid name.
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
