public import CalqueModel

/// Why the store cannot do what was asked.
public enum StoreError: Error, Equatable, Sendable {
  /// The work during which an error occurred; a change that fails stores nothing.
  public enum Activity: Sendable {
    /// A question.
    case reading
    /// A change.
    case changing
  }

  /// The store's path is empty.
  case unnamed
  /// There is no store at the path.
  case missing(path: String)
  /// The file is not a store; the file was left as it is.
  case foreign(path: String)
  /// A newer Calque made the store; the file was left as it is.
  case newer(path: String, found: Int, known: Int)
  /// An older store needs a migration, and the file cannot be written.
  case outdated(path: String)
  /// The file is damaged.
  case damaged(path: String, Damage, during: Activity)
  /// Another process held the store for longer than a connection waits.
  case busy(path: String, during: Activity)
  /// A change was asked for by code that runs inside another change.
  case nested(path: String)
  /// The disk is full; nothing was stored.
  case full(path: String, DatabaseFailure)
  /// The store can only be read.
  case readOnly(path: String)
  /// A change was asked for, and the store was opened for questions alone.
  case openedForReading(path: String)
  /// SQLite or the system refused.
  case failed(path: String, reason: String, DatabaseFailure?, during: Activity)
  /// The work was interrupted; nothing was stored.
  case interrupted
  /// No memory or glossary has the name.
  case noResource(kind: String, name: String, known: [String])
  /// The memory or glossary refuses changes.
  case readOnlyResource(kind: String, name: String)
  /// No live unit has the id.
  case noUnit(id: UnitID)
  /// No live term fits the description.
  case noTerm(description: String)
  /// A unit, a concept or a name cannot be stored.
  case unstorable(reason: String)
}

extension StoreError {
  /// Whether the question was wrong and the store is sound: exit code 2 instead of 3.
  package var isUsage: Bool {
    switch self {
    case .noResource, .readOnlyResource, .noUnit, .noTerm, .unstorable, .nested: true
    default: false
    }
  }

  /// The failure that SQLite reported, if any.
  package var failure: DatabaseFailure? {
    switch self {
    case .damaged(_, .file(let failure), _), .full(_, let failure): failure
    case .failed(_, _, let failure, _): failure
    default: nil
    }
  }
}
