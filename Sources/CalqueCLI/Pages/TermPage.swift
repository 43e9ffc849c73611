import Calque
import CalqueModel

/// The terms that a lookup found, one to a row: `term  Bercy → Ministry of Economy    institutions`.
///
/// A term that was not recognised but resembles the text stands behind its score.
struct TermPage {
  let colour: Colour

  private static let indent = "      "

  func lines(of terms: [TermAnswer]) -> [String] {
    // What lies in a longer term, and what comes again, is reachable in JSON; on a page it would
    // only repeat itself.
    var shown = Set<[String]>()
    return terms.filter {
      $0.within == nil && shown.insert([$0.concept.description, $0.term]).inserted
    }
    .flatMap(lines)
  }

  private func lines(of term: TermAnswer) -> [String] {
    let label =
      term.score < 100
      ? colour(Columns.right(String(term.score), 4), .strong) : colour("term", .faint)
    var rows = Columns.row(
      TerminalText.escaped("\(term.term) → \(translations(of: term))"),
      TerminalText.escaped(term.glossary), indent: Self.indent, colour)
    rows[0] = label + "  " + rows[0].dropFirst(Self.indent.utf8.count)
    let remarks = term.remarks(testedFor: "today")
    if remarks.isEmpty { return rows }
    return rows
      + Columns.wrapped(
        TerminalText.escaped(remarks), to: Columns.width - Self.indent.utf8.count
      ).map { Self.indent + colour($0, .faint) }
  }

  private func translations(of term: TermAnswer) -> String {
    let used = term.translations.filter { $0.status != .forbidden }.map { translation in
      translation.isInForce || !term.isInForce
        ? translation.text : "\(translation.text) (\(translation.validity))"
    }
    let avoided = term.translations.filter { $0.status == .forbidden }.map { "✗ " + $0.text }
    return ([used.joined(separator: " · ")] + avoided).filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}
