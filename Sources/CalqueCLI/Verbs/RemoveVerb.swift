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

  @Option(help: ArgumentHelp("Remove this memory with all its units.", valueName: "name"))
  var memory: String?

  @Option(help: ArgumentHelp("Remove this glossary with all its terms.", valueName: "name"))
  var glossary: String?

  @OptionGroup var yes: YesFlag
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The ids of units.", valueName: "unit"))
  var units: [String] = []

  mutating func validate() throws {
    let kinds = (units.isEmpty ? 0 : 1) + (memory == nil ? 0 : 1) + (glossary == nil ? 0 : 1)
    guard kinds == 1 else {
      throw ValidationError(
        kinds == 0
          ? "Nothing to remove: give ids of units, --memory or --glossary."
          : "Give ids of units, --memory or --glossary, one of the three.")
    }
  }

  mutating func run() throws {
    let workspace = try store.open(for: .writing)
    if let memory { return try remove(.memory, memory, from: workspace) }
    if let glossary { return try remove(.glossary, glossary, from: workspace) }
    let names = units.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if !yes.isGiven { try ask(about: names, in: workspace) }
    try workspace.remove(units: names)
    try tell(names.count, "Removed \(Wording.count(names.count, "unit"))")
  }

  /// Shows what is about to go: an id alone says little.
  private func ask(about names: [String], in workspace: Workspace) throws {
    for (name, found) in zip(names, try workspace.units(names)) {
      let texts = found.unit.variants.map { "\($0.language)  \($0.text)" }
      Talk.line("\(name) in \(found.memory)\n" + texts.map { "    " + $0 }.joined(separator: "\n"))
    }
    try yes.confirm("Remove \(Wording.count(names.count, "unit"))?")
  }

  private func remove(
    _ kind: Resource.Kind, _ name: String, from workspace: Workspace
  ) throws {
    let noun = kind == .memory ? "unit" : "concept"
    if !yes.isGiven,
      let holding = try workspace.stats().holdings(kind).first(where: { $0.resource.name == name })
    {
      try yes.confirm(
        "Remove the \(kind.rawValue) '\(name)' with \(Wording.count(holding.rows, noun))?")
    }
    let count = try workspace.remove(kind, named: name)
    try tell(
      count, "Removed the \(kind.rawValue) '\(name)' with \(Wording.count(count, noun))")
  }

  private func tell(_ count: Int, _ message: String) throws {
    if json.isOn {
      var json = JSONText()
      json.object { $0.member("removed", count) }
      return try Output.standard.line(json.text)
    }
    try Output.standard.line(TerminalText.escaped(message))
  }
}
