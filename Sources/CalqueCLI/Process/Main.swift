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
    ProcessControl.exit(status(of: Arguments.ofProcess).rawValue)
  }

  private static func status(of arguments: [String]) -> ExitStatus {
    var status = ExitStatus.success
    var failure: (any Error)?
    do {
      try perform(arguments)
    } catch {
      failure = error
    }
    // What was found stands before what went wrong, on a terminal that shows both.
    do {
      if let failure { status = try Failures.tell(failure, of: arguments) }
      try Output.standard.finish()
    } catch {
      if error.isClosedPipe { return status }
      Talk.error("\(error)")
      return .refused
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
