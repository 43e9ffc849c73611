import ArgumentParser
import Calque
import CalqueModel

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
    let shipped = try workspace.shippedGlossaries()
    let counts = RemovedPage.counted(entries.map(\.glossary)).map {
      let noun = Wording.count($0.count, "entry", "entries")
      return
        "\(noun) from \(RemovedPage.named(.glossary, $0.name, isShipped: shipped.contains($0.name)))"
    }
    try yes.confirm("Remove \(counts.joined(separator: " and "))?")
    try workspace.remove(concepts: entries.map(\.id))
    Output.standard.hasStored("the removal is stored")
    if json.isOn {
      var json = JSONText()
      json.object { json in
        json.member("removed", entries.count)
        json.member("glossaries", RemovedPage.counted(entries.map(\.glossary)).map(\.name))
      }
      return try Output.standard.line(json.text)
    }
    for count in counts {
      try Output.standard.line(TerminalText.escaped("Removed \(count)"))
    }
  }
}
