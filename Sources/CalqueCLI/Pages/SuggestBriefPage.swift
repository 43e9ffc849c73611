import Calque
import CalqueModel

/// The page of `suggest --brief`: a line a term, at its first mention, and a line a match.
///
///     3:14    Bercy → Ministry of Economy · Finance Ministry                institutions
///     3:65    100%  France will host the next summit.                            archive
struct SuggestBriefPage {
  let page: SuggestPage

  private static let margin = 8
  /// The columns that a cut term keeps at least.
  private static let shortest = 12

  private var suggestions: Suggestions { page.suggestions }

  /// Every line of the page.
  func lines(width: Int = Columns.width) -> [String] {
    let marks = suggestions.marks()
    var lines = [(place: Int, text: String)]()
    for mark in marks where !mark.unexplained.isEmpty {
      lines.append((mark.range.lowerBound, line(of: mark, width)))
    }
    for match in suggestions.matches {
      let sentence = suggestions.sentences[match.sentence]
      let text = "\(match.match.score)%  \(match.match.target)"
      let tail = match.match.memories.joined(separator: ", ")
      lines.append(
        (
          sentence.range.upperBound,
          line(at: sentence.line, sentence.column, [text], then: "", tail, width)
        ))
    }
    // Terms come before the matches of their sentence; a stable order keeps the best match first.
    let ordered = lines.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    return [page.header(), ""] + ordered.map(\.element.text) + ["", page.footer(marks)]
  }

  private func line(of mark: SuggestMark, _ width: Int) -> String {
    var choices = [String]()
    for answer in mark.answers {
      for (place, translation) in answer.translations.enumerated()
      where translation.status != .forbidden && !choices.contains(translation.text) {
        let acronym = place == 0 ? mark.acronym(in: answer) : nil
        choices.append(translation.text + (acronym.map { " (\($0))" } ?? ""))
      }
    }
    guard let first = mark.answers.first else { return "" }
    let term = first.term + (first.isDoubtful ? " (?)" : "") + " → "
    return line(at: first.line, first.column, choices, then: term, first.glossary, width)
  }

  /// A line with as many of the choices as it has room for, at least one.
  private func line(
    at line: Int, _ column: Int, _ choices: [String], then term: String, _ tail: String,
    _ width: Int
  ) -> String {
    let place = Columns.left("\(line):\(column)", Self.margin - 1) + " "
    let tail = TerminalText.escaped(tail)
    let room = max(1, width - Columns.count(place) - Columns.count(tail) - 2)
    // A long term is cut, not its translation.
    let first = choices.first.map { Columns.count(TerminalText.escaped($0)) } ?? 0
    var text = TerminalText.escaped(term)
    if Columns.count(text) + first > room, Columns.count(text) > Self.shortest {
      text = Columns.clipped(text, to: max(Self.shortest, room - first - 3)) + " → "
    }
    for (number, choice) in choices.enumerated() {
      let next = (number == 0 ? "" : " · ") + TerminalText.escaped(choice)
      if number > 0, Columns.count(text) + Columns.count(next) > room { break }
      text += next
    }
    text = Columns.clipped(text, to: room)
    let gap = String(repeating: " ", count: max(0, room - Columns.count(text)) + 2)
    return page.colour(place, .faint) + text + gap + page.colour(tail, .faint)
  }
}
