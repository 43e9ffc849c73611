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
    /// The number of words of meaning.
    package let words: Int
    /// What the phrase is where it ranks best.
    package let kind: CandidateTerm.Kind
    /// Whether a longer phrase of the texts holds the phrase wherever it stands.
    package let isPart: Bool
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
    var kind = CandidateTerm.Kind.term
    var words = 1
  }

  private var finder: CandidateFinder
  private let splitter: SentenceSplitter
  private let language: Language
  private let isCommon: (String) -> Bool
  private var entries: [String: Entry] = [:]

  /// Prepares the counts of a language's texts.
  package init(_ morphology: Morphology, isCommon: @escaping (String) -> Bool) {
    finder = CandidateFinder(morphology, isCommon: isCommon)
    language = morphology.language
    splitter = SentenceSplitter(language: morphology.language)
    self.isCommon = isCommon
  }

  /// Counts the candidates of a text.
  package mutating func add(_ text: String) {
    finder.read(text, at: 0)
    for candidate in finder.take() {
      let key = candidate.key
      var entry = entries[key] ?? Entry()
      entry.count += 1
      if candidate.term.score < Self.innerScore { entry.inner += 1 }
      if candidate.term.score > entry.best {
        (entry.best, entry.kind) = (candidate.term.score, candidate.term.kind)
      }
      entry.words = candidate.words
      entry.forms[candidate.term.surface, default: 0] += 1
      entries[key] = entry
    }
  }

  /// Below this score a candidate lies inside another one.
  private static let innerScore = 0.4

  /// The phrases of at least so many texts, best first.
  package func ranked(minCount: Int) -> [Phrase] {
    let entries = entries.filter { $0.value.count >= minCount }
    let parts = Self.parts(of: entries)
    return entries.map { key, entry in
      let form = entry.forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
      let alone = Double(entry.count) - 0.8 * Double(entry.inner)
      let size = Double(min(entry.words, 4))
      return Phrase(
        key: key, surface: form?.key ?? key, words: entry.words, kind: entry.kind,
        isPart: parts.contains(key), count: entry.count,
        score: entry.best * size.squareRoot() * LogScale.of(1 + alone))
    }.sorted { ($0.score, $1.key) > ($1.score, $0.key) }
  }

  /// The keys of the phrases that a longer one holds in as many texts as they stand in.
  private static func parts(of entries: [String: Entry]) -> Set<String> {
    var parts = Set<String>()
    for (key, entry) in entries {
      let words = key.split(separator: " ")
      for start in words.indices {
        for end in (start + 1)..<(words.count + 1) where end - start < words.count {
          let part = words[start..<end].joined(separator: " ")
          // A phrase that is a candidate of its own somewhere is no part.
          if let inner = entries[part], inner.inner == inner.count, inner.count <= entry.count {
            parts.insert(part)
          }
        }
      }
    }
    return parts
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
