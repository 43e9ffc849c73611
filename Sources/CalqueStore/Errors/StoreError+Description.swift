package import CalqueModel

extension StoreError {
  /// What happened, in words for people, without a final full stop.
  package var message: String {
    switch self {
    case .unnamed: "the store's name is empty"
    case .missing(let path): "no store at \(path)"
    case .foreign(let path): "\(path) is not a Calque store"
    case .newer(let path, let found, let known):
      "\(path) was made by a newer Calque (schema \(found), this one knows \(known))"
    case .outdated(let path):
      "\(path) was made by an older Calque and cannot be brought up to date where it can only be "
        + "read"
    case .damaged(let path, let damage, _): "\(path) is damaged: \(damage)"
    case .busy(let path, _): "another process keeps \(path) to itself"
    case .nested(let path): "\(path) is being changed by an import that asked for this change"
    case .full(let path, _): "no space left for \(path)"
    case .readOnly(let path): "\(path) can only be read"
    case .openedForReading(let path): "\(path) was opened for reading"
    case .failed(let path, let reason, _, _): "\(path) cannot be used: \(reason)"
    case .interrupted: "interrupted"
    case .noResource(let kind, let name, _): "no \(kind) '\(name)'"
    case .readOnlyResource(let kind, let name): "the \(kind) '\(name)' is read-only"
    case .noUnit(let id): "no unit \(id)"
    case .noTerm(let description): "no term \(description)"
    case .unstorable(let reason): reason
    }
  }

  /// What became of the store; nil where nothing was asked that could have changed it.
  package var outcome: String? {
    switch self {
    case .foreign, .newer: "it was left as it is"
    case .damaged(_, _, let activity), .busy(_, let activity), .failed(_, _, _, let activity):
      activity == .changing ? "nothing was stored" : nil
    case .nested, .full, .readOnly, .openedForReading, .interrupted, .readOnlyResource,
      .unstorable:
      "nothing was stored"
    case .noUnit, .noTerm: "nothing was changed"
    case .unnamed, .missing, .outdated, .noResource: nil
    }
  }

  /// What to do; nil where nobody can say.
  package var remedy: Remedy? {
    switch self {
    case .unnamed, .foreign: .nameOtherFile
    case .missing: .makeStore
    case .newer: .useNewerVersion
    case .outdated: .copyStore
    case .damaged: .restoreBackup
    case .busy: .tryLater
    case .nested: .waitForImport
    case .full: .freeSpace
    case .readOnly: .checkPermissions
    case .openedForReading: .openForWriting
    case .noResource(_, _, let known): .chooseResource(known.map { ResourceName($0) })
    case .readOnlyResource: .fillOther
    case .noUnit: .findUnit
    case .noTerm: .listTerms
    case .failed, .interrupted, .unstorable: nil
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// The fault, the state of the store and a remedy, for people, without a final full stop.
  public var description: String {
    [message, outcome, remedy?.description].compactMap(\.self).joined(separator: "; ")
  }
}
