import CalqueModel

/// The removed things, and their memories and glossaries.
enum RemovedPage {
  /// Counts the removed things of each memory or glossary, in order of appearance.
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

  /// A memory or glossary by kind and name: `the shipped glossary 'government'`.
  static func named(_ kind: Resource.Kind, _ name: String, isShipped: Bool) -> String {
    "the \(isShipped ? "shipped " : "")\(kind.rawValue) '\(name)'"
  }
}
