import Calque
import CalqueModel
import CalqueSystem

/// The page of `stats FILE`: the bands with their sizes, and a bar a band.
struct BandHTML {
  let analysis: FileAnalysis

  /// The file and the number of its segments, in one line.
  var summary: String {
    let segments = Wording.count(analysis.bands.total.segments, "segment")
    return analysis.pair.map { "\($0) · \(segments)" } ?? segments
  }

  /// The whole page.
  var page: String {
    let bands = analysis.bands
    return HTMLPage(
      title: "What the memories know of " + Paths.name(of: analysis.file), summary: summary
    ) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", ["scope": "col"]) { $0.text("band") }
            for name in ["segments", "words", "characters"] {
              html.element("th", ["scope": "col", "class": "number"]) { $0.text(name) }
            }
            html.element("th", ["scope": "col"]) { $0.text("share of the words") }
          }
        }
        html.element("tbody") { html in
          for band in MatchBand.allCases {
            row(band.rawValue, bands.size(band), of: bands.total.words, &html)
          }
          row("total", bands.total, of: bands.total.words, &html)
        }
      }
    }.text
  }

  private func row(
    _ name: String, _ size: BandAnalysis.Size, of words: Int, _ html: inout HTMLText
  ) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { $0.text(name) }
      for number in [size.segments, size.words, size.characters] {
        html.element("td", ["class": "number"]) { $0.text(Wording.number(number)) }
      }
      html.element("td") { html in
        let share = words == 0 ? 0 : Double(size.words) / Double(words)
        html.element("svg", ["class": "bar", "viewBox": "0 0 1000 40", "aria-hidden": "true"]) {
          $0.element("rect", ["width": "\(Int(share * 1_000))", "height": "40"])
        }
        html.text(" \(Int((share * 100).rounded())) %")
      }
    }
  }
}
