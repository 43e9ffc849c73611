import Calque
import CalqueModel

/// The content of a store, as a table.
enum StatsPage {
  static func lines(of stats: Stats) -> [String] {
    var heading = TerminalText.escaped(stats.store)
    if let change = stats.lastChange { heading += " · last changed \(change.day)" }
    let rows = stats.holdings.map(row)
    if rows.isEmpty { return [heading, "The store is empty. Try: calque import old.tmx"] }
    let widths = (0..<4).map { column in rows.map { Columns.count($0[column]) }.max() ?? 0 }
    return [heading]
      + rows.map { row in
        let line = [
          Columns.left(row[0], widths[0]), Columns.left(row[1], widths[1]),
          Columns.right(row[2], widths[2]), Columns.left(row[3], widths[3]), row[4],
        ].joined(separator: "  ")
        return line.hasSuffix(" ") ? String(line.dropLast(2)) : line
      } + stats.languagesWithoutLexicon.map(remark)
  }

  private static func remark(_ language: String) -> String {
    "No lexicon of \(language) forms is installed: rules inflect the words of its terms."
  }

  private static func row(_ holding: Stats.Holding) -> [String] {
    let resource = holding.resource
    let noun = resource.kind == .memory ? "unit" : "concept"
    var remarks = holding.languages.map { "\($0.language) \(Wording.number($0.count))" }
    if let domain = resource.domain { remarks.append(domain) }
    if resource.priority != 0 { remarks.append("priority \(resource.priority)") }
    if resource.penalty != 0 { remarks.append("penalty \(resource.penalty)") }
    if resource.isReadOnly { remarks.append("read-only") }
    if resource.isShipped { remarks.append("shipped") }
    return [
      resource.kind.rawValue, TerminalText.escaped(resource.name), Wording.number(holding.rows),
      holding.rows == 1 ? noun : noun + "s",
      TerminalText.escaped(remarks.joined(separator: " · ")),
    ]
  }
}
