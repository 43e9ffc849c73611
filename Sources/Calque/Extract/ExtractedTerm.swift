import CalqueModel

/// A term that a memory may want in a glossary, with the translations that its units show.
public struct ExtractedTerm: Hashable, Sendable {
  /// The term in its commonest form.
  public let source: String
  /// The number of units that hold the term.
  public let count: Int
  /// How likely the term is worth an entry; comparable within one answer.
  public let score: Double
  /// What the other side says for the term, best first.
  public let translations: [MemoryRendering]
  /// The sentences of two files that show the first translation; nil for a term of memories, whose
  /// units are there.
  public internal(set) var example: Example?

  /// A sentence and its translation.
  public struct Example: Hashable, Sendable {
    /// The text in the source language.
    public let source: String
    /// The text in the target language.
    public let target: String
  }
}

extension ExtractedTerm {
  /// The term as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("source", source)
      json.member("count", count)
      json.member("score", score, digits: 3)
      json.name("translations")
      json.array { json in for translation in translations { translation.write(to: &json) } }
      if let example {
        json.name("example")
        json.object { json in
          json.member("source", example.source)
          json.member("target", example.target)
        }
      }
    }
    return json.text
  }

  /// The heading of the column that a person changes.
  static let statusHeading = "status"
  /// What stands there until then.
  static let candidate = "candidate"

  /// The first line of a sheet of extracted terms, a glossary file whose column `status` a person
  /// changes: `import` takes the rows that are no longer candidates.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - hasExamples: whether the terms are those of two files, which have no units.
  /// - Returns: the line.
  public static func heading(_ pair: LanguagePair, hasExamples: Bool = false) -> String {
    "#\(pair.source)\t\(pair.target)\t\(statusHeading)\tnote\tcount\t\(hasExamples ? "example" : "units")"
  }

  /// The term as a row of such a sheet; nil if no translation is known.
  public var row: String? {
    guard let best = translations.first else { return nil }
    let others = translations.dropFirst().map { "\($0.text) (\($0.count))" }
    let cells = [
      source, best.text, Self.candidate,
      others.isEmpty ? "" : "also: " + others.joined(separator: ", "),
      "\(best.count) of \(count)",
      example.map { "\($0.source) = \($0.target)" }
        ?? best.units.map(\.description).joined(separator: " "),
    ]
    return cells.map { cell in
      String(
        String.UnicodeScalarView(
          cell.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }.joined(separator: "\t")
  }
}
