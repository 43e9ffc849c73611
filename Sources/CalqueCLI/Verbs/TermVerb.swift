import ArgumentParser
import Calque
import CalqueModel

/// `calque term`: the terms of a glossary, one by one.
struct TermVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: "Add, list and remove the terms of a glossary.",
    discussion: """
      Example:
        calque term add Bercy "Ministry of Economy"
        calque term list --glossary my-terms
        calque term rm Bercy
      """,
    subcommands: [TermAddVerb.self, TermListVerb.self, TermRemoveVerb.self])
}

/// `calque term add`.
struct TermAddVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a term and its translation to a glossary.",
    discussion: """
      Example:
        calque term add Bercy "Ministry of Economy"
        calque term add --status forbidden Bercy "Bercy Ministry"
        calque term add --valid 2024-09..2024-12 "Premier ministre" "Michel Barnier"

      A preferred translation makes an entry of its own; an admitted or forbidden one joins the \
      entry of its term. A pair that is there already keeps its entry: a domain is added, and a \
      note, a status or a span that is given replaces the one before.
      """)

  @Option(help: ArgumentHelp("The glossary; it is made if it is not there.", valueName: "name"))
  var into: String = Workspace.defaultGlossary

  @Option(
    help: ArgumentHelp("preferred, admitted or forbidden.", valueName: "status"),
    transform: TermAddVerb.status)
  var status: TermStatus?

  @Option(help: ArgumentHelp("The subject field.", valueName: "name"))
  var domain: String?

  @Option(help: ArgumentHelp("A note for whoever uses it.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("When it holds: 2023-07..2024-01, either end open.", valueName: "a..b"),
    transform: TermAddVerb.validity)
  var valid: Validity?

  @OptionGroup var pair: PairOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The term.", valueName: "src"))
  var source: String

  @Argument(help: ArgumentHelp("Its translation.", valueName: "tgt"))
  var target: String

  mutating func run() throws {
    let (source, target) = (try TextInput.checked(source), try TextInput.checked(target))
    let workspace = try store.open(for: .writing)
    let pair = try workspace.pair(named: pair.pair)
    let details = TermDetails(
      status: status, domain: domain, note: note, validity: valid ?? Validity())
    let added = try workspace.addTerm(source, target, pair: pair, into: into, details: details)
    if json.isOn { return try Output.standard.line(added.json) }
    let page = AddedTermPage(added, pair: pair)
    try Output.standard.line(page.line)
    if status == nil, let hint = page.hint { Talk.line(hint) }
  }

  private static func status(_ text: String) throws -> TermStatus {
    guard let status = TermStatus(name: text) else {
      throw UsageError("'\(text)' is not preferred, admitted or forbidden")
    }
    return status
  }

  private static func validity(_ text: String) throws -> Validity {
    guard let validity = Validity(text) else {
      throw UsageError("'\(text)' is no span of time", remedy: "Write one as 2023-07..2024-01.")
    }
    return validity
  }
}

/// `calque term list`.
struct TermListVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the terms of one glossary, or of all.",
    discussion: """
      Example:
        calque term list
        calque term list --glossary diplomacy --json
      """)

  @Option(help: ArgumentHelp("This glossary alone.", valueName: "name"))
  var glossary: String?

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  mutating func run() throws {
    let colour = Colour(colour.choice)
    let json = json.isOn
    var isEmpty = true
    try store.open().forEachEntry(of: glossary) { entry in
      isEmpty = false
      if json { return try Output.standard.line(entry.json) }
      for line in EntryPage.lines(of: entry, colour) { try Output.standard.line(line) }
    }
    if isEmpty {
      if !json { Talk.line("No terms. Try: calque term add Bercy \"Ministry of Economy\"") }
      throw ExitStatus.nothingFound
    }
  }
}

/// `calque term rm`.
struct TermRemoveVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm",
    abstract: "Remove a term's entry from a glossary.",
    discussion: """
      Example:
        calque term rm Bercy
        calque term rm --glossary my-terms --yes sommet peak
      """)

  @Option(help: ArgumentHelp("From this glossary alone.", valueName: "name"))
  var glossary: String?

  @OptionGroup var pair: PairOption
  @OptionGroup var yes: YesFlag
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The term.", valueName: "src"))
  var source: String

  @Argument(help: ArgumentHelp("Its translation, where it has several entries.", valueName: "tgt"))
  var target: String?

  mutating func run() throws {
    let workspace = try store.open(for: .writing)
    let entries = try workspace.entries(
      source, target, pair: workspace.pair(named: pair.pair), in: glossary)
    guard !entries.isEmpty else {
      throw UsageError(
        "no term '\(source)'\(target.map { " = '\($0)'" } ?? "")", remedy: "See: calque term list")
    }
    let lines = entries.flatMap { EntryPage.lines(of: $0, Colour(.never)) }
    guard entries.count == 1 || target != nil else {
      throw UsageError(
        "'\(source)' has \(entries.count) entries:\n\(lines.joined(separator: "\n"))\n"
          + "  = name the translation as well: calque term rm \(ShellWord.quoted(source)) …")
    }
    if !yes.isGiven { Talk.line(lines.joined(separator: "\n")) }
    try yes.confirm("Remove \(Wording.count(entries.count, "entry", "entries"))?")
    try workspace.remove(concepts: entries.map(\.id))
    if json.isOn {
      var json = JSONText()
      json.object { $0.member("removed", entries.count) }
      return try Output.standard.line(json.text)
    }
    try Output.standard.line("Removed \(Wording.count(entries.count, "entry", "entries"))")
  }
}
