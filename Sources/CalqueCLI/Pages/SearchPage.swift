import Calque
import CalqueModel

/// The page of a search: each hit in its context, with the query in one column.
///
/// The other side is printed below each hit. What the query found is in brackets on both sides, and
/// so is what stands opposite. The layout is known as KWIC; after H. P. Luhn, American Documentation 11 (1960).
///
///        La France accueillera le prochain [sommet] sur la sécurité de l’IA.
///      France will host the next summit on AI safety.           archive · 2023-10-12
struct SearchPage {
  let colour: Colour
  let showsIDs: Bool

  private static let indent = "    "
  /// The maximum number of a glossary's entries above the hits.
  private static let mostEntries = 5

  /// The entries and hits of one query.
  func lines(of answer: SearchAnswer) -> [String] {
    let rows = RenderingRows(colour: colour)
    var renderings = rows.lines(of: answer.renderings, in: answer.examined)
    if let examined = answer.examined, !renderings.isEmpty {
      renderings.append(colour(Self.base(examined, unlinked: answer.unlinked ?? 0), .faint))
    }
    return entries(of: answer) + renderings + (renderings.isEmpty ? [] : [""]) + hits(of: answer)
  }

  /// What the shares of renderings are of.
  private static func base(_ examined: Int, unlinked: Int) -> String {
    let all = "of \(Wording.count(examined, "unit")) looked at"
    if unlinked == 0 { return all }
    return all + "; \(unlinked) \(unlinked == 1 ? "says" : "say") nothing clear"
  }

  /// The answer to one line of several, with the line itself above.
  func block(of answer: SearchAnswer) -> [String] {
    let heading = colour("> " + TerminalText.escaped(answer.query.withoutReturn), .strong)
    return [heading] + (answer.isEmpty ? [Self.indent + "nothing"] : lines(of: answer))
  }

  // MARK: Hits

  private func hits(of answer: SearchAnswer) -> [String] {
    let hits = Self.once(answer.hits)
    let contexts = hits.map { Context($0.text, $0.spans) }
    let longest = contexts.map { Columns.count($0.before) }.max() ?? 0
    let column = min(longest, Columns.width / 2)
    return zip(hits, contexts).flatMap { hit, context in
      [line(of: context, at: column)]
        + Columns.row(
          Paragraph(hit.otherText, marking: hit.otherMarks), tail(of: hit), indent: Self.indent,
          colour)
    }
  }

  /// The hits without those whose pair is there already from its other side.
  private static func once(_ hits: [SearchAnswer.Hit]) -> [SearchAnswer.Hit] {
    var kept = [SearchAnswer.Hit]()
    for hit in hits {
      if let last = kept.last, last.unit == hit.unit, last.side != hit.side,
        last.source == hit.source, last.target == hit.target
      {
        continue
      }
      kept.append(hit)
    }
    return kept
  }

  /// A text cut around the query's first occurrence; the later ones are marked.
  private struct Context {
    let before: String
    let key: String
    let after: String

    init(_ text: String, _ spans: [Range<Int>]) {
      let utf8 = Array(text.utf8)
      func part(_ range: Range<Int>) -> String {
        TerminalText.escaped(String(decoding: utf8[range], as: UTF8.self))
      }
      let span = spans.first ?? 0..<0
      before = part(0..<span.lowerBound)
      key = part(span)
      var (rest, place) = ("", span.upperBound)
      for span in spans.dropFirst() {
        rest += part(place..<span.lowerBound) + "[" + part(span) + "]"
        place = span.upperBound
      }
      after = rest + part(place..<utf8.count)
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
    if let aligned = hit.aligned { parts.append(Wording.aligned(aligned)) }
    if showsIDs { parts.append("unit \(hit.unit)") }
    return parts.joined(separator: " · ")
  }

  // MARK: Glossaries

  private func entries(of answer: SearchAnswer) -> [String] {
    var lines = answer.entries.prefix(Self.mostEntries).flatMap { entry in
      var paragraph = Paragraph()
      paragraph.append(entry.source, marking: entry.side == .source ? entry.spans : [])
      paragraph.append(" → ")
      paragraph.append(entry.target, marking: entry.side == .target ? entry.spans : [])
      return Columns.row(paragraph, entry.glossary, indent: "", colour)
    }
    let more = answer.entries.count - Self.mostEntries
    if more > 0 {
      lines.append(
        Self.indent + "… and \(Wording.count(more, "more term")) of the glossaries (term list)")
    }
    return lines
  }
}

extension SearchAnswer.Hit {
  /// What is marked on the other side, left to right: the query, and what stands opposite it.
  fileprivate var otherMarks: [Range<Int>] {
    (otherSpans + counterparts).sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) {
      if let last = $0.last, $1.lowerBound < last.upperBound {
        $0[$0.count - 1] = last.lowerBound..<max(last.upperBound, $1.upperBound)
      } else {
        $0.append($1)
      }
    }
  }
}

extension Paragraph {
  /// A paragraph with some stretches in brackets.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - spans: the stretches, in UTF-8 bytes of the text, left to right.
  init(_ text: String, marking spans: [Range<Int>]) {
    self.init()
    append(text, marking: spans)
  }

  /// Adds a text with some stretches in brackets.
  mutating func append(_ text: String, marking spans: [Range<Int>]) {
    let utf8 = Array(text.utf8)
    var place = 0
    for span in spans {
      append(String(decoding: utf8[place..<span.lowerBound], as: UTF8.self))
      append(mark: "[", String(decoding: utf8[span], as: UTF8.self), "]", .strong)
      place = span.upperBound
    }
    append(String(decoding: utf8[place...], as: UTF8.self))
  }
}
