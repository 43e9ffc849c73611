import ArgumentParser
import Calque
import CalqueModel

/// `calque term edit`.
struct TermEditVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change an entry of a glossary.",
    discussion: """
      Example:
        calque term edit 12 --note "Spell it out at first mention."
        calque term edit 12 --target "Ministry of the Economy"
        calque term edit 12 --rendering "Finance Ministry" --status forbidden

      What is not named stays as it is; the earlier version is kept in the history. An empty text \
      takes a note, a domain, a part of speech or a gender away. The ids of entries are shown by: \
      calque term list --ids.
      """)

  @Option(help: ArgumentHelp("The term's new text.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("The translation's new text.", valueName: "text"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "Which translation is meant, where there are several; else the first.", valueName: "text"))
  var rendering: String?

  @Option(
    help: ArgumentHelp(
      "Whether to use the translation: preferred, admitted or forbidden.", valueName: "status"),
    transform: TermOptions.status)
  var status: TermStatus?

  @Option(help: ArgumentHelp("The subject field.", valueName: "name"))
  var domain: String?

  @Option(help: ArgumentHelp("A note for whoever uses it.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("When it holds: 2023-07..2024-01, .. for always.", valueName: "a..b"),
    transform: TermOptions.validity)
  var valid: Validity?

  @Option(
    help: ArgumentHelp(
      "Part of speech: noun, proper noun, adjective, verb, phrase.", valueName: "name"),
    transform: TermOptions.partOfSpeech)
  var pos: String?

  @Option(
    help: ArgumentHelp("The term's gender: m, f or mf.", valueName: "gender"),
    transform: TermOptions.gender)
  var gender: String?

  @OptionGroup var pair: PairOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The entry's id.", valueName: "id"))
  var id: String

  mutating func validate() throws {
    if change.isEmpty {
      throw ValidationError(
        "Nothing to change: give --source, --target, --status, --note, --domain, --valid, --pos "
          + "or --gender.")
    }
  }

  mutating func run() throws {
    for text in [source, target] { _ = try text.map(TextInput.checked) }
    let concept = try ConceptID(argument: id)
    let workspace = try store.open(for: .writing)
    let isChanged = try workspace.edit(concept: concept, pair: pair.pair, change)
    if isChanged { Output.standard.hasStored("the change is stored") }
    guard let entry = try workspace.entry(concept) else { return }
    if json.isOn {
      var json = JSONText()
      json.object { json in
        json.member("concept", id)
        json.member("glossary", entry.glossary)
        json.member("changed", isChanged)
      }
      return try Output.standard.line(json.text)
    }
    let name = TerminalText.escaped(entry.glossary)
    try Output.standard.line(
      isChanged
        ? "Changed entry \(id) in the glossary '\(name)'"
        : "Entry \(id) in the glossary '\(name)' is like that already; nothing was changed")
    for line in EntryPage.lines(of: entry, Colour(.never)) { try Output.standard.line(line) }
  }

  private var change: TermEdit {
    var edit = TermEdit()
    edit.rendering = rendering
    edit.source = source
    edit.target = target
    edit.status = status
    edit.note = note
    edit.domain = domain
    edit.validity = valid
    edit.partOfSpeech = pos
    edit.gender = gender
    return edit
  }
}
