extension StoreError: CustomStringConvertible {
  /// The message for people, without a final full stop: the fault, the state of the store, a
  /// remedy.
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
    case .damaged(let path, let damage, let activity):
      "\(path) is damaged: \(damage)\(activity.outcome); restore it from a backup"
    case .busy(let path, let activity):
      "another process keeps \(path) to itself\(activity.outcome); try again when it is done"
    case .nested(let path):
      "\(path) is being changed by an import that asked for this change; nothing was stored; make "
        + "the change when the import is done"
    case .full(let path, _):
      "no space left for \(path); nothing was stored; free some space and try again"
    case .readOnly(let path):
      "\(path) can only be read; nothing was stored; check its permissions and its folder's"
    case .failed(let path, let reason, _, let activity):
      "\(path) cannot be used: \(reason)\(activity.outcome)"
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

extension StoreError.Activity {
  fileprivate var outcome: String {
    switch self {
    case .reading: ""
    case .changing: "; nothing was stored"
    }
  }
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
