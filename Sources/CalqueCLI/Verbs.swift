import ArgumentParser

/// The list of verbs, in the order that help prints them.
///
/// A verb is one file in `Verbs/`: a `ParsableCommand` whose configuration has an explicit
/// `commandName` (the default name costs 22 million instructions of start-up) and an example in its
/// `discussion`. It parses, calls `Calque`, and prints: data by `Output.standard`, talk by `Talk`,
/// text from outside through `TerminalText`. It ends by returning, or by throwing: `UsageError`,
/// `ExitStatus.nothingFound`, or what `Calque` threw.
enum Verbs {
  static let all: [any ParsableCommand.Type] = [
    InitVerb.self, ImportVerb.self, ExportVerb.self, ConvertVerb.self,
    LookupVerb.self, SearchVerb.self, SuggestVerb.self,
    AddVerb.self, EditVerb.self, RemoveVerb.self, TermVerb.self, AlignVerb.self, StatsVerb.self,
  ]

  /// Refuses a verb that does not exist, with the nearest that does.
  ///
  /// - Throws: `UsageError`.
  static func check(_ arguments: [String]) throws(UsageError) {
    var known = all
    var path = "calque"
    for argument in arguments {
      if known.isEmpty || argument.utf8.first == UInt8(ascii: "-") || argument == "help" { return }
      guard let verb = known.first(where: { $0.configuration.commandName == argument }) else {
        let names = known.compactMap { $0.configuration.commandName }
        throw UsageError(
          path == "calque" ? "no command '\(argument)'" : "no command '\(argument)' in '\(path)'",
          remedy: NearestWord.to(argument, among: names).map { "Did you mean '\($0)'?" }
            ?? "See: \(path) --help")
      }
      path += " " + argument
      known = verb.configuration.subcommands
    }
  }

  /// The verb that the arguments name, for the line that points to its help.
  static func path(of arguments: [String]) -> String {
    var known = all
    var path = "calque"
    for argument in arguments {
      guard let verb = known.first(where: { $0.configuration.commandName == argument }) else {
        break
      }
      path += " " + argument
      known = verb.configuration.subcommands
    }
    return path
  }
}
