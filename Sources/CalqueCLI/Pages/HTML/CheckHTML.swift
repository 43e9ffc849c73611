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
        side(pair.source, findings.map(\.source), number, &html)
      }
      html.element("td", ["lang": report.pair.target.written]) { html in
        side(pair.target, findings.map(\.target), number, &html)
      }
    }
    if findings.isEmpty { return }
    html.element("tr") { html in
      html.element("td", ["colspan": "2"]) { html in
        for (place, finding) in findings.enumerated() {
          html.element("div", ["class": "entry", "id": "f\(number)-\(place)"]) { html in
            html.element("span", ["class": finding.severity == .note ? nil : "bad"]) { html in
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

  /// A segment with its findings as links; a finding about the whole segment follows the text.
  private func side(
    _ segment: CheckFinding.Place, _ places: [CheckFinding.Place], _ number: Int,
    _ html: inout HTMLText
  ) {
    let bytes = Array(segment.text.utf8)
    let start = segment.range.lowerBound
    var told = 0
    func text(to end: Int) -> String {
      defer { told = max(told, end) }
      return told < end ? String(decoding: bytes[told..<end], as: UTF8.self) : ""
    }
    func link(_ place: Int, _ words: String, _ html: inout HTMLText) {
      html.element("a", ["class": "mark bad", "href": "#f\(number)-\(place)"]) { html in
        html.text(words)
        html.element("sup") { $0.text("\(place + 1)") }
      }
    }
    let inside = places.enumerated().filter { $0.element.range != segment.range }
      .sorted { $0.element.range.lowerBound < $1.element.range.lowerBound }
    for (place, mark) in inside where mark.range.lowerBound - start >= told {
      html.text(text(to: mark.range.lowerBound - start))
      link(place, text(to: mark.range.upperBound - start), &html)
    }
    html.text(text(to: bytes.count))
    for (place, mark) in places.enumerated() where mark.range == segment.range {
      link(place, " ", &html)
    }
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
