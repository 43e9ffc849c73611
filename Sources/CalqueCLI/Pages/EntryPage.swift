import Calque
import CalqueModel

/// A glossary's entry on a line: `sommet → summit · summit meeting    diplomacy`, and below it what
/// is forbidden: `✗ top`.
enum EntryPage {
  private static let indent = "  "

  static func lines(
    of entry: GlossaryEntry, _ colour: Colour, showsID: Bool = false
  ) -> [String] {
    var languages = [LanguageTag]()
    for term in entry.concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    // A span shared by term and translation is printed once.
    let span = entry.concept.terms.first?.validity
    func shown(_ term: Term) -> String {
      let isSaid = term.validity == span && term.language != languages.first
      return term.validity.isAlways || isSaid ? term.text : "\(term.text) (\(term.validity))"
    }
    let sides = languages.map { language in
      let terms = entry.concept.terms.filter { $0.language == language }
      let used = terms.filter { $0.status != .forbidden }.map(shown).joined(separator: " · ")
      return used.isEmpty ? "…" : used
    }
    let avoided = entry.concept.terms.filter { $0.status == .forbidden }.map(shown)
    let id = showsID ? "\(entry.id)  " : ""
    let lines = Columns.row(
      Paragraph(id + sides.joined(separator: " → ")), tail(of: entry), indent: indent, colour)
    if avoided.isEmpty { return lines }
    // A forbidden translation stands on a line of its own, as in lookup and suggest.
    return lines
      + Columns.row(Paragraph(avoided: avoided), indent: indent + "  ", colour)
  }

  /// The full content of an entry, one term a line.
  static func details(of entry: GlossaryEntry) -> [String] {
    let concept = entry.concept
    var lines = ["\(entry.id) in \(entry.glossary)"]
    for term in concept.terms {
      var remarks = [term.status.name, term.partOfSpeech, term.gender].compactMap(\.self)
      remarks += term.flags.names
      if !term.validity.isAlways { remarks.append("valid \(term.validity)") }
      if let note = term.note { remarks.append(note) }
      lines.append("\(indent)\(term.language)  \(term.text)  (\(remarks.joined(separator: " · ")))")
    }
    for (name, text) in [
      ("domain", concept.domains.isEmpty ? nil : concept.domains.joined(separator: " · ")),
      ("definition", concept.definition), ("note", concept.note),
    ] {
      if let text { lines.append("\(indent)\(name)  \(text)") }
    }
    for note in concept.directedNotes {
      lines.append("\(indent)note from \(note.language)  \(note.text)")
    }
    return lines.map { TerminalText.escaped($0) }
  }

  private static func tail(of entry: GlossaryEntry) -> String {
    var parts = entry.concept.domains
    parts.insert(contentsOf: entry.concept.directedNotes.map(\.text), at: 0)
    if let note = entry.concept.note { parts.insert(note, at: 0) }
    if !parts.contains(entry.glossary) { parts.append(entry.glossary) }
    return parts.joined(separator: " · ")
  }
}
