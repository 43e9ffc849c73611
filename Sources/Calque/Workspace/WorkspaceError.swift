public import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// Why a workspace did not do what was asked.
public enum WorkspaceError: Error, Sendable {
  /// The store cannot be used; the command exits with 3. What SQLite said is for programs and logs.
  case store(String, DatabaseFailure? = nil)
  /// The question or the settings are wrong; the command exits with 2.
  case usage(String)
  /// `calque.toml` is wrong; the command exits with 2.
  case configuration(SourcePlace, String)
  /// A file cannot be read or written; the command exits with 2.
  ///
  /// `readable` tells how many units or concepts came before the place, where that is known.
  case file(FormatError, readable: Int?)
  /// The work was broken off, and the store is as it was; the command exits with 130.
  case interrupted

  /// What the command says to its caller.
  public var exitCode: Int32 {
    switch self {
    case .store: 3
    case .usage, .configuration, .file: 2
    case .interrupted: 130
    }
  }
}

extension WorkspaceError: CustomStringConvertible {
  /// The message for people, without a final full stop.
  public var description: String {
    switch self {
    case .store(let message, _), .usage(let message): message
    case .configuration(let place, let message): "\(place): \(message)"
    case .file(let error, let readable):
      "\(error)"
        + (readable.map { "\n  = nothing was stored (\($0) could be read)" } ?? "")
        + (error.remedy.map { "\n  = \($0)" } ?? "")
    case .interrupted: "interrupted; nothing was stored"
    }
  }
}

extension WorkspaceError {
  /// What an error from a room below means here.
  init(_ error: any Error) {
    switch error {
    case let error as WorkspaceError: self = error
    case .interrupted as StoreError: self = .interrupted
    case let error as StoreError:
      self = error.isUsage ? .usage("\(error)") : .store("\(error)", error.failure)
    case let error as FormatError: self = .file(error, readable: nil)
    case let error as FileFailure: self = .usage("\(error)")
    case is CancellationError: self = .interrupted
    default: self = .store("\(error)")
    }
  }

  /// Carries a body's errors over into errors of the workspace.
  static func carrying<T>(_ body: () throws -> T) throws(WorkspaceError) -> T {
    do { return try body() } catch { throw WorkspaceError(error) }
  }
}
