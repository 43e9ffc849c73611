import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

extension WorkspaceLife {
  /// Compares all that the two workspaces say with what the model says.
  mutating func compare() throws {
    let isSilent = silentChanges > 0
    if isSilent { silentChanges -= 1 }
    for (name, workspace) in try both {
      try compareStats(workspace, name)
    }
    try compareContents()
    try compareExports()
    // A question makes the index catch up with the store.
    if isSilent { return }
    for _ in 0..<2 { try compareMatches(source()) }
    try compareTerms()
  }

  private func compareStats(_ workspace: Workspace, _ name: String) throws {
    let stats = try workspace.stats()
    func counted(_ holding: Stats.Holding) -> String {
      let languages = holding.languages.filter { $0.count > 0 }
        .map { "\($0.language) \($0.count)" }.sorted()
      return "\(holding.resource.name): \(holding.rows), \(languages)"
    }
    func expected(_ name: String, _ rows: Int, _ languages: [String]) -> String {
      let counts = Dictionary(grouping: languages) { $0 }.map { "\($0.key) \($0.value.count)" }
      return "\(name): \(rows), \(counts.sorted())"
    }
    try agree(
      stats.holdings(.memory).map(counted),
      model.memories.reversed().map { memory in
        expected(memory.name, memory.units.count, memory.units.flatMap { _ in ["fr", "en"] })
      }, "what the \(name) counts in memories")
    try agree(
      stats.holdings(.glossary).map(counted),
      model.glossaries.reversed().map { glossary in
        expected(
          glossary.name, glossary.entries.count,
          glossary.entries.flatMap { $0.meaning.terms.map(\.language) })
      }, "what the \(name) counts in glossaries")
  }

  /// Compares what each memory and glossary holds, as one of the two workspaces reads it.
  private mutating func compareContents() throws {
    for memory in model.memories {
      let (name, workspace) = one(try both)
      let units = try Self.units(of: memory.name, in: workspace)
      try agree(units.map(\.id), memory.units.map(\.id), "the ids in \(memory.name), \(name)")
      try agree(
        units.map(\.row),
        memory.units.map {
          WorkspaceModel.Row(source: $0.source, target: $0.target, status: $0.status)
        }, "the units of \(memory.name), \(name)")
    }
    for glossary in model.glossaries {
      let (name, workspace) = one(try both)
      let entries = try Self.entries(of: glossary.name, in: workspace)
      let wanted = glossary.entries
      try agree(entries.map(\.id), wanted.map(\.id), "the ids in \(glossary.name), \(name)")
      try agree(
        entries.map(\.meaning), wanted.map(\.meaning),
        "the concepts of \(glossary.name), \(name)")
    }
  }

  private mutating func compareExports() throws {
    if let memory = model.memories.randomElement(using: &random) {
      let texts = memory.units.map { [$0.source, $0.target] }
      let (name, workspace) = one(try both)
      let table = try Self.exported(
        ExportOptions(from: memory.name, kind: .memory, format: .tsv, pair: pair), by: workspace
      ).text
      let rows = Self.rows(of: table).filter { $0 != ["fr", "en"] }
      // A table cannot say that a pair is rejected, so it has none of those.
      let accepted = memory.units.filter { $0.status != .rejected }.map { [$0.source, $0.target] }
      try agree(rows, accepted, "the TSV of \(memory.name), \(name)")
      let exchange = try Self.exported(
        ExportOptions(from: memory.name, kind: .memory, format: .tmx), by: workspace)
      try agree(
        Self.segments(of: exchange.text), texts.flatMap(\.self),
        "the TMX of \(memory.name), \(name)")
      try agree(exchange.report.rows, texts.count, "the count of an export")
    }
    if let glossary = model.glossaries.randomElement(using: &random) {
      let (name, workspace) = one(try both)
      let table = try Self.exported(
        ExportOptions(from: glossary.name, kind: .glossary, format: .glossary, pair: pair),
        by: workspace)
      try agree(
        Self.cells(of: table.text), glossary.entries.map { GlossaryCells(of: $0.meaning) },
        "the table of \(glossary.name), \(name)")
    }
  }

  private func compareMatches(_ query: String) throws {
    let wanted = model.exactMatches(query)
    let live = Set(
      model.memories.flatMap(\.units).filter { $0.status != .rejected }.map {
        [$0.source, $0.target]
      })
    func check(_ found: [MatchAnswer], _ who: String) throws {
      let exact = found.filter { $0.score == 100 }.map {
        WorkspaceModel.Match(
          source: $0.source, target: $0.target, unit: $0.unit, memories: $0.memories,
          status: $0.status)
      }
      try agree(exact, wanted, "the matches of “\(query)”, \(who)")
      let pairs = found.map { [$0.source, $0.target] }
      try agree(Set(pairs).count, pairs.count, "a pair of texts is one match, \(who)")
      try agree(Set(pairs).isSubset(of: live), true, "a match is a unit, \(who): \(pairs)")
      let scores = found.map(\.score)
      try agree(scores, scores.sorted(by: >), "the order of the scores, \(who)")
    }
    try check(doors.lasting.matches(query), "the lasting lookup")
    for (name, workspace) in try both {
      var options = Self.question(pair)
      options.isExact = name == "writer"
      let lookup = try Lookup(store: workspace.store, options: options)
      try check(lookup.matches(query), "a new lookup of the \(name)")
      var asked = SuggestOptions()
      asked.parts = [.matches]
      asked.minimum = 100
      asked.limit = 1000
      let article = try folder.write(query, to: "article.txt")
      try check(
        workspace.suggest(file: article, options: asked).matches.map(\.match),
        "suggest, \(name)")
    }
  }

  private mutating func compareTerms() throws {
    let items = (0...number(below: 4)).map { _ in "le \(one(Self.terms))" }
    let text = "Nous en parlons demain avec eux, \(items.joined(separator: ", ")), puis la rue."
    let wanted = model.terms(in: text)
    func check(_ found: [TermAnswer], _ who: String) throws {
      try agree(
        found.map { GlossaryModel.Answer($0) }, wanted, "the terms of “\(text)”, \(who)")
    }
    try check(doors.lasting.terms(text), "the lasting lookup")
    for (name, workspace) in try both {
      let lookup = try Lookup(store: workspace.store, options: Self.question(pair))
      try check(lookup.terms(text), "a new lookup of the \(name)")
      var asked = SuggestOptions()
      asked.parts = [.terms]
      let article = try folder.write(text, to: "article.txt")
      try check(workspace.suggest(file: article, options: asked).terms, "suggest, \(name)")
    }
  }

  // MARK: - Files read back

  /// What a memory or a glossary is exported as.
  static func exported(
    _ options: ExportOptions, by workspace: Workspace
  ) throws -> (text: String, report: ExportReport) {
    var bytes: [UInt8] = []
    let report = try workspace.export(options) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), report)
  }

  private static func rows(of table: String) -> [[String]] {
    table.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What stands between `<seg>` and `</seg>`, in order.
  private static func segments(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard let start = line.firstRange(of: "<seg>"), let end = line.firstRange(of: "</seg>")
      else { return nil }
      return String(line[start.upperBound..<end.lowerBound])
    }
  }

  /// The rows of a glossary's table, by the names of their columns.
  private static func cells(of table: String) -> [GlossaryCells] {
    let rows = rows(of: table)
    guard let place = rows.firstIndex(where: { $0.first == "#fr" }) else { return [] }
    let names = ["fr"] + rows[place].dropFirst()
    return rows[(place + 1)...].map { row in
      let cells = Dictionary(uniqueKeysWithValues: zip(names, row))
      return GlossaryCells(cells.filter { GlossaryCells.columns.contains($0.key) })
    }
  }
}

extension GlossaryModel.Answer {
  /// An answer of the product.
  fileprivate init(_ answer: TermAnswer) {
    self.init(
      start: answer.start, end: answer.end, surface: answer.surface, glossary: answer.glossary,
      concept: answer.concept, domain: answer.domain, note: answer.note,
      isInForce: answer.isInForce,
      translations: answer.translations.map {
        GlossaryModel.Translation(text: $0.text, status: $0.status, isInForce: $0.isInForce)
      })
  }
}
