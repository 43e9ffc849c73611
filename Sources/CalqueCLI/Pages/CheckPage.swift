import Calque
import CalqueModel

/// The page of `check`.
///
///     story.en.txt:12:40: error: the number “12 000” is not carried over; expected “12,000”
///         fr  Le groupe emploie [12 000] salariés.
///         en  The group employs [1,200] people.
struct CheckPage {
  let report: CheckReport
  let colour: Colour

  /// Every line of the page.
  func lines() -> [String] {
    var lines: [String] = []
    for finding in report.findings {
      let place = finding.target
      let head =
        "\(TerminalText.escaped(place.file)):\(place.line):\(place.column): "
      lines.append(
        head + colour(finding.severity.rawValue, .strong) + ": "
          + TerminalText.escaped(finding.message) + " [\(finding.rule.rawValue)]")
      lines += row(report.pair.source, finding.source) + row(report.pair.target, finding.target)
    }
    return lines + [footer]
  }

  private func row(_ language: LanguageTag, _ place: CheckFinding.Place) -> [String] {
    if place.range.isEmpty { return [] }
    var paragraph = Paragraph()
    paragraph.append(place.text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return Columns.row(
      paragraph, indent: "        ", label: colour(Columns.right("\(language)", 6), .faint) + "  ",
      colour)
  }

  var footer: String {
    let counts = CheckFinding.Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.findings.count { $0.severity == severity }
      return count == 0 ? nil : Wording.count(count, severity.rawValue)
    }
    let checked =
      "\(Wording.count(report.segments, "segment")) and \(Wording.count(report.terms, "term")) checked"
    return (counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")) + "; " + checked
  }
}
