import Calque
import CalqueModel

/// The article of `suggest` as a page: the text with its terms, and beside it what they are called.
struct SuggestHTML {
  let suggestions: Suggestions
  let text: String
  let parts: Set<SuggestOptions.Part>
  private let marks: [SuggestMark]

  init(_ suggestions: Suggestions, text: String, parts: Set<SuggestOptions.Part>) {
    self.suggestions = suggestions
    self.text = text
    self.parts = parts
    marks = suggestions.marks()
  }

  /// The whole page.
  var page: String {
    let name = suggestions.file == "-" ? "Article" : suggestions.file
    return HTMLPage(title: name, summary: summary) { html in
      html.element("div", ["class": "split"]) { html in
        html.element("article", ["lang": suggestions.pair.source.written]) { article(&$0) }
        html.element("aside", ["aria-label": "Terms and matches", "tabindex": "0"]) { panel(&$0) }
      }
    }.text
  }

  /// The article's date, its languages, and the numbers of terms and matches.
  var summary: String {
    let page = SuggestPage(suggestions: suggestions, parts: parts, colour: Colour(.never))
    return page.header() + " · " + page.footer(marks)
  }

  // MARK: The article

  private func article(_ html: inout HTMLText) {
    let bytes = Array(text.utf8)
    var place = 0
    var next = 0
    html.raw("<p>")
    func write(to end: Int, _ html: inout HTMLText) {
      guard place < end else { return }
      let piece = String(decoding: bytes[place..<min(end, bytes.count)], as: UTF8.self)
      let paragraphs = piece.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, paragraph) in paragraphs.enumerated() {
        if number > 0 { html.raw("</p>\n<p>") }
        html.text(String(paragraph))
      }
      place = end
    }
    for (number, sentence) in suggestions.sentences.enumerated() {
      write(to: sentence.range.lowerBound, &html)
      while next < marks.count, marks[next].range.lowerBound < sentence.range.upperBound {
        let mark = marks[next]
        next += 1
        guard mark.range.lowerBound >= place else { continue }
        write(to: mark.range.lowerBound, &html)
        html.element("a", ["class": "mark", "href": "#t\(mark.number)"]) { html in
          write(to: mark.range.upperBound, &html)
          html.element("sup") { $0.text("\(mark.number)") }
        }
      }
      write(to: sentence.range.upperBound, &html)
      if suggestions.matches.contains(where: { $0.sentence == number }) {
        html.element(
          "a",
          [
            "class": "mark memory", "href": "#m\(number)",
            "aria-label": "Matches for the sentence before",
          ]
        ) { html in html.element("sup") { $0.text("≈") } }
      }
    }
    write(to: bytes.count, &html)
    html.raw("</p>")
  }

  // MARK: The panel

  private func panel(_ html: inout HTMLText) {
    if parts.contains(.terms), !marks.isEmpty {
      html.element("h2") { $0.text("Terms") }
      for mark in marks where mark.isFirst { entry(mark, &html) }
    }
    if !suggestions.matches.isEmpty {
      html.element("h2") { $0.text("Matches") }
      for number in suggestions.sentences.indices { matches(of: number, &html) }
    }
    phrases("What the memories say", suggestions.renderings, &html)
    phrases("Candidates", suggestions.candidates, &html)
  }

  private func entry(_ mark: SuggestMark, _ html: inout HTMLText) {
    html.element("section", ["class": "entry", "id": "t\(mark.number)"]) { html in
      for (place, answer) in mark.answers.enumerated() {
        html.element(place == 0 ? "h3" : "p") { html in
          if place == 0 { html.text("\(mark.number)  ") }
          html.element("span", ["lang": suggestions.pair.source.written]) { $0.text(answer.term) }
        }
        translations(of: answer, &html)
        let remarks = answer.remarks(testedFor: "at the article's date")
        html.element("p", ["class": "remarks"]) { html in
          html.text(remarks.isEmpty ? answer.glossary : remarks + " · " + answer.glossary)
        }
      }
    }
  }

  private func translations(of answer: TermAnswer, _ html: inout HTMLText) {
    html.element("ul", ["lang": suggestions.pair.target.written]) { html in
      for translation in answer.translations {
        html.element("li", ["class": translation.status == .forbidden ? "bad" : nil]) { html in
          html.text((translation.status == .forbidden ? "✗ " : "") + translation.text)
        }
      }
    }
  }

  private func matches(of number: Int, _ html: inout HTMLText) {
    let matches = suggestions.matches.filter { $0.sentence == number }.map(\.match)
    guard !matches.isEmpty else { return }
    let sentence = suggestions.sentences[number]
    html.element("section", ["class": "entry", "id": "m\(number)"]) { html in
      html.element("p", ["class": "place"]) { $0.text("\(sentence.line):\(sentence.column)") }
      for match in matches {
        html.element("p", ["lang": suggestions.pair.source.written]) { html in
          html.text("\(match.score)%  ")
          differences(of: match, from: sentence.text, &html)
        }
        html.element("p", ["lang": suggestions.pair.target.written]) { $0.text(match.target) }
        let tail = [match.memories.joined(separator: ", ")] + Wording.warnings(match)
        html.element("p", ["class": "remarks"]) { $0.text(tail.joined(separator: " · ")) }
      }
    }
  }

  /// The match's source, with what only one of the two sentences has.
  private func differences(of match: MatchAnswer, from query: String, _ html: inout HTMLText) {
    for piece in match.pieces(comparedWith: query) {
      html.text(piece.blank)
      switch piece.kind {
      case .same: html.text(piece.text)
      case .removed: html.element("del") { $0.text(piece.text) }
      case .added: html.element("ins") { $0.text(piece.text) }
      }
    }
  }

  private func phrases(_ title: String, _ phrases: [SuggestedPhrase], _ html: inout HTMLText) {
    if phrases.isEmpty { return }
    html.element("h2") { $0.text(title) }
    for phrase in phrases {
      html.element("section", ["class": "entry"]) { html in
        html.element("h3", ["lang": suggestions.pair.source.written]) { $0.text(phrase.surface) }
        html.element("p", ["class": "kind"]) { html in
          html.text(
            "\(phrase.line):\(phrase.column)" + (phrase.kind.map { " · \($0)" } ?? "")
              + (phrase.expansion.map { " · \($0)" } ?? ""))
        }
        if !phrase.translations.isEmpty {
          html.element("ul", ["lang": suggestions.pair.target.written]) { html in
            for rendering in phrase.translations {
              html.element("li") { $0.text("\(rendering.text) · \(rendering.count) ×") }
            }
          }
        }
      }
    }
  }
}
