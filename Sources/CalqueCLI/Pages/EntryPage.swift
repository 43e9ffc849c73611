import Calque
import CalqueModel

/// A glossary's entry on one line: `sommet → summit · summit meeting  ✗ top    diplomacy`.
enum EntryPage {
  static func lines(of entry: GlossaryEntry, _ colour: Colour) -> [String] {
    var languages = [LanguageTag]()
    for term in entry.concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    let sides = languages.map { language in
      let terms = entry.concept.terms.filter { $0.language == language }
      let used = terms.filter { $0.status != .forbidden }.map(shown).joined(separator: " · ")
      let avoided = terms.filter { $0.status == .forbidden }.map { "✗ " + shown($0) }
      return ([used] + avoided).filter { !$0.isEmpty }.joined(separator: "  ")
    }
    return Columns.row(
      Paragraph(sides.joined(separator: " → ")), tail(of: entry), indent: "  ", colour)
  }

  private static func shown(_ term: Term) -> String {
    term.validity.isAlways ? term.text : "\(term.text) (\(term.validity))"
  }

  private static func tail(of entry: GlossaryEntry) -> String {
    var parts = entry.concept.domains
    if let note = entry.concept.note { parts.insert(note, at: 0) }
    if !parts.contains(entry.glossary) { parts.append(entry.glossary) }
    return parts.joined(separator: " · ")
  }
}
