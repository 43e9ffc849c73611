import Calque
import CalqueModel

/// A term with its translations and warnings, as lookup and suggest print the term.
///
///        6  garde des Sceaux → justice minister · minister of justice          government
///           ✗ guard of the seals · guardian of the seals
///           Traditional title.
struct TermRow {
  let answer: TermAnswer
  /// The allowed translations.
  let renderings: [String]
  /// The date of the term's check: `today`, `at the article's date`.
  let date: String
  let indent: String
  /// The beginning of the first line, in place of the indent.
  let label: String
  let colour: Colour

  /// The lines: forbidden translations move to a line of their own if they do not fit on the first.
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
  /// Adds phrases with dots between; each phrase is kept whole.
  fileprivate mutating func append(choices: [String]) {
    for (place, choice) in choices.enumerated() {
      append(phrase: choice + (place + 1 < choices.count ? " ·" : ""))
    }
  }
}
