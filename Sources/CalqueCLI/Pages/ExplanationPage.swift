import Calque

/// The origin of a match's score and rank, for `--explain`.
///
///       +prochain 19.4
///       words 100 − 19.4 = 80 · letters 31 · memory −5 · score 75 · below by score
struct ExplanationPage {
  let colour: Colour
  let indent: String

  /// The lines below a match; empty without `--explain`.
  func lines(of match: MatchAnswer) -> [String] {
    guard let explanation = match.explanation else { return [] }
    let steps = explanation.steps.map { step in
      text(of: step) + " " + Self.rounded(explanation.points(of: step))
    }
    return (packed(steps) + packed(account(of: match, explanation))).map {
      indent + colour($0, .faint)
    }
  }

  /// Packs as many parts on each line as fit, without breaking a part.
  private func packed(_ parts: [String]) -> [String] {
    if parts.isEmpty { return [] }
    var paragraph = Paragraph()
    for part in parts { paragraph.append(phrase: part, after: " · ") }
    return paragraph.lines(width: Columns.width - Columns.count(indent)).map(\.text)
  }

  private func text(of step: Explanation.Step) -> String {
    let (query, match) = (step.query ?? "", step.match ?? "")
    return switch step.kind {
    case .insert: "+\(match)"
    case .delete: "-\(query)"
    case .exchange: "\(query)→\(match)"
    }
  }

  private func account(of match: MatchAnswer, _ explanation: Explanation) -> [String] {
    let share = 100 * Double(explanation.score.distance) / Double(explanation.score.weight)
    var parts = ["words 100 − \(Self.rounded(share)) = \(explanation.base)"]
    if let short = explanation.short { parts.append("letters \(short)") }
    if match.kind != .fuzzy { parts = ["equal 100"] }
    if !match.context.isEmpty { parts.append("context +\(min(2, match.context.count))") }
    parts += match.penalties.map { "\($0.name) −\($0.points)" }
    parts.append("score \(match.score)")
    // The unit is hundredths of a weight, times sixteenths of a doubling of the rarity.
    let lacking = (explanation.missing + 800) / 1_600
    if lacking > 0 { parts.append("rarity of what it lacks \(Wording.number(lacking))") }
    if let lost = explanation.lost { parts.append(Self.wording(lost)) }
    return parts
  }

  private static func wording(_ lost: Explanation.Criterion) -> String {
    switch lost {
    case .score: "below by score"
    case .distance: "below by distance"
    case .missing: "below by what it lacks"
    case .status: "below by status"
    case .changed: "below by date"
    case .id: "below by id"
    case .minimum: "below the lowest score to show"
    }
  }

  /// A number of points, with one decimal.
  private static func rounded(_ points: Double) -> String {
    let tenths = Int((points * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
