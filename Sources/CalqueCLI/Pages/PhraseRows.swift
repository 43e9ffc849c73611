import Calque

/// The rows of phrases that no glossary has.
///
///     memory  charge de la dette → debt servicing costs (14 ×), debt charges (3 ×)
struct PhraseRows {
  let colour: Colour

  /// The rows of a phrase that the memories render.
  func lines(of phrase: SuggestedPhrase, indent: String) -> [String] {
    var text = "\(phrase.surface) → \(Self.renderings(phrase))"
    if let contradicted = phrase.contradicted { text += "; the glossary: \(contradicted)" }
    let paragraph = Paragraph(text)
    return Columns.row(
      paragraph, "", indent: indent, label: colour("memory", .faint) + "  ", colour)
  }

  /// The list of candidates; empty unless candidates alone were asked for.
  func candidates(
    in suggestions: Suggestions, _ parts: Set<SuggestOptions.Part>
  ) -> [String] {
    guard parts == [.candidates], !suggestions.candidates.isEmpty else { return [] }
    return suggestions.candidates.flatMap { phrase -> [String] in
      var text = phrase.surface
      if let expansion = phrase.expansion { text += " = \(expansion)" }
      if !phrase.translations.isEmpty { text += " → \(Self.renderings(phrase))" }
      let place = Columns.left("\(phrase.line):\(phrase.column)", 8)
      return Columns.row(
        Paragraph(text), phrase.kind ?? "", indent: "        ", label: colour(place, .faint), colour
      )
    } + [""]
  }

  private static func renderings(_ phrase: SuggestedPhrase) -> String {
    phrase.translations.map { "\($0.text) (\($0.count) ×)" }.joined(separator: ", ")
  }
}
