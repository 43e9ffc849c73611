import ArgumentParser
import CalqueSystem
import Synchronization

/// The process: arguments in, exit code out.
///
/// Parsing and running are called here, because ArgumentParser's `main` ends usage errors with 64,
/// gives no useful message for an unknown verb, and prints without checking for errors. The
/// standard streams and the signals are set up before the command. Afterwards errors are reported,
/// and the output is flushed and closed.
@main
enum Main {
  static func main() {
    StandardStreams.secure()
    ProcessControl.installSignals()
    ProcessControl.endsWithCommand.store(true, ordering: .relaxed)
    guard let arguments = Arguments.ofProcess else {
      Talk.error("the system does not tell the command's arguments")
      ProcessControl.exit(ExitStatus.refused.rawValue)
    }
    ProcessControl.exit(status(of: arguments).rawValue)
  }

  /// Performs the command and reports a failure.
  ///
  /// The exit code is the command's, even if the reader of standard output is gone.
  private static func status(of arguments: [String]) -> ExitStatus {
    var status = ExitStatus.success
    do {
      try perform(arguments)
    } catch {
      status = Failures.tell(error, of: arguments)
    }
    do {
      try Output.standard.finish()
    } catch {
      if error.isClosedPipe { return status }
      Talk.error("\(error)")
      return status == .storeUnusable ? status : .refused
    }
    return status
  }

  private static func perform(_ arguments: [String]) throws {
    // The most frequent verb starts without ArgumentParser if possible.
    if arguments.first == "lookup",
      let request = LookupRequest(arguments: Array(arguments.dropFirst()))
    {
      return try request.run()
    }
    try Verbs.check(arguments)
    var command = try CalqueCommand.parseAsRoot(arguments)
    try command.run()
  }
}
