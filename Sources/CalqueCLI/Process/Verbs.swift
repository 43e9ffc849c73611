import ArgumentParser

/// The list of verbs, in the order of the help page.
///
/// A verb is one file in `Verbs/`: a `ParsableCommand` whose configuration has an explicit
/// `commandName` (the default name costs 22 million instructions of start-up) and an example in its
/// `discussion`. A verb parses, calls `Calque`, and prints. Data goes through `Output.standard`,
/// messages through `Talk`, text from outside through `TerminalText`. A verb returns, or throws
/// `UsageError`, `ExitStatus.nothingFound` or an error of `Calque`.
enum Verbs {
  static let all: [any ParsableCommand.Type] = [
    InitVerb.self, ImportVerb.self, ExportVerb.self, ConvertVerb.self, FormatsVerb.self,
    PretranslateVerb.self,
    LookupVerb.self, SearchVerb.self, SuggestVerb.self, CheckVerb.self,
    AddVerb.self, EditVerb.self, RemoveVerb.self, TermVerb.self, AlignVerb.self, ExtractVerb.self,
    StatsVerb.self, LSPVerb.self, MCPVerb.self,
  ]

  /// Whether a verb keeps what can be read of a broken file, if it is asked to.
  ///
  /// - Parameter path: the verb behind the command's name, such as `calque import`.
  /// - Returns: whether it takes `--keep-going`.
  static func takesKeepGoing(_ path: String) -> Bool {
    [ImportVerb.self, ConvertVerb.self, StatsVerb.self].contains { (verb: ParsableCommand.Type) in
      path == "calque " + (verb.configuration.commandName ?? "")
    }
  }

  /// Refuses an unknown verb, with the nearest known verb, and an id that ArgumentParser would take
  /// for an option.
  ///
  /// - Throws: `UsageError`.
  static func check(_ arguments: [String]) throws(UsageError) {
    let asksHelp = arguments.first == "help"
    if arguments == ["help", "help"] { return }
    if let verb = arguments.first, [RemoveVerb.name, EditVerb.name].contains(verb) {
      try checkIDs(arguments.dropFirst())
    }
    var known = all
    var path = "calque"
    for argument in arguments.dropFirst(asksHelp ? 1 : 0) {
      if argument.utf8.first == UInt8(ascii: "-") || known.isEmpty && !asksHelp { return }
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

  /// Refuses ids such as `-1`: ArgumentParser takes `-1` for an option and reports a missing id.
  private static func checkIDs(_ arguments: ArraySlice<String>) throws(UsageError) {
    var before = ""
    for argument in arguments {
      if argument == "--" { return }
      let isNumber =
        argument.utf8.first == UInt8(ascii: "-") && Int(argument) != nil
      if isNumber, !before.hasPrefix("-") || ["-y", "--yes", "--json"].contains(before) {
        throw UsageError("'\(argument)' is not the id of a unit; nothing was changed")
      }
      before = argument
    }
  }

  /// The verb in the arguments, for the line that refers to the verb's help.
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
