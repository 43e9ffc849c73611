import Calque
import CalqueModel

/// What `suggest` says to people.
///
///     3:1     « La France sera honorée de [reprendre le flambeau]³ britannique …
///          3  reprendre le flambeau → take up the torch  ✗ take back the torch      diplomacy
///
/// A term is explained where it is first met; later its number points back.
struct SuggestPage {
  let suggestions: Suggestions
  let parts: Set<SuggestOptions.Part>
  let colour: Colour

  private static let indent = "        "
  /// Translations beyond these are counted, not shown.
  private static let mostTranslations = 5

  /// The terms that share a stretch of the text: one number, one surface, a concept or several.
  private struct Mark {
    let range: Range<Int>
    let number: Int
    let isFirst: Bool
    let answers: [TermAnswer]
  }

  /// Every line of the page.
  func lines() -> [String] {
    let marks = marks()
    var lines = [header(), ""]
    var next = 0
    for (number, sentence) in suggestions.sentences.enumerated() {
      var own = [Mark]()
      while next < marks.count, marks[next].range.lowerBound < sentence.range.upperBound {
        own.append(marks[next])
        next += 1
      }
      if sentence.isBoilerplate { continue }
      let matches = suggestions.matches.filter { $0.sentence == number }
      if own.isEmpty, matches.isEmpty { continue }
      lines += block(sentence, own, matches.map(\.match))
    }
    return lines + [footer(marks)]
  }

  // MARK: Header and footer

  private func header() -> String {
    let date =
      switch suggestions.dateOrigin {
      case .asked: "article of \(suggestions.date.written)"
      case .article: "article dated \(suggestions.date.written)"
      case .today: "article without a date, taken for today's (\(suggestions.date.written))"
      }
    let pair = suggestions.pair
    let resources = [
      Wording.count(suggestions.glossaries.count, "glossary", "glossaries"),
      Wording.count(suggestions.memories.count, "memory", "memories"),
    ]
    return colour(
      "\(date) · \(pair.source) → \(pair.target) · \(resources.joined(separator: ", "))", .strong)
  }

  private func footer(_ marks: [Mark]) -> String {
    var counts = [String]()
    if parts.contains(.terms) {
      let shown = marks.count
      counts.append(
        "\(Wording.count(shown, "term")) (\(marks.count(where: \.isFirst)) distinct)")
    }
    if parts.contains(.matches) {
      counts.append(
        Wording.count(suggestions.matches.count, "match", "matches")
          + " ≥ \(suggestions.minimum)")
    }
    let places = suggestions.sentences.filter(\.isBoilerplate).map { "\($0.line):\($0.column)" }
    let skipped =
      places.isEmpty
      ? "" : "      web boilerplate skipped at \(places.joined(separator: ", "))"
    return counts.joined(separator: " · ") + colour(skipped, .faint)
  }

  // MARK: Marks

  /// The terms outside boilerplate that stand for themselves, numbered by first mention.
  private func marks() -> [Mark] {
    let skipped = suggestions.sentences.filter(\.isBoilerplate).map(\.range)
    var marks = [Mark]()
    var numbers: [[ConceptID]: Int] = [:]
    let winners = suggestions.terms.filter { term in
      term.within == nil && !skipped.contains { $0.contains(term.start) }
    }
    var place = 0
    while place < winners.count {
      let range = winners[place].start..<winners[place].end
      let answers = winners[place...].prefix { $0.start..<$0.end == range }
      place += answers.count
      let key = answers.map(\.concept).sorted()
      let known = numbers[key]
      let number = known ?? numbers.count + 1
      numbers[key] = number
      marks.append(
        Mark(range: range, number: number, isFirst: known == nil, answers: Array(answers)))
    }
    return marks
  }

  // MARK: Sentences

  private func block(
    _ sentence: Suggestions.Sentence, _ marks: [Mark], _ matches: [MatchAnswer]
  ) -> [String] {
    var lines = text(of: sentence, marks)
    let place = "\(sentence.line):\(sentence.column)"
    let margin = Columns.left(place, Self.indent.utf8.count)
    if margin.utf8.count == Self.indent.utf8.count, place.utf8.count < margin.utf8.count {
      lines[0] = colour(margin, .faint) + lines[0].dropFirst(Self.indent.count)
    } else {
      lines.insert(colour(place, .faint), at: 0)
    }
    for mark in marks where mark.isFirst {
      for answer in mark.answers { lines += explained(answer, mark.number) }
    }
    for match in matches { lines += shown(match) }
    return lines + [""]
  }

  /// The sentence with its terms in brackets, wrapped.
  private func text(of sentence: Suggestions.Sentence, _ marks: [Mark]) -> [String] {
    let bytes = Array(sentence.text.utf8)
    var flow = Flow(width: Columns.width - Self.indent.utf8.count)
    var place = sentence.range.lowerBound
    func piece(_ range: Range<Int>) -> String {
      let start = range.lowerBound - sentence.range.lowerBound
      let end = min(bytes.count, range.upperBound - sentence.range.lowerBound)
      return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }
    for mark in marks where mark.range.lowerBound >= place {
      flow.append(piece(place..<mark.range.lowerBound), isStrong: false)
      flow.append("[\(piece(mark.range))]", isStrong: true)
      flow.append(Self.raised(mark.number), isStrong: false)
      place = mark.range.upperBound
    }
    flow.append(piece(place..<max(place, sentence.range.upperBound)), isStrong: false)
    return flow.lines(colour).map { Self.indent + $0 }
  }

  private static func raised(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  // MARK: Terms and matches

  private func explained(_ answer: TermAnswer, _ number: Int) -> [String] {
    var good = [String]()
    var wrong = [String]()
    for translation in answer.translations {
      if translation.status == .forbidden {
        wrong.append(translation.text)
      } else {
        good.append(
          translation.text
            + (translation.flags.contains(.metonym) ? " (metonym)" : "")
            + (translation.isInForce || !answer.isInForce ? "" : " (\(translation.validity))"))
      }
    }
    if good.count > Self.mostTranslations {
      good =
        good.prefix(Self.mostTranslations - 1) + [
          "… \(good.count - Self.mostTranslations + 1) more"
        ]
    }
    // What must not be written stands on the line of what may, or under it.
    let room = Columns.width - Self.indent.utf8.count
    var text = answer.term + " → " + good.joined(separator: " · ")
    var forbidden = wrong.isEmpty ? "" : "✗ " + wrong.joined(separator: " · ")
    if Columns.count(text + forbidden + answer.glossary) + 6 <= room {
      text += forbidden.isEmpty ? "" : "  " + forbidden
      forbidden = ""
    }
    let rows = Columns.row(
      TerminalText.escaped(text), TerminalText.escaped(answer.glossary), indent: Self.indent,
      colour)
    let first = colour(Columns.right("\(number)", 6), .strong) + "  "
    var lines = [first + rows[0].dropFirst(Self.indent.count)] + rows.dropFirst()
    if !forbidden.isEmpty {
      lines += Columns.wrapped(TerminalText.escaped(forbidden), to: room).map { Self.indent + $0 }
    }
    return lines + remarks(answer).map { Self.indent + colour($0, .faint) }
  }

  /// What to beware of, and the note.
  private func remarks(_ answer: TermAnswer) -> [String] {
    let remarks = answer.remarks(testedFor: "at the article's date")
    if remarks.isEmpty { return [] }
    return Columns.wrapped(
      TerminalText.escaped(remarks),
      to: Columns.width - Self.indent.utf8.count)
  }

  private func shown(_ match: MatchAnswer) -> [String] {
    let rows = Columns.row(
      TerminalText.escaped("\(match.source) → \(match.target)"),
      TerminalText.escaped(
        ([match.memories.joined(separator: ", ")] + Wording.flags(match))
          .joined(separator: " · ")), indent: Self.indent, colour)
    let first = colour(Columns.right("\(match.score)%", 7), .strong) + " "
    return [first + rows[0].dropFirst(Self.indent.count)] + rows.dropFirst()
  }
}

/// Text in two styles, wrapped at spaces.
private struct Flow {
  private struct Word {
    var pieces: [(text: String, isStrong: Bool)] = []
    var columns = 0
  }

  let width: Int
  private var words: [Word] = []
  private var isOpen = false

  init(width: Int) {
    self.width = width
  }

  private static let hanging: Set<Unicode.Scalar> = ["»", ":", ";", "?", "!"]

  /// Adds text; white space separates words, and without any the last word goes on.
  mutating func append(_ text: String, isStrong: Bool) {
    var word = String.UnicodeScalarView()
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace && !["\u{A0}", "\u{202F}"].contains(scalar)
    }
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      // French sets its marks apart, but not on another line.
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      if isSpace(scalar), scalar == " ", word.last == "«" || Self.hanging.contains(next) {
        word.append(scalar)
      } else if isSpace(scalar) {
        close(String(word), isStrong)
        word = String.UnicodeScalarView()
        isOpen = false
      } else {
        word.append(scalar)
      }
    }
    close(String(word), isStrong)
  }

  private mutating func close(_ text: String, _ isStrong: Bool) {
    if text.isEmpty { return }
    let shown = TerminalText.escaped(text)
    if !isOpen { words.append(Word()) }
    words[words.count - 1].pieces.append((shown, isStrong))
    words[words.count - 1].columns += Columns.count(shown)
    isOpen = true
  }

  /// The lines; at least one.
  func lines(_ colour: Colour) -> [String] {
    var lines = [""]
    var columns = 0
    for word in words {
      if columns > 0, columns + 1 + word.columns > width {
        lines.append("")
        columns = 0
      }
      if columns > 0 {
        lines[lines.count - 1] += " "
        columns += 1
      }
      for piece in word.pieces {
        lines[lines.count - 1] += piece.isStrong ? colour(piece.text, .strong) : piece.text
      }
      columns += word.columns
    }
    return lines
  }
}
