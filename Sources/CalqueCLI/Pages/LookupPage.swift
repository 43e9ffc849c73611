import Calque
import CalqueModel

/// The page of a lookup.
///
///       88  La France accueillera le [+prochain+] sommet.
///           France will host the next summit.                    archive · 2023-10-12
struct LookupPage: Sendable {
  let pair: LanguagePair
  let colour: Colour
  let showsIDs: Bool
  /// Whether the closest score is told beside terms, too.
  var showsClosest = false

  private static let indent = "      "

  /// The matches and terms of one text.
  ///
  /// Terms that cover the whole text come first: a user who looks up *Bercy* wants the ministry,
  /// not segments.
  func lines(of answer: LookupAnswer) -> [String] {
    let matches = matches(of: answer)
    let terms = TermPage(colour: colour).lines(of: answer.terms)
    let length = answer.query.withoutReturn.utf8.count
    let isTerm = answer.terms.contains { $0.start == 0 && $0.end >= length }
    return (isTerm ? terms + matches : matches + terms) + fragments(of: answer)
  }

  /// The parts of the text that stand in the memory, each with an example.
  private func fragments(of answer: LookupAnswer) -> [String] {
    (answer.fragments ?? []).flatMap { fragment -> [String] in
      let label = colour("part", .faint) + "  "
      let count = Wording.count(fragment.count, "unit")
      let first = Columns.row(
        Paragraph(fragment.text), count, indent: Self.indent, label: label, colour)
      return first
        + fragment.examples.flatMap { example in
          [example.source, example.target].map { text in
            let room = Columns.width - Self.indent.utf8.count
            return Self.indent
              + colour(Columns.clipped(TerminalText.escaped(text), to: room), .faint)
          }
        }
    }
  }

  private func matches(of answer: LookupAnswer) -> [String] {
    var lines = answer.matches.flatMap { self.lines(of: $0, query: answer.query) }
    if answer.sentences.contains(where: { !$0.matches.isEmpty }) {
      lines += answer.sentences.flatMap(self.lines)
    }
    if let next = answer.next {
      lines.append(colour("next", .faint))
      lines += self.lines(of: next, query: answer.query)
    }
    if showsClosest, answer.matches.isEmpty, !answer.isEmpty, let closest = answer.closest {
      lines.append(Self.indent + "no match (closest: \(closest))")
    }
    return lines
  }

  /// The matches of a sentence, with the sentence above.
  private func lines(of sentence: LookupAnswer.SentenceAnswer) -> [String] {
    let heading = Paragraph(sentence.text).lines(width: max(1, Columns.width - 2)).enumerated().map
    {
      colour(($0.offset == 0 ? "· " : "  ") + $0.element.text, .faint)
    }
    return heading
      + (sentence.matches.isEmpty
        ? [Self.indent + "no match"]
        : sentence.matches.flatMap { lines(of: $0, query: sentence.text) })
  }

  /// The message for a text whose sentences were looked up one by one; nil for other answers.
  static func said(of answer: LookupAnswer) -> String? {
    let found = answer.sentences.count { !$0.matches.isEmpty }
    if found == 0 { return nil }
    return "The whole text matches nothing: \(found) of its "
      + "\(Wording.count(answer.sentences.count, "sentence")) \(found == 1 ? "does" : "do")."
  }

  private func lines(of match: MatchAnswer, query: String) -> [String] {
    var source = Paragraph()
    source.append(match, foundBy: query)
    let label = colour(Columns.right(String(match.score), 4), .strong) + "  "
    return Columns.row(source, indent: Self.indent, label: label, colour)
      + Columns.row(Paragraph(match.target), tail(of: match), indent: Self.indent, colour)
      + ExplanationPage(colour: colour, indent: Self.indent).lines(of: match)
  }

  /// The answer to one line of several, with the line itself above.
  func block(of answer: LookupAnswer) -> [String] {
    let heading = colour("> " + TerminalText.escaped(answer.query.withoutReturn), .strong)
    if answer.isEmpty {
      return [heading, Self.indent + "no match\(answer.closest.map { " (closest: \($0))" } ?? "")"]
        + lines(of: answer)
    }
    return [heading] + lines(of: answer)
  }

  /// The message for a text without matches.
  ///
  /// The message ends with the hint. Without a hint, the message suggests another command.
  func nothing(in answer: LookupAnswer, minimum: Int, isExact: Bool, hint: String?) -> String {
    if isExact {
      return "No equal text. " + (hint ?? "Without --exact, similar ones are shown too.")
    }
    let closest = answer.closest.map { " (closest: \($0))" } ?? ""
    let nothing = "No match at \(minimum) or more\(closest)."
    if let hint { return nothing + " " + hint }
    let isShort = answer.query.unicodeScalars.count <= 40
    let canBeSearched = isShort && (try? Concordance(answer.query)) != nil
    return nothing
      + (canBeSearched ? " Try: calque search \(ShellWord.argument(answer.query))" : "")
  }

  /// The origin of a match, and its warnings.
  private func tail(of match: MatchAnswer) -> String {
    var parts = [match.memories.joined(separator: ", ")]
    if let changed = match.changed { parts.append(changed.day) }
    if match.status != .translated { parts.append(match.status.name) }
    if let agreeing = Wording.context(match) { parts.append(agreeing) }
    parts += Wording.warnings(match)
    parts += match.penalties.map { "\($0.name) −\($0.points)" }
    if showsIDs { parts.append("unit \(match.unit)") }
    return parts.joined(separator: " · ")
  }
}

/// The form of printed answers: JSON objects or pages.
struct LookupForm: Sendable {
  let page: LookupPage
  let isJSON: Bool

  /// The answer to a single text.
  func text(of answer: LookupAnswer) -> String {
    isJSON ? answer.json + "\n" : Self.joined(page.lines(of: answer))
  }

  /// The answer to one line of several.
  func block(of answer: LookupAnswer) -> String {
    isJSON ? answer.json + "\n" : Self.joined(page.block(of: answer))
  }

  /// The `--timing` line of a page; nil in JSON, where the answer includes the times.
  func timing(of answer: LookupAnswer) -> String? {
    guard !isJSON, let timing = answer.timing else { return nil }
    return "\(Int(timing.microseconds)) µs to find, \(Int(timing.total)) µs in all"
  }

  private static func joined(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}
