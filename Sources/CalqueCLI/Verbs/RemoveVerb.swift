import ArgumentParser
import Calque
import CalqueModel

/// `calque rm`: units, or a whole memory or glossary.
struct RemoveVerb: ParsableCommand {
  static let name = "rm"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Remove units, or a whole memory or glossary.",
    discussion: """
      Example:
        calque rm 12 13
        calque rm --memory archive --yes

      The ids of units are shown by: calque search --ids, calque lookup --ids.
      """)

  @Option(
    help: ArgumentHelp("Remove this memory with all its units. Repeatable.", valueName: "name"))
  var memory: [String] = []

  @Option(
    help: ArgumentHelp("Remove this glossary with all its terms. Repeatable.", valueName: "name"))
  var glossary: [String] = []

  @OptionGroup var yes: YesFlag
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The ids of units.", valueName: "unit"))
  var units: [String] = []

  mutating func validate() throws {
    let kinds = [units, memory, glossary].count { !$0.isEmpty }
    guard kinds == 1 else {
      throw ValidationError(
        kinds == 0
          ? "Nothing to remove: give ids of units, --memory or --glossary."
          : "Give ids of units, --memory or --glossary, one of the three.")
    }
  }

  mutating func run() throws {
    let workspace = try store.open(for: .writing)
    if !memory.isEmpty { return try remove(.memory, each(memory), from: workspace) }
    if !glossary.isEmpty { return try remove(.glossary, each(glossary), from: workspace) }
    let ids = try each(units.map { try UnitID(argument: $0) })
    let found = try workspace.units(ids)
    let counts = RemovedPage.counted(found.map(\.memory)).map {
      "\(Wording.count($0.count, "unit")) from \(RemovedPage.named(.memory, $0.name, isShipped: false))"
    }
    if !yes.isGiven {
      show(ids, found)
      try yes.confirm("Remove \(counts.joined(separator: " and "))?")
    }
    try workspace.remove(units: ids)
    try tell(
      ids.count, counts.map { "Removed \($0)" },
      from: ("memories", RemovedPage.counted(found.map(\.memory)).map(\.name)))
  }

  /// Shows the units before removal: an id alone says little.
  private func show(_ ids: [UnitID], _ found: [UnitInMemory]) {
    for (id, found) in zip(ids, found) {
      let texts = found.unit.variants.map { "\($0.language)  \($0.text)" }
      Talk.line("\(id) in \(found.memory)\n" + texts.map { "    " + $0 }.joined(separator: "\n"))
    }
  }

  /// Removes all or none.
  ///
  /// If a name is missing, no question is asked, and the store refuses.
  private func remove(
    _ kind: Resource.Kind, _ names: [String], from workspace: Workspace
  ) throws {
    let shipped = kind == .glossary ? try workspace.shippedGlossaries() : []
    func described(_ name: String, _ count: Int) -> String {
      let noun = kind == .memory ? "unit" : "concept"
      let named = RemovedPage.named(kind, name, isShipped: shipped.contains(name))
      return "\(named) with \(Wording.count(count, noun))"
    }
    if !yes.isGiven {
      let holdings = try workspace.stats().holdings(kind)
      let found = names.compactMap { name in holdings.first { $0.resource.name == name } }
      if found.count == names.count {
        let list = found.map { described($0.resource.name, $0.rows) }
        try yes.confirm("Remove \(list.joined(separator: " and "))?")
      }
    }
    let counts = try workspace.remove(kind, named: names)
    try tell(
      counts.reduce(0, +), zip(names, counts).map { "Removed \(described($0, $1))" },
      from: (kind == .memory ? "memories" : "glossaries", names))
  }

  /// The names or ids, without duplicates.
  private func each<Name: Equatable>(_ names: [Name]) -> [Name] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func tell(
    _ count: Int, _ lines: [String], from resources: (kinds: String, names: [String])
  ) throws {
    Output.standard.hasStored("the removal is stored")
    if json.isOn {
      var json = JSONText()
      json.object { json in
        json.member("removed", count)
        json.name(given: resources.kinds)
        json.array { json in for name in resources.names { json.value(name) } }
      }
      return try Output.standard.line(json.text)
    }
    for line in lines { try Output.standard.line(TerminalText.escaped(line)) }
  }
}
