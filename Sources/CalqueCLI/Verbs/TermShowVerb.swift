import ArgumentParser
import Calque
import CalqueModel

/// `calque term show`.
struct TermShowVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that an entry of a glossary says.",
    discussion: """
      Example:
        calque term show 12

      The ids of entries are shown by: calque term list --ids.
      """)

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The entry's id.", valueName: "id"))
  var id: String

  mutating func run() throws {
    guard let entry = try store.open().entry(ConceptID(argument: id)) else {
      throw UsageError("no entry \(id)", remedy: "See: calque term list --ids")
    }
    if json.isOn { return try Output.standard.line(entry.json) }
    for line in EntryPage.details(of: entry) { try Output.standard.line(line) }
  }
}
