import ArgumentParser
import Calque
import CalqueModel

/// `calque init`: a store, and the settings that name it.
struct InitVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a store, and a calque.toml that names it, in this folder.",
    discussion: """
      Example:
        calque init --pair fr-en --with-glossaries
        calque init --store ~/news.db

      Where a store stands, nothing changes, but --with-glossaries loads those that it lacks. \
      With --store, that store alone is made.
      """)

  @OptionGroup var pair: PairOption

  @Flag(help: "Load the glossaries that come with calque.")
  var withGlossaries = false

  @OptionGroup var store: StoreOption

  mutating func run() throws {
    Output.standard.letGoUnread()
    let made = try Workspace.initialise(
      store: store.path, pair: pair.pair, withGlossaries: withGlossaries)
    let name = TerminalText.escaped(shown(made.store))
    guard made.isNew else {
      let isChanged = !made.glossaries.isEmpty
      try Output.standard.line(
        "\(name) stands already" + (isChanged ? "" : "; nothing was changed"))
      if isChanged { try tellLoaded(made.glossaries) }
      if let asked = pair.pair, let kept = made.pair, kept != asked {
        Talk.line("The pair of calque.toml here is \(kept). For another: --pair \(asked)")
      }
      return
    }
    Output.standard.hasStored("the store is made")
    let languages = made.pair.map { " (\($0))" } ?? ""
    let settings = made.configuration == nil ? "" : " and calque.toml"
    try Output.standard.line("Created \(name)\(languages)\(settings)")
    if withGlossaries { try tellLoaded(made.glossaries) }
    if let asked = pair.pair, made.pair != asked { tellNotKept(asked) }
    Talk.line("Next:  calque suggest article.txt      calque import old.tmx")
  }

  private func tellLoaded(_ glossaries: [ImportReport]) throws {
    let terms = glossaries.reduce(0) { $0 + $1.counts.stored }
    let list = glossaries.map { "\($0.into) \(Wording.number($0.counts.stored))" }
    try Output.standard.line(
      TerminalText.escaped(
        "Loaded \(Wording.count(glossaries.count, "glossary", "glossaries")), "
          + "\(Wording.count(terms, "term")) (\(list.joined(separator: ", ")))"))
  }

  /// Reports that the pair was not saved.
  ///
  /// A store has no pair setting: the pair is read from the content, or from the settings beside the
  /// store.
  private func tellNotKept(_ pair: LanguagePair) {
    let place =
      store.path == nil
      ? "in the calque.toml that stands here already"
      : "in a calque.toml where you work; --store writes none"
    Talk.line(
      "The pair \(pair) is not kept. A store's own is that of the first import; until then say "
        + "--pair \(pair), or write pair = \"\(pair)\" \(place).")
  }

  /// The path as given, or only the name of a file in the working folder.
  private func shown(_ path: String) -> String {
    if store.path != nil { return path }
    let folder = Surroundings.ofProcess.folder + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
