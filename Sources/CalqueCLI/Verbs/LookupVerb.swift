import ArgumentParser
import Calque
import CalqueModel

/// `calque lookup`: matches and terms for a segment.
struct LookupVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Matches and terms for a segment, or for each line of standard input.",
    discussion: """
      Example:
        calque lookup "La France accueillera le sommet."
        calque lookup --pair en-fr --memory archive "Ministry of Economy"
        calque lookup --json < segments.txt

      What differs is shown in the match: [+added+] is not in your text, [-missing-] is.
      A text that begins with a dash stands after --.
      """)

  @Option(
    help: ArgumentHelp(
      "The lowest score to show, 1 to 100; 70 unless calque.toml says.", valueName: "points"),
    transform: { try Bounded.number($0, in: 1...102) })
  var minScore: Int?

  @Option(
    help: ArgumentHelp("The most matches to show; 5 unless calque.toml says.", valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_000_000) })
  var limit: Int?

  @OptionGroup var pair: PairOption
  @OptionGroup var memory: MemoryOption

  @Option(help: ArgumentHelp("Take terms from this glossary alone. Repeatable.", valueName: "name"))
  var glossary: [String] = []

  @Flag(help: "Show equal texts only.")
  var exact = false

  @Flag(help: "Look for the best score there is, where none reaches the lowest.")
  var closest = false

  @Flag(help: "Compare with every text instead of asking the index.")
  var scan = false

  @Flag(help: "Tell how long it took.")
  var timing = false

  @Option(
    help: ArgumentHelp(
      "How many lines to answer at once; as many as there are processors unless you say.",
      valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_024) })
  var jobs: Int?

  @Flag(help: "Show the ids of units.")
  var ids = false

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  @Argument(help: ArgumentHelp("The segment; several are joined by one space.", valueName: "text"))
  var text: [String] = []

  private static let example = #"calque lookup "La France accueillera le sommet.""#

  mutating func run() throws {
    let input = try TextInput(text, example: Self.example)
    let workspace = try store.open()
    let options = try options(for: input, in: workspace)
    let page = LookupPage(pair: options.pair, colour: Colour(colour.choice), showsIDs: ids)
    let form = LookupForm(page: page, isJSON: json.isOn)
    switch input {
    case .text(let text):
      let lookup = try Lookup(store: workspace.store, options: options)
      let answer = try lookup.answer(text)
      if let notice = lookup.notice { Talk.warning(notice) }
      try Output.standard.write(form.text(of: answer))
      if let timing = form.timing(of: answer) { Talk.line(timing) }
      if answer.isEmpty {
        if !json.isOn { Talk.line(page.nothing(in: answer, minimum: options.minimum)) }
        throw ExitStatus.nothingFound
      }
    case .lines:
      let location = workspace.location
      let lines = LookupLines(form: form, jobs: threads) {
        try Lookup(store: Workspace(opening: location).store, options: options)
      }
      try lines.answer()
    }
  }

  /// How many lines are answered at once: a scan holds every text for each thread, and times are
  /// those of one.
  private var threads: Int {
    if timing { return 1 }
    return jobs ?? (scan ? 1 : LookupLines.processors)
  }

  private func options(for input: TextInput, in workspace: Workspace) throws -> LookupOptions {
    var options = LookupOptions(pair: try workspace.pair(named: pair.pair))
    options.minimum = minScore ?? workspace.configuration.minScore ?? options.minimum
    options.limit = limit ?? workspace.configuration.limit ?? options.limit
    let choices = memory.choices.isEmpty ? workspace.configuration.memories : memory.choices
    if let choices {
      _ = try workspace.takingPart(.memory, in: options.pair, chosen: choices)
      options.memories = Dictionary(choices.map { ($0.name, $0.penalty) }) { _, last in last }
    }
    options.glossaries =
      glossary.isEmpty ? (workspace.configuration.glossaries ?? []).map(\.name) : glossary
    options.isExact = exact
    options.usesScan = scan
    options.isTimed = timing
    if case .text = input, !json.isOn { options.seeksClosest = true }
    if closest { options.seeksClosest = true }
    return options
  }
}
