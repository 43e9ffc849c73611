import ArgumentParser
import Calque
import CalqueModel
import CalqueSystem

/// `--store`.
struct StoreOption: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "The store; else $CALQUE_STORE, calque.toml upward, your own.", valueName: "path"))
  var path: String?

  /// Opens the store named by the command line, the environment or `calque.toml`.
  ///
  /// - Throws: `WorkspaceError`.
  func open(for access: Workspace.Access = .reading) throws -> Workspace {
    if access == .writing { Output.standard.letGoUnread() }
    return try Workspace(opening: StoreLocation.find(named: path), for: access)
  }

  /// Opens the store for questions that need none; nil if nothing names one and the user has none.
  ///
  /// - Throws: `WorkspaceError`.
  func openIfThere() throws -> Workspace? {
    let location = try StoreLocation.find(named: path)
    if location.origin == .user, FileStatus(location.path) == nil { return nil }
    return try Workspace(opening: location)
  }
}

/// `--pair`.
struct PairOption: ParsableArguments {
  @Option(
    name: .customLong("pair"), help: "Source and target language, e.g. fr-en.",
    transform: PairOption.parse)
  var pair: LanguagePair?

  private static func parse(_ text: String) throws -> LanguagePair {
    guard let pair = LanguagePair(text) else {
      throw UsageError("'\(text)' is not a language pair", remedy: "Write one as fr-en.")
    }
    return pair
  }

  /// The languages of a document and its translation, and the two files in their order.
  ///
  /// - Throws: `WorkspaceError`, `UsageError` if nothing tells the languages.
  func languages(of files: DocumentPair) throws -> (LanguagePair, DocumentPair) {
    let settings = { try Configuration.nearest(from: Surroundings.ofProcess.folder) }
    guard let pair = try pair ?? files.namedPair ?? settings().pair else {
      for file in [files.source, files.target].compactMap(\.self) where FileStatus(file) == nil {
        throw UsageError("\(file): no such file, or it cannot be read")
      }
      throw UsageError(
        "the files' names do not tell their languages", remedy: "Say --pair fr-en.")
    }
    let ordered = try files.inOrder(of: pair)
    if ordered != files, let source = ordered.source {
      Talk.warning("\(source) is the source by the files' names: the pair is \(pair)")
    }
    return (pair, ordered)
  }
}

/// `--json`.
struct JSONFlag: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Answer in JSON, one object a line.")
  var isOn = false
}

/// `--color`.
struct ColourOption: ParsableArguments {
  @Option(
    name: .customLong("color"),
    help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
  var choice: ColourChoice = .auto
}

/// `--memory`.
struct MemoryOption: ParsableArguments {
  @Option(
    name: .customLong("memory"),
    help: ArgumentHelp(
      "Ask this memory alone; NAME:-5 takes 5 points off its matches. Repeatable.",
      valueName: "name"),
    transform: MemoryOption.parse)
  var choices: [ResourceChoice] = []

  private static func parse(_ text: String) throws -> ResourceChoice {
    guard let choice = ResourceChoice(text) else {
      throw UsageError(
        "'\(text)' is not a memory",
        remedy: "Write NAME, or NAME:-5 to take points off, 0 to 100. See: calque stats")
    }
    return choice
  }
}

/// Option values that are numbers within bounds.
enum Bounded {
  /// Reads a number.
  ///
  /// - Throws: `UsageError` if the text is not a number or the number is out of bounds.
  static func number(_ text: String, in range: ClosedRange<Int>) throws -> Int {
    guard let number = Int(text), range.contains(number) else {
      let bounds =
        range.upperBound == .max
        ? "from \(range.lowerBound) up" : "from \(range.lowerBound) to \(range.upperBound)"
      throw UsageError("'\(text)' is not a number \(bounds)")
    }
    return number
  }
}

extension Bounded {
  /// Reads the minimum score of a match.
  ///
  /// 101 and 102 are accepted, but match nothing yet: both are reserved for matches in the same
  /// context.
  ///
  /// - Throws: `UsageError` if the text is not a score.
  static func score(_ text: String) throws -> Int {
    try number(text, in: 1...102)
  }
}

/// `--format`.
struct FormatOption: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The format: \(FileFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    transform: FormatOption.parse)
  var format: FileFormat?

  private static func parse(_ text: String) throws -> FileFormat {
    guard let format = FileFormat(rawValue: text) else {
      if text == FileFormat.moses.rawValue {
        throw UsageError(
          "Moses corpora are two files", remedy: "Name both: --moses corpus.fr corpus.en")
      }
      let names = FileFormat.allCases.map(\.rawValue)
      let remedy =
        NearestWord.to(text, among: names).map { "Did you mean '\($0)'?" }
        ?? "Known: \(names.joined(separator: ", "))."
      throw UsageError("no format '\(text)'", remedy: remedy)
    }
    return format
  }
}

/// `--yes`.
struct YesFlag: ParsableArguments {
  @Flag(name: [.customShort("y"), .customLong("yes")], help: "Do not ask.")
  var isGiven = false

  /// Asks for confirmation, unless `--yes` was given.
  ///
  /// - Throws: `UsageError` if nobody can be asked, or if the answer is no.
  func confirm(_ question: String) throws {
    try Question.confirm(question, isAnswered: isGiven)
  }
}

/// The option of verbs that read documents.
struct EncodingOption: ParsableArguments {
  /// The name of the encoding; nil to find it.
  @Option(
    name: .customLong("encoding"),
    help: ArgumentHelp(
      "The encoding of every file named, such as windows-1252; told by its bytes, unless given.",
      valueName: "name"))
  var name: String?
}
