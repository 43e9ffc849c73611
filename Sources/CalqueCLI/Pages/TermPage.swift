import Calque
import CalqueModel

/// The terms of a lookup, one a row: `term  Bercy → Ministry of Economy    institutions`.
///
/// A term that only resembles the text is preceded by its score.
struct TermPage {
  let colour: Colour

  private static let indent = "      "

  func lines(of terms: [TermAnswer]) -> [String] {
    // A page omits nested and repeated terms; JSON includes them.
    var shown = Set<String>()
    return terms.filter {
      $0.within == nil && shown.insert("\($0.concept)\t\($0.term)").inserted
    }
    .flatMap(lines)
  }

  private func lines(of term: TermAnswer) -> [String] {
    let label =
      term.score < 100
      ? colour(Columns.right(String(term.score), 4), .strong) : colour("term", .faint)
    return TermRow(
      answer: term, renderings: renderings(of: term), date: "today", indent: Self.indent,
      label: label + "  ", colour: colour
    ).lines()
  }

  private func renderings(of term: TermAnswer) -> [String] {
    term.translations.filter { $0.status != .forbidden }.map { translation in
      translation.isInForce || !term.isInForce
        ? translation.text : "\(translation.text) (\(translation.validity))"
    }
  }
}
