import Calque

/// What the process says to its caller; thrown, it ends a verb without a message.
enum ExitStatus: Int32, Error {
  /// Found, clean or done.
  case success = 0
  /// Nothing was found, or a check has findings.
  case nothingFound = 1
  /// Usage, bad input, output that could not be written, or some inputs refused.
  case refused = 2
  /// The store cannot be used.
  case storeUnusable = 3
  /// Ended by Ctrl-C.
  case interrupted = 130
}

extension ExitStatus {
  /// The exit code of an error of the library.
  init(of error: WorkspaceError) {
    self =
      switch error.kind {
      case .store: .storeUnusable
      case .request, .emptyQuery, .configuration, .file: .refused
      case .interrupted: .interrupted
      }
  }
}
