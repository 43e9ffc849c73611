public import CalqueModel

extension StoreError {
  /// The damaged part of a store.
  public enum Damage: Hashable, Sendable {
    /// The file, whose pages SQLite finds in disorder.
    case file(DatabaseFailure)
    /// A row of the file that no store writes.
    case row
    /// A unit whose texts or other data are not what was stored.
    case unit(UnitID)
    /// A concept whose terms or other data are not what was stored.
    case concept(ConceptID)
    /// The description of a memory or glossary.
    case resource(Int64)
  }
}

/// A value of the store that is not what was written, without the store's path.
struct DamagedContent: Error {
  let damage: StoreError.Damage
}

extension StoreError.Damage: CustomStringConvertible {
  /// The damaged part, in words for people.
  public var description: String {
    switch self {
    case .file: "part of the file cannot be read"
    case .row: "part of the file holds what Calque does not write"
    case .unit(let id): "unit \(id) is not what was stored"
    case .concept(let id): "the glossary's entry \(id) is not what was stored"
    case .resource(let id):
      "the description of the memory or glossary number \(id) is not what was stored"
    }
  }
}
