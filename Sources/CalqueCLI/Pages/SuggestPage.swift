import Calque
import CalqueModel

/// The page of `suggest`.
///
///     3:1     « La France sera honorée de [reprendre le flambeau]³ britannique …
///          3  reprendre le flambeau → take up the torch  ✗ take back the torch      diplomacy
///
/// A term is explained at its first mention, once. Later mentions repeat the number.
struct SuggestPage {
  let suggestions: Suggestions
  let parts: Set<SuggestOptions.Part>
  let colour: Colour

  private static let indent = "        "
  /// The maximum number of translations shown; the rest are counted.
  private static let mostTranslations = 5

  /// Every line of the page.
  func lines() -> [String] {
    let marks = suggestions.marks()
    var lines = [header(), ""]
    var next = 0
    for (number, sentence) in suggestions.sentences.enumerated() {
      var own = [SuggestMark]()
      while next < marks.count, marks[next].range.lowerBound < sentence.range.upperBound {
        own.append(marks[next])
        next += 1
      }
      if sentence.isBoilerplate { continue }
      let matches = suggestions.matches.filter { $0.sentence == number }
      let renderings = suggestions.renderings.filter {
        $0.spans.first.map(sentence.range.overlaps) ?? false
      }
      if own.isEmpty, matches.isEmpty, renderings.isEmpty { continue }
      lines += block(sentence, own, matches.map(\.match), renderings)
    }
    return lines + PhraseRows(colour: colour).candidates(in: suggestions, parts)
      + [footer(marks)]
  }

  // MARK: Header and footer

  func header() -> String {
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

  func footer(_ marks: [SuggestMark]) -> String {
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
    if !suggestions.renderings.isEmpty {
      counts.append(Wording.count(suggestions.renderings.count, "phrase") + " of the memory")
    }
    let places = suggestions.sentences.filter(\.isBoilerplate).map { "\($0.line):\($0.column)" }
    let skipped =
      places.isEmpty
      ? "" : "      web boilerplate skipped at \(places.joined(separator: ", "))"
    return counts.joined(separator: " · ") + colour(skipped, .faint)
  }

  // MARK: Sentences

  private func block(
    _ sentence: Suggestions.Sentence, _ marks: [SuggestMark], _ matches: [MatchAnswer],
    _ renderings: [SuggestedPhrase]
  ) -> [String] {
    var lines = text(of: sentence, marks)
    let place = "\(sentence.line):\(sentence.column)"
    let margin = Columns.left(place, Self.indent.utf8.count)
    if margin.utf8.count == Self.indent.utf8.count, place.utf8.count < margin.utf8.count {
      lines[0] = colour(margin, .faint) + lines[0].dropFirst(Self.indent.count)
    } else {
      lines.insert(colour(place, .faint), at: 0)
    }
    for mark in marks {
      for answer in mark.unexplained { lines += explained(answer, of: mark) }
    }
    for match in matches { lines += shown(match, for: sentence) }
    let rows = PhraseRows(colour: colour)
    for phrase in renderings { lines += rows.lines(of: phrase, indent: Self.indent) }
    return lines + [""]
  }

  /// The sentence with its terms in brackets, wrapped.
  private func text(of sentence: Suggestions.Sentence, _ marks: [SuggestMark]) -> [String] {
    let bytes = Array(sentence.text.utf8)
    var paragraph = Paragraph()
    var place = sentence.range.lowerBound
    func piece(_ range: Range<Int>) -> String {
      let start = range.lowerBound - sentence.range.lowerBound
      let end = min(bytes.count, range.upperBound - sentence.range.lowerBound)
      return start < end
        ? Self.running(String(decoding: bytes[start..<end], as: UTF8.self)) : ""
    }
    for mark in marks where mark.range.lowerBound >= place {
      paragraph.append(piece(place..<mark.range.lowerBound))
      paragraph.append(mark: "[", piece(mark.range), "]", .strong)
      paragraph.append(Self.raised(mark.number))
      place = mark.range.upperBound
    }
    paragraph.append(piece(place..<max(place, sentence.range.upperBound)))
    return Columns.row(paragraph, indent: Self.indent, colour)
  }

  /// A text with its line breaks removed: the article's own line lengths are arbitrary.
  private static func running(_ text: String) -> String {
    var running = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = WordBreak.isSpace(scalar) || (0x09...0x0D).contains(scalar.value)
      if !isSpace {
        running.append(scalar)
      } else if running.last != " " {
        running.append(" ")
      }
    }
    return String(running)
  }

  private static func raised(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  // MARK: Terms and matches

  private func explained(_ answer: TermAnswer, of mark: SuggestMark) -> [String] {
    let allowed = answer.translations.filter { $0.status != .forbidden }
    var renderings = allowed.enumerated().map { place, translation in
      translation.text
        + (place == 0 ? mark.acronym(in: answer).map { " (\($0))" } ?? "" : "")
        + (translation.isMetonymAlone ? " (metonym)" : "")
        + (translation.isInForce || !answer.isInForce ? "" : " (\(translation.validity))")
    }
    if renderings.count > Self.mostTranslations {
      let more = renderings.count - Self.mostTranslations + 1
      renderings = renderings.prefix(Self.mostTranslations - 1) + ["… \(more) more"]
    }
    return TermRow(
      answer: answer, renderings: renderings, date: "at the article's date", indent: Self.indent,
      label: colour(Columns.right("\(mark.number)", 6), .strong) + "  ", colour: colour
    ).lines()
  }

  private func shown(_ match: MatchAnswer, for sentence: Suggestions.Sentence) -> [String] {
    var pair = Paragraph()
    pair.append(match, foundBy: sentence.text)
    pair.append(" → " + match.target)
    let tail = [match.memories.joined(separator: ", ")] + Wording.warnings(match)
    return Columns.row(
      pair, tail.joined(separator: " · "), indent: Self.indent,
      label: colour(Columns.right("\(match.score)%", 7), .strong) + " ", colour)
  }
}

extension TermAnswer.Translation {
  /// Whether the translation names something else and nothing besides; a city is a city, too.
  fileprivate var isMetonymAlone: Bool { flags.contains(.metonym) && !flags.contains(.ambiguous) }
}
