import CalqueModel

/// What is removed, and from which memories and glossaries.
enum RemovedPage {
  /// How many of the things that are removed each memory or glossary holds, as they come.
  static func counted(_ names: [String]) -> [(name: String, count: Int)] {
    var counted = [(name: String, count: Int)]()
    for name in names {
      if let place = counted.firstIndex(where: { $0.name == name }) {
        counted[place].count += 1
      } else {
        counted.append((name, 1))
      }
    }
    return counted
  }

  /// `the shipped glossary 'government'`.
  static func named(_ kind: Resource.Kind, _ name: String, isShipped: Bool) -> String {
    "the \(isShipped ? "shipped " : "")\(kind.rawValue) '\(name)'"
  }
}
