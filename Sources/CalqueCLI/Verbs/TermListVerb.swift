import ArgumentParser
import Calque
import CalqueModel

/// `calque term list`.
struct TermListVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the terms of one glossary, or of all, or those that hold a text.",
    discussion: """
      Example:
        calque term list
        calque term list ministre
        calque term list --glossary diplomacy --json

      A text is looked for in both languages, whatever its case and accents.
      """)

  @Option(help: ArgumentHelp("This glossary alone.", valueName: "name"))
  var glossary: String?

  @Flag(help: "Show the ids of entries.")
  var ids = false

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  @Argument(
    help: ArgumentHelp("What a term must hold; several words are joined.", valueName: "query"))
  var query: [String] = []

  mutating func run() throws {
    let query = query.isEmpty ? nil : try TextInput.checked(query.joined(separator: " "))
    let colour = Colour(colour.choice)
    let (json, ids) = (json.isOn, ids)
    var isEmpty = true
    try store.open().forEachEntry(of: glossary, matching: query) { entry in
      isEmpty = false
      if json { return try Output.standard.line(entry.json) }
      for line in EntryPage.lines(of: entry, colour, showsID: ids) {
        try Output.standard.line(line)
      }
    }
    if isEmpty {
      if !json {
        Talk.line(
          query.map { "No term holds '\(TerminalText.escaped($0))'." }
            ?? "No terms. Try: calque term add Bercy \"Ministry of Economy\"")
      }
      throw ExitStatus.nothingFound
    }
  }
}
