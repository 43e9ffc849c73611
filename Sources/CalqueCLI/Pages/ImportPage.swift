import Calque
import CalqueModel

/// The messages of an import.
enum ImportPage {
  /// The detected kind of a file: `TMX, fr-en → memory 'old'`.
  static func found(_ detected: Detected, into name: String) -> String {
    var text = detected.format.title
    if !detected.languages.isEmpty {
      text += ", " + Wording.languages(detected.languages)
    }
    if let said = detected.said { text += " (\(said))" }
    return text + " → \(detected.kind.rawValue) '\(name)'"
  }

  /// A concept in one line: `sommet | réunion au sommet = summit  (politique)`.
  static func line(of concept: Concept) -> String {
    var languages = [LanguageTag]()
    for term in concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    let sides = languages.map { language in
      concept.terms.filter { $0.language == language }
        .map { ($0.status == .forbidden ? "✗ " : "") + $0.text }
        .joined(separator: " | ")
    }
    var text = "  " + sides.joined(separator: " = ")
    if !concept.domains.isEmpty { text += "  (\(concept.domains.joined(separator: ", ")))" }
    if let note = concept.note { text += "  · \(note)" }
    return text
  }

  /// The totals of a file: `old: 1,042 read, 1,000 stored, 40 known, 2 skipped (empty 2)`.
  static func line(of report: ImportReport) -> String {
    let counts = report.counts
    var parts = [
      "\(Wording.number(counts.read)) read",
      "\(Wording.number(counts.stored)) \(report.isDryRun ? "new, not stored" : "stored")",
    ]
    if counts.known > 0 { parts.append("\(Wording.number(counts.known)) known") }
    if !counts.skipped.isEmpty {
      let reasons = counts.skipped.sorted { $0.key < $1.key }
        .map { "\($0.key) \(Wording.number($0.value))" }
      let total = counts.skipped.values.reduce(0, +)
      parts.append("\(Wording.number(total)) skipped (\(reasons.joined(separator: ", ")))")
    }
    if counts.removed > 0 { parts.append("\(Wording.number(counts.removed)) removed") }
    if counts.refused > 0 { parts.append("\(Wording.number(counts.refused)) refused") }
    return "\(report.into): \(parts.joined(separator: ", "))"
  }
}
