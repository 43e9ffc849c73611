import ArgumentParser
import Calque
import CalqueModel

/// `calque edit`: one unit of a memory.
struct EditVerb: ParsableCommand {
  static let name = "edit"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Change a segment, its translation or its status.",
    discussion: """
      Example:
        calque edit 12 --target "The summit has ended."
        calque edit 12 --status approved

      What is not named stays as it is; the earlier version is kept in the history.
      The ids of units are shown by: calque search --ids, calque lookup --ids; those of rejected \
      units by: calque search --rejected --ids.
      """)

  @Option(help: ArgumentHelp("The new segment.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("Its new translation.", valueName: "text"))
  var target: String?

  @Option(
    help: ArgumentHelp("How far it is trusted: \(StatusName.list).", valueName: "status"),
    transform: StatusName.parse)
  var status: UnitStatus?

  @OptionGroup var pair: PairOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The unit's id.", valueName: "unit"))
  var unit: String

  mutating func validate() throws {
    guard source != nil || target != nil || status != nil else {
      throw ValidationError("Nothing to change: give --source, --target or --status.")
    }
  }

  mutating func run() throws {
    let (source, target) = (
      try source.map(TextInput.checked), try target.map(TextInput.checked)
    )
    let workspace = try store.open(for: .writing)
    let unit = try UnitID(argument: unit)
    let isChanged = try workspace.edit(
      unit: unit, pair: pair.pair, source: source, target: target, status: status)
    if isChanged { Output.standard.hasStored("the change is stored") }
    let memory = try workspace.unit(unit)?.memory ?? ""
    if json.isOn {
      var json = JSONText()
      json.object { json in
        json.member("unit", unit.description)
        json.member("memory", memory)
        json.member("changed", isChanged)
      }
      return try Output.standard.line(json.text)
    }
    let name = TerminalText.escaped(memory)
    try Output.standard.line(
      isChanged
        ? "Changed unit \(unit) in the memory '\(name)'"
        : "Unit \(unit) in the memory '\(name)' is like that already; nothing was changed")
  }
}
