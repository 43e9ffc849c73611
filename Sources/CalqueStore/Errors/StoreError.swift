public import CalqueModel

/// Why the store cannot do what was asked.
public enum StoreError: Error, Equatable, Sendable {
  /// What the store was doing: a change that fails stores nothing.
  public enum Activity: Sendable {
    /// A question.
    case reading
    /// A change.
    case changing
  }

  /// What of a store is damaged.
  public enum Damage: Hashable, Sendable {
    /// The file: SQLite finds its pages in disorder.
    case file(DatabaseFailure)
    /// A row of the file that no store writes.
    case row
    /// A unit: its texts or what is said of it are not what was stored.
    case unit(UnitID)
    /// A concept: its terms or what is said of it are not what was stored.
    case concept(ConceptID)
    /// The description of a memory or glossary.
    case resource(Int64)
  }

  /// The store's path is empty.
  case unnamed
  /// There is no store at the path.
  case missing(path: String)
  /// The file is something else; it was left as it is.
  case foreign(path: String)
  /// A newer Calque made the store; it was left as it is.
  case newer(path: String, found: Int, known: Int)
  /// An older store needs a migration that cannot be written here.
  case outdated(path: String)
  /// The file is damaged.
  case damaged(path: String, Damage, during: Activity)
  /// Another process held the store for longer than a connection waits.
  case busy(path: String, during: Activity)
  /// The disk is full; nothing was stored.
  case full(path: String, DatabaseFailure)
  /// The store can only be read.
  case readOnly(path: String)
  /// SQLite or the system refused.
  case failed(path: String, reason: String, DatabaseFailure?, during: Activity)
  /// The work was interrupted; nothing was stored.
  case interrupted
  /// No memory or glossary of that name.
  case noResource(kind: String, name: String, known: [String])
  /// The memory or glossary refuses changes.
  case readOnlyResource(kind: String, name: String)
  /// No live unit of that id.
  case noUnit(id: UnitID)
  /// No live term like that.
  case noTerm(description: String)
  /// What was to be stored cannot be stored.
  case unstorable(reason: String)
}

extension StoreError {
  /// Whether the store itself is well and the question was wrong: exit code 2 instead of 3.
  package var isUsage: Bool {
    switch self {
    case .noResource, .readOnlyResource, .noUnit, .noTerm, .unstorable: true
    default: false
    }
  }

  /// What SQLite said, where it said anything.
  package var failure: DatabaseFailure? {
    switch self {
    case .damaged(_, .file(let failure), _), .full(_, let failure): failure
    case .failed(_, _, let failure, _): failure
    default: nil
    }
  }
}
