import CalqueMatch
import CalqueModel

/// A piece of the text that shows how a match differs from its query.
///
///     // query: Le grand sommet      match: Le prochain sommet
///     // same Le · removed grand · added prochain · same sommet
///
/// The pieces in a row, each behind its blank, are the match's source with what the query had in
/// place of its parts:
///
///     for piece in match.pieces(comparedWith: query) {
///       text += piece.blank
///       switch piece.kind {
///       case .same: text += piece.text
///       case .removed: text += "[-\(piece.text)-]"
///       case .added: text += "[+\(piece.text)+]"
///       }
///     }
public struct MatchPiece: Hashable, Sendable {
  /// The texts that have a piece.
  public enum Kind: String, CaseIterable, Sendable {
    /// Both texts have the piece, as the match writes it.
    case same
    /// Only the query has the piece.
    case removed
    /// Only the match has the piece.
    case added
  }

  /// The texts that have the piece.
  public let kind: Kind
  /// The white space before the piece; often empty at the beginning and before punctuation.
  public let blank: String
  /// The piece's text, without the white space around; empty for white space at the end.
  public let text: String
}

extension MatchAnswer {
  /// The differences as pieces of text, in order.
  ///
  /// A stretch that the match has instead of another makes two pieces: what the query had, and what
  /// the match has.
  ///
  /// - Parameter query: the text that was looked up: `LookupAnswer.query`, or the text of the
  ///   sentence for the matches of one.
  /// - Returns: the pieces.
  public func pieces(comparedWith query: String) -> [MatchPiece] {
    var walk = MatchWalk(query: query, match: source)
    for (place, difference) in differences.enumerated() {
      walk.take(difference, before: differences.dropFirst(place + 1).first)
    }
    return walk.finished()
  }
}

/// A walk along a query and a match, which takes the white space between two stretches from them.
private struct MatchWalk {
  let query: String
  let match: String
  private var pieces: [MatchPiece] = []
  /// The position reached in each text.
  private var told = (query: 0, match: 0)
  /// Whether any of the match was taken.
  private var isInside = false
  /// The query's white space behind a removed piece, which the next piece takes.
  private var blank = ""

  init(query: String, match: String) { (self.query, self.match) = (query, match) }

  mutating func take(_ difference: Difference, before next: Difference?) {
    switch difference.kind {
    case .same: take(.same, difference.match)
    case .added: take(.added, difference.match)
    case .removed: take(removed: difference.query, before: next)
    case .changed:
      take(removed: difference.query, before: nil)
      take(.added, difference.match)
    }
    told.query = difference.query?.upperBound ?? told.query
    told.match = difference.match?.upperBound ?? told.match
    isInside = isInside || difference.match != nil
  }

  private mutating func take(_ kind: MatchPiece.Kind, _ span: Range<Int>?) {
    guard let span else { return }
    add(kind, text(match, told.match, span.lowerBound), match[utf8: span])
  }

  /// Takes what only the query holds, with the query's white space.
  ///
  /// Inside the match, the white space before the text is taken. Without such white space, and at
  /// the beginning of the match, that after the text is taken if an equal stretch follows which has
  /// none of its own.
  private mutating func take(removed span: Range<Int>?, before next: Difference?) {
    guard let span else { return }
    let lead = isInside ? text(query, told.query, span.lowerBound) : ""
    add(.removed, lead, query[utf8: span])
    guard lead.isEmpty, let next, next.kind == .same, let asked = next.query,
      next.match?.lowerBound == told.match
    else { return }
    blank = text(query, span.upperBound, asked.lowerBound)
  }

  private mutating func add(_ kind: MatchPiece.Kind, _ before: String, _ text: String) {
    pieces.append(MatchPiece(kind: kind, blank: blank + before, text: text))
    blank = ""
  }

  /// The pieces, with the white space at the end of the match.
  mutating func finished() -> [MatchPiece] {
    let rest = blank + text(match, told.match, match.utf8.count)
    if !rest.isEmpty { pieces.append(MatchPiece(kind: .same, blank: rest, text: "")) }
    return pieces
  }

  private func text(_ text: String, _ start: Int, _ end: Int) -> String {
    start < end ? text[utf8: start..<end] : ""
  }
}
