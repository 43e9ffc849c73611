import ArgumentParser
import Calque

/// A command that cannot be understood or carried out as it was given.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong, without a final full stop.
  let message: String
  /// What to do instead, as a sentence or a command.
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

/// How errors are told, and which exit code each kind has.
enum Failures {
  /// Prints what an error says, after the output that came before it, and answers the exit code.
  ///
  /// Requests for help arrive as errors as well; they are data and go to standard output.
  ///
  /// A failure of standard output is left to its closing, which meets it again; a device that an
  /// option names is told here.
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
      // Errors of parsing are private to ArgumentParser: they are the ones it exits with 64 for.
      if CalqueCommand.exitCode(for: error) == .validationFailure {
        Talk.line("See: \(Verbs.path(of: arguments)) --help")
      }
      return .refused
    }
  }

  /// What is said of an error of the library, its remedy in the words of the verb that was given.
  static func text(of error: WorkspaceError, _ arguments: [String]) -> String {
    error.text { RemedyWording.text($0, of: Verbs.path(of: arguments)) }
  }

  /// ArgumentParser suggests any option that is three letters away, `--jobs` for `--nope`.
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
