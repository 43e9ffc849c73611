import ArgumentParser
import Calque
import CalqueModel

/// `calque term add`.
struct TermAddVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a term and its translation to a glossary.",
    discussion: """
      Example:
        calque term add Bercy "Ministry of Economy"
        calque term add --status forbidden Bercy "Bercy Ministry"
        calque term add --pos noun --gender mf ministre minister
        calque term add --valid 2024-09..2024-12 "Premier ministre" "Michel Barnier"
        calque term add "brigade fluviale" --from 12 15

      A preferred translation makes an entry of its own; an admitted or forbidden one joins the \
      entry of its term. A pair that is there already keeps its entry: a domain is added, and a \
      note, a status, a span, a part of speech or a gender that is given replaces the one before. \
      --from takes the translation and the note from units of a memory; a translation or a note \
      that is given is kept.
      """)

  @Option(help: ArgumentHelp("The glossary; it is made if it is not there.", valueName: "name"))
  var into: String = Workspace.defaultGlossary

  @Option(
    help: ArgumentHelp("preferred, admitted or forbidden.", valueName: "status"),
    transform: TermOptions.status)
  var status: TermStatus?

  @Option(help: ArgumentHelp("The subject field.", valueName: "name"))
  var domain: String?

  @Option(help: ArgumentHelp("A note for whoever uses it.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("When it holds: 2023-07..2024-01, either end open.", valueName: "a..b"),
    transform: TermOptions.validity)
  var valid: Validity?

  @Option(
    help: ArgumentHelp(
      "Part of speech: noun, proper noun, adjective, verb, phrase. It decides which forms are found.",
      valueName: "name"),
    transform: TermOptions.partOfSpeech)
  var pos: String?

  @Option(
    help: ArgumentHelp("The term's gender: m, f or mf; mf takes a feminine.", valueName: "gender"),
    transform: TermOptions.gender)
  var gender: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The units that show what the term is.", valueName: "unit"))
  var from: [String] = []

  @OptionGroup var pair: PairOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The term.", valueName: "src"))
  var source: String

  @Argument(help: ArgumentHelp("Its translation.", valueName: "tgt"))
  var target: String?

  func validate() throws {
    if target == nil, from.isEmpty {
      throw ValidationError(
        "the translation is missing; --from UNIT takes it from a unit of a memory")
    }
  }

  mutating func run() throws {
    let source = try TextInput.checked(source)
    var target = try target.map { try TextInput.checked($0) }
    let units = try from.map { try UnitID(argument: $0) }
    let workspace = try store.open(for: .writing)
    let pair = try workspace.pair(named: pair.pair)
    if !units.isEmpty {
      let evidence = try workspace.evidence(for: source, in: units, pair: pair)
      note = note ?? evidence.note
      if target == nil {
        target = evidence.translation
        Talk.line(
          "\(TerminalText.escaped(source)) = \(TerminalText.escaped(evidence.translation))")
      }
    }
    guard let target else { return }
    let details = TermDetails(
      status: status, domain: domain, note: note, validity: valid ?? Validity(),
      partOfSpeech: pos, gender: gender)
    let added = try workspace.addTerm(source, target, pair: pair, into: into, details: details)
    if added.outcome != .known { Output.standard.hasStored("the term is stored") }
    if json.isOn { return try Output.standard.line(added.json) }
    let page = AddedTermPage(added, pair: pair)
    try Output.standard.line(page.line)
    if status == nil, let hint = page.hint { Talk.line(hint) }
  }
}
