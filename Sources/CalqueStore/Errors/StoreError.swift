/// Why the store cannot do what was asked.
public enum StoreError: Error, Equatable, Sendable {
  /// The store's path is empty.
  case unnamed
  /// No store stands at the path.
  case missing(path: String)
  /// The file is something else; it was left as it is.
  case foreign(path: String)
  /// A newer Calque made the store; it was left as it is.
  case newer(path: String, found: Int, known: Int)
  /// An older store needs a migration that cannot be written here.
  case outdated(path: String)
  /// The file is damaged.
  case damaged(path: String, reason: String)
  /// Another process held the store for longer than we wait.
  case busy(path: String)
  /// The disk is full; nothing was stored.
  case full(path: String)
  /// The store can only be read.
  case readOnly(path: String)
  /// SQLite or the system refused; nothing was stored.
  case failed(path: String, reason: String)
  /// The work was interrupted; nothing was stored.
  case interrupted
  /// No memory or glossary of that name.
  case noResource(kind: String, name: String, known: [String])
  /// The memory or glossary refuses changes.
  case readOnlyResource(kind: String, name: String)
  /// No live unit of that id.
  case noUnit(id: Int64)
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
}

extension StoreError: CustomStringConvertible {
  /// The message for people, without a final full stop.
  public var description: String {
    switch self {
    case .unnamed:
      "the store's name is empty; name a file with --store"
    case .missing(let path):
      "no store at \(path); make one with: calque init"
    case .foreign(let path):
      "\(path) is not a Calque store; it was left as it is; name another file with --store"
    case .newer(let path, let found, let known):
      "\(path) was made by a newer Calque (schema \(found), this one knows \(known)); it was left as "
        + "it is; use that version"
    case .outdated(let path):
      "\(path) was made by an older Calque and cannot be brought up to date where it can only be "
        + "read; copy it to a folder that can be written"
    case .damaged(let path, let reason):
      "\(path) is damaged (\(reason)); nothing was stored; restore it from a backup"
    case .busy(let path):
      "another process has been writing to \(path) for more than 30 seconds; nothing was stored; "
        + "try again when it is done"
    case .full(let path):
      "no space left for \(path); nothing was stored; free some space and try again"
    case .readOnly(let path):
      "\(path) can only be read; nothing was stored; check its permissions and its folder's"
    case .failed(let path, let reason):
      "\(path) cannot be used: \(reason); nothing was stored"
    case .interrupted:
      "interrupted; nothing was stored"
    case .noResource(let kind, let name, let known):
      "no \(kind) '\(name)'; "
        + (known.isEmpty
          ? "the store holds none" : "the store holds: \(known.joined(separator: ", "))")
    case .readOnlyResource(let kind, let name):
      "the \(kind) '\(name)' is read-only; nothing was stored; choose another with --into"
    case .noUnit(let id):
      "no unit \(id); nothing was changed; find its id with: calque lookup --ids or calque search --ids"
    case .noTerm(let description):
      "no term \(description); nothing was changed; see: calque term list"
    case .unstorable(let reason):
      "\(reason); nothing was stored"
    }
  }
}
