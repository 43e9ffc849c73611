import Calque
import CalqueModel

/// A term with its translations and what to beware of, as lookup and suggest print it.
///
///        6  garde des Sceaux → justice minister · minister of justice          government
///           ✗ guard of the seals · guardian of the seals
///           Traditional title.
struct TermRow {
  let answer: TermAnswer
  /// What may be written.
  let renderings: [String]
  /// What the term was tested against: `today`, `at the article's date`.
  let date: String
  let indent: String
  /// What the first line begins with in place of the indent.
  let label: String
  let colour: Colour

  /// The lines: what must not be written has a line of its own where it does not fit beside the rest.
  func lines(width: Int = Columns.width) -> [String] {
    var text = Paragraph(answer.term + " →")
    text.append(choices: renderings)
    let forbidden = answer.translations.filter { $0.status == .forbidden }.map(\.text)
    let joined = joining(text, forbidden)
    let room = width - Columns.count(indent) - Columns.count(answer.glossary) - 2
    if forbidden.isEmpty || joined.lines(width: .max)[0].columns <= room {
      return row(joined, width) + remarks(width)
    }
    var avoided = Paragraph("✗")
    avoided.append(choices: forbidden)
    return row(text, width) + Columns.row(avoided, indent: indent, width: width, colour)
      + remarks(width)
  }

  private func joining(_ text: Paragraph, _ forbidden: [String]) -> Paragraph {
    if forbidden.isEmpty { return text }
    var text = text
    text.append(phrase: "✗", after: "  ")
    text.append(choices: forbidden)
    return text
  }

  private func row(_ text: Paragraph, _ width: Int) -> [String] {
    Columns.row(text, answer.glossary, indent: indent, label: label, width: width, colour)
  }

  private func remarks(_ width: Int) -> [String] {
    Columns.remarks(answer.remarks(testedFor: date), indent: indent, width: width, colour)
  }
}

extension Paragraph {
  /// Adds phrases with dots between them, each kept whole.
  fileprivate mutating func append(choices: [String]) {
    for (place, choice) in choices.enumerated() {
      append(phrase: choice + (place + 1 < choices.count ? " ·" : ""))
    }
  }
}
