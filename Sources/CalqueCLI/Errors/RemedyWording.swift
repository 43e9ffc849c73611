import Calque
import CalqueModel

/// A remedy in the command's own words: its verbs and options.
enum RemedyWording {
  /// The advice, without a final full stop.
  ///
  /// - Parameters:
  ///   - remedy: the remedy.
  ///   - verb: the given command, such as `calque import`.
  /// - Returns: the words.
  static func text(_ remedy: Remedy, of verb: String) -> String {
    switch remedy {
    case .makeStore: "make one with: calque init"
    case .importFirst: "import a file first, or say --pair fr-en"
    case .choosePair(let pairs):
      pairs.count == 1 ? "say --pair \(pairs[0])" : "choose one with --pair"
    case .namePair: "say the languages with --pair, source first: --pair fr-en"
    case .nameResource(let names):
      "choose one with --from, and with --as where two share a name: "
        + names.map(\.description).joined(separator: ", ")
    case .leaveNamesToDump: "leave out --into and --as"
    case .fillOther: "choose another with --into"
    case .findUnit: "find its id with: calque lookup --ids or calque search --ids"
    case .listTerms: "see: calque term list"
    case .keepGoing(let file) where Verbs.takesKeepGoing(verb):
      "to keep what can be read: \(verb) --keep-going \(ShellWord.argument(file))"
    case .keepGoing(let file):
      "repair the file; to see what can be read: "
        + "calque convert --keep-going \(ShellWord.argument(file)) -o readable.tsv"
    case .nameFormat(let names): "say the format: --format \(names.joined(separator: "|"))"
    case .nameGlossaryFolder: "name their folder: CALQUE_GLOSSARIES=…"
    case .nameDate: "say the date with --date"
    case .namePattern: "say how they are named with --pattern"
    case .searchForText: "a text is searched for without --regex"
    default: remedy.description
    }
  }
}
