import Calque
import CalqueModel

/// The page of `check`: both texts beside each other, with the findings below each pair.
struct CheckHTML {
  let report: CheckReport

  /// The whole page.
  var page: String {
    let name = report.pairs.first?.target.file ?? "Check"
    let footer = CheckPage(report: report, colour: Colour(.never)).footer
    return HTMLPage(title: "Check of " + name, summary: footer) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for language in [report.pair.source, report.pair.target] {
              html.element("th", ["scope": "col"]) { $0.text(language.written) }
            }
          }
        }
        html.element("tbody") { html in
          for (number, pair) in report.pairs.enumerated() { rows(number, pair, &html) }
        }
      }
    }.text
  }

  private func rows(_ number: Int, _ pair: CheckReport.Pair, _ html: inout HTMLText) {
    let findings = report.findings.filter { finding in
      pair.source.range.contains(finding.source.range)
        && pair.target.range.contains(finding.target.range)
    }
    html.element("tr") { html in
      html.element("td", ["lang": report.pair.source.written]) { html in
        side(pair.source, findings.map { ($0.source, $0.severity) }, number, &html)
      }
      html.element("td", ["lang": report.pair.target.written]) { html in
        side(pair.target, findings.map { ($0.target, $0.severity) }, number, &html)
      }
    }
    if findings.isEmpty { return }
    html.element("tr") { html in
      html.element("td", ["colspan": "2"]) { html in
        for (place, finding) in findings.enumerated() {
          html.element("div", ["class": "entry", "id": "f\(number)-\(place)"]) { html in
            html.element("span", ["class": Self.weight(finding.severity)]) { html in
              html.text("\(place + 1) \(finding.severity.rawValue): ")
            }
            html.text(finding.message + " ")
            html.element("span", ["class": "place"]) { html in
              html.text(
                "\(finding.target.line):\(finding.target.column) · \(finding.rule.rawValue)")
            }
          }
        }
      }
    }
  }

  /// The class of a finding's weight; nil for a note, which has the colour of a link.
  private static func weight(_ severity: CheckFinding.Severity) -> String? {
    switch severity {
    case .error: "bad"
    case .warning: "warn"
    case .note: nil
    }
  }

  /// A segment with its findings as links.
  ///
  /// A finding about the whole segment is a link of the whole text. Where others stand inside, and
  /// where two overlap, the number alone is the link.
  private func side(
    _ segment: CheckFinding.Place, _ marks: [(CheckFinding.Place, CheckFinding.Severity)],
    _ number: Int, _ html: inout HTMLText
  ) {
    let bytes = Array(segment.text.utf8)
    let start = segment.range.lowerBound
    var told = 0
    func text(to end: Int) -> String {
      defer { told = max(told, end) }
      return told < end ? String(decoding: bytes[told..<end], as: UTF8.self) : ""
    }
    func link(_ place: Int, _ words: String, _ html: inout HTMLText) {
      let classes = ["mark", Self.weight(marks[place].1)].compactMap(\.self)
      html.element(
        "a", ["class": classes.joined(separator: " "), "href": "#f\(number)-\(place)"]
      ) { html in
        html.text(words)
        html.element("sup") { $0.text("\(place + 1)") }
      }
    }
    let ranges = marks.map { ($0.0.range.lowerBound - start)..<($0.0.range.upperBound - start) }
    let inside = ranges.indices.filter { ranges[$0] != 0..<bytes.count }
      .sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    for place in inside {
      html.text(text(to: ranges[place].lowerBound))
      link(place, text(to: ranges[place].upperBound), &html)
    }
    let whole = ranges.indices.filter { ranges[$0] == 0..<bytes.count }
    for (order, place) in whole.enumerated() {
      let isText = order == 0 && inside.isEmpty
      link(place, !isText ? "" : bytes.isEmpty ? "nothing" : text(to: bytes.count), &html)
    }
    html.text(text(to: bytes.count))
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
