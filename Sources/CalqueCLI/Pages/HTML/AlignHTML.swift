import Calque
import CalqueModel

/// The page of `align`: the beads of a pair side by side, each with its confidence.
///
/// A bead below .9 and a sentence without a counterpart are marks, which the keys reach.
struct AlignHTML {
  let document: AlignedDocument

  /// The confidence from which a bead is no mark.
  private static let doubtful = 0.9

  /// The numbers of the alignment, in one line.
  var summary: String {
    var summary = AlignmentSummary()
    summary.add(document)
    return AlignPage.line(of: summary).split(separator: "\n").joined(separator: "; ")
  }

  /// The whole page.
  var page: String {
    HTMLPage(title: "Alignment of " + document.name, summary: summary) { html in
      html.element("table", ["class": "beads"]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for name in [document.pair.source.written, document.pair.target.written, "confidence"] {
              html.element("th", ["scope": "col"]) { $0.text(name) }
            }
          }
        }
        html.element("tbody") { html in
          for (number, link) in shown.enumerated() { row(number + 1, link, &html) }
        }
      }
    }.text
  }

  /// The links but for those of blank lines.
  private var shown: [AlignedLink] {
    document.links.filter { link in
      !(document.sourceText(of: link) + document.targetText(of: link)).isEmpty
    }
  }

  private func row(_ number: Int, _ link: AlignedLink, _ html: inout HTMLText) {
    let isAlone = link.source.isEmpty || link.target.isEmpty
    html.element("tr", ["class": "entry", "id": "b\(number)"]) { html in
      side(document.pair.source, document.sourceText(of: link), &html)
      side(document.pair.target, document.targetText(of: link), &html)
      html.element("td", ["class": "number"]) { html in
        let words = isAlone ? "alone" : Wording.share(link.confidence)
        if isAlone || link.confidence < Self.doubtful {
          html.element("a", ["class": "mark bad", "href": "#b\(number)"]) { $0.text(words) }
        } else {
          html.text(words)
        }
        if !isAlone, link.kind != "1-1" {
          html.text(" ")
          html.element("span", ["class": "kind"]) { $0.text(link.kind) }
        }
      }
    }
  }

  private func side(_ language: LanguageTag, _ text: String, _ html: inout HTMLText) {
    html.element("td", ["lang": text.isEmpty ? nil : language.written]) { html in
      html.text(text.isEmpty ? "–" : text)
    }
  }
}
