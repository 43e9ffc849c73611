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

  /// The lines: the term, the forbidden translations, the remarks.
  func lines(width: Int = Columns.width) -> [String] {
    var text = Paragraph(answer.term + (answer.isDoubtful ? " (?)" : "") + " →")
    text.append(choices: renderings)
    let forbidden = answer.translations.filter { $0.status == .forbidden }.map(\.text)
    var lines = row(text, width)
    if !forbidden.isEmpty {
      lines += Columns.row(Paragraph(avoided: forbidden), indent: indent, width: width, colour)
    }
    return lines + remarks(width)
  }

  private func row(_ text: Paragraph, _ width: Int) -> [String] {
    Columns.row(text, answer.glossary, indent: indent, label: label, width: width, colour)
  }

  private func remarks(_ width: Int) -> [String] {
    Columns.remarks(answer.remarks(testedFor: date), indent: indent, width: width, colour)
  }
}

extension Paragraph {
  /// The forbidden translations: `✗ guard of the seals · guardian of the seals`.
  ///
  /// A line does not end behind the cross.
  init(avoided: [String]) {
    self.init()
    append(choices: (avoided.first.map { ["✗ " + $0] } ?? []) + avoided.dropFirst())
  }

  /// Adds phrases with dots between; each phrase is kept whole.
  fileprivate mutating func append(choices: [String]) {
    for (place, choice) in choices.enumerated() {
      append(phrase: choice + (place + 1 < choices.count ? " ·" : ""))
    }
  }
}
