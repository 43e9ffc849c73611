import Calque
import CalqueFormats
import CalqueModel
import CalqueStore
import TestSupport
import Testing

extension WorkspaceLife {
  /// One random change of a memory.
  mutating func changeMemory() throws {
    switch number(below: 14) {
    case 0...3: try addUnit()
    case 4...6: try editUnit()
    case 7, 8: try removeUnits()
    case 9: try removeMemory()
    case 10, 11: try importMemory()
    case 12: try importAgain()
    default: try carryOver()
    }
  }

  private mutating func addUnit() throws {
    var row = row()
    row.status = one([.translated, .draft, .reviewed, .approved, .rejected])
    let memory = one(Self.memories)
    history.append("add “\(row.source)” “\(row.target)” \(row.status) into \(memory)")
    let known = model.units(of: memory, row.source, row.target)
    let added = try writer.add(
      row.source, row.target, pair: pair, into: memory, status: row.status)
    try agree(added.isNew, known.isEmpty, "whether the unit is new")
    if known.isEmpty {
      model.add(row, to: memory, id: added.id)
    } else {
      try agree(known.contains(added.id), true, "the id of a known unit is \(added.id)")
    }
  }

  private mutating func editUnit() throws {
    guard !model.unitPlaces.isEmpty else { return try addUnit() }
    let place = one(model.unitPlaces)
    let id = model.memories[place.memory].units[place.unit].id
    let newSource = number(below: 3) == 0 ? source() : nil
    let newTarget = number(below: 3) == 0 ? target() : nil
    let status = perhaps([UnitStatus.draft, .translated, .reviewed, .approved, .rejected])
    history.append(
      "edit \(id): \(newSource ?? "-"), \(newTarget ?? "-"), \(status.map(\.name) ?? "-")")
    let isChanged = try writer.edit(
      unit: id, source: newSource, target: newTarget, status: status)
    let wanted = model.edit(at: place, source: newSource, target: newTarget, status: status)
    try agree(isChanged, wanted, "whether the edit changed anything")
  }

  private mutating func removeUnits() throws {
    guard !model.unitPlaces.isEmpty else { return try addUnit() }
    let place = one(model.unitPlaces)
    let id = model.memories[place.memory].units[place.unit].id
    if number(below: 4) == 0 {
      history.append("rm \(id) and one that is not there")
      #expect(throws: WorkspaceError.self, "\(story)") {
        try writer.remove(units: [id, UnitID(1_000_000)])
      }
      return
    }
    history.append("rm \(id)")
    try writer.remove(units: [id])
    model.changes += 1
    model.memories[place.memory].units.remove(at: place.unit)
  }

  private mutating func removeMemory() throws {
    guard !model.memories.isEmpty else { return try addUnit() }
    let place = number(below: model.memories.count)
    let memory = model.memories.remove(at: place)
    model.changes += 1
    history.append("rm --memory \(memory.name)")
    let count = try writer.remove(.memory, named: memory.name)
    try agree(count, memory.units.count, "how many units went with the memory")
  }

  // MARK: - Files

  private mutating func importMemory() throws {
    let rows = (0...number(below: 8)).map { _ in row() }
    memoryFiles.append(rows)
    try importTable(rows, "a new file")
  }

  private mutating func importAgain() throws {
    guard !memoryFiles.isEmpty else { return try importMemory() }
    let place = number(below: memoryFiles.count)
    if number(below: 2) == 0 {
      let changed = number(below: memoryFiles[place].count)
      memoryFiles[place][changed].target = target()
    }
    try importTable(memoryFiles[place], "file \(place) again")
  }

  private mutating func importTable(_ rows: [WorkspaceModel.Row], _ what: String) throws {
    let text = rows.map { "\($0.source)\t\($0.target)\n" }.joined()
    let story = "\(what):\n\(text)"
    try importText(text, rows, named: "rows.fr-en.tsv", into: one(Self.memories), story)
  }

  /// Imports a memory's TMX into another memory, or into the memory itself.
  private mutating func carryOver() throws {
    guard !model.memories.isEmpty else { return try importMemory() }
    let memory = one(model.memories)
    let rows = memory.units.map {
      WorkspaceModel.Row(source: $0.source, target: $0.target, status: $0.status)
    }
    guard !rows.isEmpty else { return try importMemory() }
    let text = try Self.exported(
      ExportOptions(from: memory.name, kind: .memory, format: .tmx), by: writer
    ).text
    try importText(
      text, rows, named: "memory.tmx", into: one(Self.memories), "the TMX of \(memory.name)")
  }

  private mutating func importText(
    _ text: String, _ rows: [WorkspaceModel.Row], named name: String, into memory: String,
    _ what: String
  ) throws {
    let options = ImportOptions(kind: .memory, into: memory, isDryRun: number(below: 8) == 0)
    history.append("import into \(memory)\(options.isDryRun ? ", dry run" : ""), \(what)")
    let report = try writer.importFile(folder.write(text, to: name), options: options)
    var next = model
    let counts = next.importRows(rows, into: memory)
    try agree(WorkspaceModel.Counts(report.counts), counts, "what became of the rows")
    if options.isDryRun { return }
    model = next
    try learnUnits(of: memory)
  }

  /// Gives the units of an import the ids that the store gave them.
  private mutating func learnUnits(of memory: String) throws {
    let place = model.place(ofMemory: memory)
    let known = Set(model.memories[place].units.map(\.id))
    let new = try Self.units(of: memory, in: writer).filter { !known.contains($0.id) }
    let missing = model.memories[place].units.indices.filter {
      model.memories[place].units[$0].id == 0
    }
    try agree(new.count, missing.count, "how many units are new")
    for (unit, place) in zip(missing, new.map(\.id)) {
      model.memories[model.place(ofMemory: memory)].units[unit].id = place
    }
  }

  /// The units of a memory as the store has them, in the order of their ids.
  static func units(
    of memory: String, in workspace: Workspace
  ) throws -> [(id: UnitID, row: WorkspaceModel.Row)] {
    var units: [(id: UnitID, row: WorkspaceModel.Row)] = []
    let resource = try workspace.store.resource(.memory, named: memory)
    try workspace.store.snapshot().forEachUnit(of: resource.id) { stored in
      let texts = stored.unit.variants.map(\.text)
      try #require(stored.unit.variants.map(\.language.written) == ["fr", "en"])
      units.append(
        (
          stored.id,
          WorkspaceModel.Row(source: texts[0], target: texts[1], status: stored.unit.status)
        ))
    }
    return units
  }
}

extension WorkspaceModel.Counts {
  /// The counts of an import.
  init(_ counts: ImportCounts) {
    self.init(
      stored: counts.stored, known: counts.known,
      skipped: counts.skipped.values.reduce(counts.refused, +))
  }
}
