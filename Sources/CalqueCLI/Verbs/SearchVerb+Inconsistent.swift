import Calque
import CalqueModel

extension SearchVerb {
  /// Prints the phrases that the memories render in several ways, the most frequent first.
  func showInconsistencies() throws {
    let workspace = try store.open()
    let named = try workspace.pair(named: pair.pair)
    let pair = sides == .target ? named.reversed : named
    var options = ExtractOptions()
    options.memories = memory
    // One more than is shown says whether there are more.
    options.limit = limit == 0 || limit == .max ? nil : limit + 1
    // All words are linked, however many there are.
    tellOfLinks(try workspace.linksManyWords(pair: pair, units: 500...Int.max))
    let progress = Progress("phrases", total: 1_000)
    defer { progress.finish() }
    let query = query.joined(separator: " ")
    let found = try workspace.inconsistencies(
      pair: pair, holding: query.isEmpty ? nil : query, options: options
    ) { progress.advance(to: Int($0 * 1_000)) }
    progress.finish()
    let phrases = limit == 0 ? found[...] : found.prefix(limit)
    for phrase in phrases {
      if json.isOn {
        try Output.standard.line(phrase.json)
      } else {
        for line in try lines(of: phrase, pair, in: workspace) { try Output.standard.line(line) }
      }
    }
    if found.count > phrases.count, !json.isOn {
      Talk.line("There are more than \(limit); to see all: --limit 0")
    }
    guard !phrases.isEmpty else {
      if !json.isOn { Talk.line("No phrase has two renderings with several units each.") }
      throw ExitStatus.nothingFound
    }
  }

  /// A phrase with its renderings, each with the texts of a unit and the ids of more.
  private func lines(
    of phrase: ExtractedTerm, _ pair: LanguagePair, in workspace: Workspace
  ) throws -> [String] {
    let colour = Colour(colour.choice)
    var lines = [
      "\(TerminalText.escaped(phrase.source))   \(Wording.count(phrase.count, "unit"))"
    ]
    for rendering in phrase.translations {
      let ids = rendering.units.map(\.description).joined(separator: " ")
      lines += RenderingRows(colour: colour).lines(of: [rendering])
        .map { "    \($0)   unit \(ids)" }
      guard let unit = try rendering.units.first.flatMap({ try workspace.unit($0)?.unit }) else {
        continue
      }
      for language in [pair.source, pair.target] {
        let text = unit.variants.first { $0.language.fit(asked: language) != nil }
        guard let text else { continue }
        lines += Columns.row(Paragraph(text.text, marking: []), "", indent: "        ", colour)
      }
    }
    return lines
  }
}
