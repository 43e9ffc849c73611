import Calque
import CalqueMatch

/// How a match came by its score and its place, where `--explain` asks.
///
///       +prochain 19.4
///       tokens 80, characters 31, memory −5: 75; missing 0; below by score
struct ExplanationPage {
  let colour: Colour
  let indent: String

  /// The lines below a match; none where nothing was asked.
  func lines(of match: MatchAnswer) -> [String] {
    guard let explanation = match.explanation else { return [] }
    let steps = explanation.steps.map { step in
      text(of: step) + " " + Self.rounded(explanation.points(of: step))
    }
    return packed(steps).map { indent + colour($0, .faint) }
      + [indent + colour(account(of: match, explanation), .faint)]
  }

  /// As many of the steps on each line as fit.
  private func packed(_ steps: [String]) -> [String] {
    var lines = [String]()
    for step in steps {
      if let last = lines.last,
        Columns.count(indent + last) + 3 + Columns.count(step) <= Columns.width
      {
        lines[lines.count - 1] = last + " · " + step
      } else {
        lines.append(step)
      }
    }
    return lines
  }

  private func text(of step: Explanation.Step) -> String {
    let (query, match) = (
      step.query.map { TerminalText.escaped($0) } ?? "",
      step.match.map { TerminalText.escaped($0) } ?? ""
    )
    return switch step.kind {
    case .insert: "+\(match)"
    case .delete: "-\(query)"
    case .exchange: "\(query)→\(match)"
    }
  }

  private func account(of match: MatchAnswer, _ explanation: Explanation) -> String {
    var parts = ["tokens \(explanation.base)"]
    if let short = explanation.short { parts.append("characters \(short)") }
    if match.kind == .exact { parts = ["equal 100"] }
    parts += match.penalties.map { "\($0.name) −\($0.points)" }
    var text = parts.joined(separator: ", ") + ": \(match.score); missing \(explanation.missing)"
    if let lost = explanation.lost { text += "; \(Self.wording(lost))" }
    return text
  }

  private static func wording(_ lost: Explanation.Criterion) -> String {
    switch lost {
    case .score: "below by score"
    case .distance: "below by distance"
    case .missing: "below by what is missing"
    case .status: "below by status"
    case .changed: "below by date"
    case .id: "below by id"
    case .minimum: "below the lowest score to show"
    }
  }

  /// A number of points with one decimal.
  private static func rounded(_ points: Double) -> String {
    let tenths = Int((points * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
