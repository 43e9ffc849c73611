/// What a person can do about an error, as data.
///
/// A program words a remedy in its own terms: the command names its verbs and options, a server its
/// methods, an editor a button. `description` is a wording that holds for all of them.
///
///     if case .choosePair(let pairs) = error.remedy { ask(for: pairs) }
public enum Remedy: Hashable, Sendable {
  /// Make a store: none is there yet.
  case makeStore
  /// Name another file: the one that was named is no store, or must stay as it is.
  case nameOtherFile
  /// Use the newer Calque that made the store.
  case useNewerVersion
  /// Restore the store from a backup.
  case restoreBackup
  /// Try again when the other process is done.
  case tryLater
  /// Make the change when the import that asked for the change is done.
  case waitForImport
  /// Free some space and try again.
  case freeSpace
  /// Check the permissions of the file and of its folder.
  case checkPermissions
  /// Open the store for writing: it was opened for questions alone.
  case openForWriting
  /// Copy the store to a folder that can be written.
  case copyStore
  /// Import a file first, or name the pair of languages: the store is empty.
  case importFirst
  /// Choose one of these pairs of languages.
  case choosePair([LanguagePair])
  /// Name the pair of languages, source first.
  case namePair
  /// Choose one of these memories or glossaries.
  case chooseResource([ResourceName])
  /// Name one of these memories or glossaries, and its kind where two share a name.
  case nameResource([ResourceName])
  /// Give neither a name nor a kind: the dump of a whole store has those of its resources.
  case leaveNamesToDump
  /// Choose another memory or glossary to fill.
  case fillOther
  /// Look up the id of a unit.
  case findUnit
  /// Look up the terms of the glossaries.
  case listTerms
  /// Keep what can be read of a broken file, and leave out the rest.
  case keepGoing(file: String)
  /// Name the format, one of these.
  case nameFormat([String])
  /// Name the folder of the glossaries that come with Calque.
  case nameGlossaryFolder
  /// Name the date of the article.
  case nameDate
  /// Say how the files are named.
  case namePattern
  /// Search for a text instead of a regular expression.
  case searchForText
  /// Anything else, in words that hold wherever they are read.
  case advice(String)
}

extension Remedy: ExpressibleByStringInterpolation {
  /// Advice in words, from a literal.
  public init(stringLiteral text: String) { self = .advice(text) }
}

extension Remedy: CustomStringConvertible {
  /// The remedy in words that hold for every program, without a final full stop.
  public var description: String {
    switch self {
    case .makeStore: "make a store first"
    case .nameOtherFile: "name another file"
    case .useNewerVersion: "use that version"
    case .restoreBackup: "restore it from a backup"
    case .tryLater: "try again when it is done"
    case .waitForImport: "make the change when the import is done"
    case .freeSpace: "free some space and try again"
    case .checkPermissions: "check its permissions and its folder's"
    case .openForWriting: "open it for writing"
    case .copyStore: "copy it to a folder that can be written"
    case .importFirst: "import a file first, or name the pair of languages"
    case .choosePair(let pairs): "choose one of them: \(list(pairs.map(\.description)))"
    case .namePair: "name the pair of languages, source first"
    case .chooseResource(let names):
      names.isEmpty ? "the store holds none" : "the store holds: \(list(names.map(\.description)))"
    case .nameResource(let names): "name one: \(list(names.map(\.description)))"
    case .leaveNamesToDump: "give neither a name nor a kind: the dump has both"
    case .fillOther: "choose another one to fill"
    case .findUnit: "look up its id"
    case .listTerms: "look up the terms there are"
    case .keepGoing: "keep what can be read, and leave out the rest"
    case .nameFormat(let names): "name the format: \(list(names))"
    case .nameGlossaryFolder:
      "name their folder: Surroundings.glossaries, or CALQUE_GLOSSARIES in the environment"
    case .nameDate: "name the date of the article"
    case .namePattern: "say how the files are named"
    case .searchForText: "search for a text instead of an expression"
    case .advice(let text): text
    }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
