import Calque

extension Paragraph {
  /// Adds a match's source, with the differences from the query marked.
  ///
  ///     La France accueillera le [-grand-] [+prochain+] sommet.
  ///
  /// - Parameters:
  ///   - match: the match.
  ///   - query: the text looked up.
  mutating func append(_ match: MatchAnswer, foundBy query: String) {
    var marking = Marking(query: Array(query.utf8), match: Array(match.source.utf8))
    for (place, difference) in match.differences.enumerated() {
      let next = match.differences.dropFirst(place + 1).first
      marking.append(difference, before: next, to: &self)
    }
    append(marking.rest)
  }
}

/// A walk along a query and a match: the white space between two stretches comes from the texts.
private struct Marking {
  let query: [UInt8]
  let match: [UInt8]
  /// The position reached in each text.
  private var told = (query: 0, match: 0)
  /// Whether any of the match was added.
  private var isInside = false

  init(query: [UInt8], match: [UInt8]) {
    (self.query, self.match) = (query, match)
  }

  /// The text after the last stretch.
  var rest: String { Self.text(match, told.match, match.count) }

  mutating func append(
    _ difference: Difference, before next: Difference?, to paragraph: inout Paragraph
  ) {
    switch difference.kind {
    case .same:
      if let span = difference.match {
        paragraph.append(Self.text(match, told.match, span.upperBound))
      }
    case .added: append(added: difference.match, to: &paragraph)
    case .removed: append(removed: difference.query, before: next, to: &paragraph)
    case .changed:
      append(removed: difference.query, before: difference, to: &paragraph)
      append(added: difference.match, to: &paragraph)
    }
    told.query = difference.query?.upperBound ?? told.query
    told.match = difference.match?.upperBound ?? told.match
    isInside = isInside || difference.match != nil
  }

  private func append(added span: Range<Int>?, to paragraph: inout Paragraph) {
    guard let span else { return }
    paragraph.append(Self.text(match, told.match, span.lowerBound))
    paragraph.append(
      mark: "[+", Self.text(match, span.lowerBound, span.upperBound), "+]", .added)
  }

  /// Adds text that only the query holds, with the query's white space.
  ///
  /// Inside the match, the white space before the text is added. Without such white space, and at
  /// the beginning of the match, the white space after the text is added if an equal stretch
  /// follows.
  private func append(
    removed span: Range<Int>?, before next: Difference?, to paragraph: inout Paragraph
  ) {
    guard let span else { return }
    let lead = isInside ? Self.text(query, told.query, span.lowerBound) : ""
    paragraph.append(lead)
    paragraph.append(
      mark: "[-", Self.text(query, span.lowerBound, span.upperBound), "-]", .missing)
    guard lead.isEmpty, let next, next.kind == .same, let (asked, found) = next.spans,
      found.lowerBound == told.match
    else { return }
    paragraph.append(Self.text(query, span.upperBound, asked.lowerBound))
  }

  private static func text(_ utf8: [UInt8], _ start: Int, _ end: Int) -> String {
    // Spans from another program are clamped to the text.
    let end = min(max(0, end), utf8.count)
    return String(decoding: utf8[min(max(0, start), end)..<end], as: UTF8.self)
  }
}

extension Difference {
  /// The spans in query and match; nil unless both exist.
  fileprivate var spans: (query: Range<Int>, match: Range<Int>)? {
    guard let query, let match else { return nil }
    return (query, match)
  }
}
