import ArgumentParser
import Calque

/// A command that cannot be understood or carried out as given.
struct UsageError: Error, CustomStringConvertible {
  /// The fault, without a final full stop.
  let message: String
  /// The advice: a sentence or a command.
  let remedy: String?

  init(_ message: String, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
  }

  var description: String {
    guard let remedy else { return message }
    return "\(message). \(remedy)"
  }
}

/// The telling of errors; `ExitStatus` has the exit code of each kind.
enum Failures {
  /// Prints an error after the output so far, and returns the exit code.
  ///
  /// ArgumentParser throws requests for help as errors too. Help is data and goes to standard
  /// output.
  ///
  /// Closing standard output reports a failure of standard output. A failure of a device that an
  /// option names is reported here.
  static func tell(_ error: any Error, of arguments: [String]) -> ExitStatus {
    if let error = error as? OutputError {
      if Output.standard.hasFailed || error.isClosedPipe { return .success }
      Talk.error("\(error)")
      return .refused
    }
    if let status = error as? ExitStatus { return status }
    if CalqueCommand.exitCode(for: error) == .success {
      var text = CalqueCommand.fullMessage(for: error)
      while text.hasSuffix("\n") { text.removeLast() }
      try? Output.standard.line(text)
      return .success
    }
    switch error {
    case let error as WorkspaceError:
      Talk.error(text(of: error, arguments))
      return ExitStatus(of: error)
    case is UsageError:
      Talk.error("\(error)")
      return .refused
    default:
      Talk.error(withoutFarSuggestion(CalqueCommand.message(for: error)))
      // ArgumentParser keeps its parsing errors private. Their exit code, 64, identifies them.
      if CalqueCommand.exitCode(for: error) == .validationFailure {
        Talk.line("See: \(Verbs.path(of: arguments)) --help")
      }
      return .refused
    }
  }

  /// The message of a library error, with the remedy worded for the given verb.
  static func text(of error: WorkspaceError, _ arguments: [String]) -> String {
    error.text { RemedyWording.text($0, of: Verbs.path(of: arguments)) }
  }

  /// Drops a suggestion that is not close: ArgumentParser suggests any option three letters away,
  /// such as `--jobs` for `--nope`.
  static func withoutFarSuggestion(_ message: String) -> String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "Unknown option ", parts[2] == ". Did you mean ",
      !NearestWord.isNear(bare(parts[1]), bare(parts[3]))
    else { return message }
    return "Unknown option '\(parts[1])'"
  }

  private static func bare(_ option: String) -> String {
    String(option.drop { $0 == "-" })
  }
}
