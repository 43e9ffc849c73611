import Calque

/// The exit code of the process.
///
/// Thrown, an exit status ends a verb without a message.
enum ExitStatus: Int32, Error {
  /// Found, clean or done.
  case success = 0
  /// Nothing was found, or a check has findings.
  case nothingFound = 1
  /// A usage error, bad input, unwritable output, or refused inputs.
  case refused = 2
  /// The store cannot be used.
  case storeUnusable = 3
  /// Interrupted by Ctrl-C.
  case interrupted = 130
}

extension ExitStatus {
  /// The exit code of a library error.
  init(of error: WorkspaceError) {
    self =
      switch error.kind {
      case .store: .storeUnusable
      case .request, .emptyQuery, .configuration, .file: .refused
      case .interrupted: .interrupted
      }
  }
}
