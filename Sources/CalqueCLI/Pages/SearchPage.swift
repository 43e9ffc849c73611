import Calque
import CalqueModel

/// The page of a search: each hit in its context, with the query in one column.
///
/// The other side is printed below each hit. The layout is known as KWIC; after H. P. Luhn,
/// American Documentation 11 (1960).
///
///        La France accueillera le prochain [sommet] sur la sécurité de l’IA.
///      France will host the next summit on AI safety.           archive · 2023-10-12
struct SearchPage {
  let colour: Colour
  let showsIDs: Bool

  private static let indent = "    "

  /// The hits of one query.
  func lines(of answer: SearchAnswer) -> [String] {
    let contexts = answer.hits.map(Context.init)
    let longest = contexts.map { Columns.count($0.before) }.max() ?? 0
    let column = min(longest, Columns.width / 2)
    let renderings = RenderingRows(colour: colour).lines(of: answer.renderings)
    return renderings + (renderings.isEmpty ? [] : [""])
      + zip(answer.hits, contexts).flatMap { hit, context in
        let other = hit.side == .source ? hit.target : hit.source
        return [line(of: context, at: column)]
          + Columns.row(Paragraph(other), tail(of: hit), indent: Self.indent, colour)
      }
  }

  /// The answer to one line of several, with the line itself above.
  func block(of answer: SearchAnswer) -> [String] {
    let heading = colour("> " + TerminalText.escaped(answer.query.withoutReturn), .strong)
    return [heading] + (answer.hits.isEmpty ? [Self.indent + "nothing"] : lines(of: answer))
  }

  /// A text cut around the query's first occurrence.
  private struct Context {
    let before: String
    let key: String
    let after: String

    init(_ hit: SearchAnswer.Hit) {
      let utf8 = Array(hit.text.utf8)
      let span = hit.spans.first ?? 0..<0
      func text(_ range: Range<Int>) -> String {
        TerminalText.escaped(String(decoding: utf8[range], as: UTF8.self))
      }
      before = text(0..<span.lowerBound)
      key = text(span)
      after = text(span.upperBound..<utf8.count)
    }
  }

  private func line(of context: Context, at column: Int) -> String {
    let before = Columns.right(Columns.clippedStart(context.before, to: column), column)
    let key = "[" + Columns.clipped(context.key, to: Columns.width - column - 2) + "]"
    let room = Columns.width - column - Columns.count(key)
    return before + colour(key, .strong) + Columns.clipped(context.after, to: room)
  }

  private func tail(of hit: SearchAnswer.Hit) -> String {
    var parts = [hit.memory]
    if let changed = hit.changed { parts.append(changed.day) }
    if showsIDs { parts.append("unit \(hit.unit)") }
    return parts.joined(separator: " · ")
  }
}
