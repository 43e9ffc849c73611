import ArgumentParser
import CalqueSystem

/// The process: its arguments in, its exit code out.
///
/// ArgumentParser's own `main` ends usage errors with 64, says nothing useful about an unknown
/// verb, and prints without checking; so parsing and running stand here, between what the process
/// needs before (standard streams, signals) and after (output flushed and closed, errors told).
@main
enum Main {
  static func main() {
    StandardStreams.secure()
    ProcessControl.installSignals()
    guard let arguments = Arguments.ofProcess else {
      Talk.error("the system does not tell the command's arguments")
      ProcessControl.exit(ExitStatus.refused.rawValue)
    }
    ProcessControl.exit(status(of: arguments).rawValue)
  }

  /// Performs the command; its failure is told, and its exit code kept, also where standard output
  /// has no reader any more.
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
    // The commonest verb starts without ArgumentParser where it can.
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
