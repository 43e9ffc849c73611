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
    options.limit = limit == 0 ? nil : limit
    let progress = Progress("words", total: 1_000)
    defer { progress.finish() }
    let query = query.joined(separator: " ")
    let phrases = try workspace.inconsistencies(
      pair: pair, holding: query.isEmpty ? nil : query, options: options
    ) { progress.advance(to: Int($0 * 1_000)) }
    progress.finish()
    let rows = RenderingRows(colour: Colour(colour.choice))
    for phrase in phrases {
      if json.isOn {
        try Output.standard.line(phrase.json)
      } else {
        try Output.standard.line(
          "\(TerminalText.escaped(phrase.source))   \(Wording.count(phrase.count, "unit"))")
        for rendering in phrase.translations {
          let units = rendering.units.map(\.description).joined(separator: " ")
          for line in rows.lines(of: [rendering]) {
            try Output.standard.line("    \(line)   unit \(units)")
          }
        }
      }
    }
    guard !phrases.isEmpty else {
      if !json.isOn { Talk.line("No phrase has two renderings with several units each.") }
      throw ExitStatus.nothingFound
    }
  }
}
