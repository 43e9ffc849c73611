import ArgumentParser
import Calque
import CalqueModel

/// `calque add`: one unit into a memory.
struct AddVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a segment and its translation to a memory.",
    discussion: """
      Example:
        calque add "Le sommet est fini." "The summit is over."
        calque add --into news --status approved Bercy "Ministry of Economy"
      """)

  @Option(help: ArgumentHelp("The memory; it is made if it is not there.", valueName: "name"))
  var into: String = Workspace.defaultMemory

  @Option(
    help: ArgumentHelp(
      "How far it is trusted: \(StatusName.list).", valueName: "status"),
    transform: StatusName.parse)
  var status: UnitStatus = .translated

  @OptionGroup var pair: PairOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The segment.", valueName: "src"))
  var source: String

  @Argument(help: ArgumentHelp("Its translation.", valueName: "tgt"))
  var target: String

  mutating func run() throws {
    let (source, target) = (try TextInput.checked(source), try TextInput.checked(target))
    let workspace = try store.open(for: .writing)
    let pair = try workspace.pair(named: pair.pair)
    let added = try workspace.add(source, target, pair: pair, into: into, status: status)
    for doubt in added.doubts {
      Talk.warning("unit \(added.id): \(AddedPage.text(of: doubt, pair)); it is kept")
    }
    try AddedPage.print(added, pair: pair, asJSON: json.isOn)
  }
}
