package import CalqueMorphology
package import CalqueText

/// Counts the candidates of many texts, and ranks them by termhood.
package struct PhraseCounts {
  /// A candidate of the texts.
  package struct Phrase: Sendable {
    /// The folded stems, with spaces between them.
    package let key: String
    /// The commonest form.
    package let surface: String
    /// The number of texts that hold the phrase.
    package let count: Int
    /// The termhood; comparable within one set of texts.
    package let score: Double
  }

  private struct Entry {
    var forms: [String: Int] = [:]
    var count = 0
    /// The number of texts in which the phrase lies inside a longer one only.
    var inner = 0
    var best = 0.0
    var words = 1
    var lastText = -1
  }

  private var finder: CandidateFinder
  private let splitter: SentenceSplitter
  private let language: Language
  private let isCommon: (String) -> Bool
  private var entries: [String: Entry] = [:]
  private var texts = 0

  /// Prepares the counts of a language's texts.
  package init(_ morphology: Morphology, isCommon: @escaping (String) -> Bool) {
    finder = CandidateFinder(morphology, isCommon: isCommon)
    language = morphology.language
    splitter = SentenceSplitter(language: morphology.language)
    self.isCommon = isCommon
  }

  /// Counts the candidates of a text.
  package mutating func add(_ text: String) {
    texts += 1
    finder.read(text, at: 0)
    for candidate in finder.take() {
      let key = candidate.key
      var entry = entries[key] ?? Entry()
      entry.count += 1
      if candidate.term.score < Self.innerScore { entry.inner += 1 }
      entry.best = max(entry.best, candidate.term.score)
      entry.words = candidate.words
      entry.forms[candidate.term.surface, default: 0] += 1
      entries[key] = entry
    }
  }

  /// Below this score a candidate lies inside another one.
  private static let innerScore = 0.4

  /// The phrases of at least so many texts, best first.
  package func ranked(minCount: Int) -> [Phrase] {
    entries.filter { $0.value.count >= minCount }.map { key, entry in
      let form = entry.forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
      let alone = Double(entry.count) - 0.8 * Double(entry.inner)
      let size = Double(min(entry.words, 4))
      return Phrase(
        key: key, surface: form?.key ?? key, count: entry.count,
        score: entry.best * size.squareRoot() * LogScale.of(1 + alone))
    }.sorted { ($0.score, $1.key) > ($1.score, $0.key) }
  }

  /// The key of a phrase: its folded stems.
  package static func key(of phrase: String, in language: Language) -> String {
    var scanner = TextScanner()
    return tokens(of: phrase, in: language, using: &scanner).filter { $0.folded != "-" }
      .map(\.stem).joined(separator: " ")
  }
}

/// A logarithm without the C library: of 1, 2, 4 … it is exact, between them it is a straight line.
enum LogScale {
  static func of(_ value: Double) -> Double {
    guard value > 1 else { return 0 }
    let exponent = Double(value.exponent)
    return exponent + value.significand - 1
  }
}
