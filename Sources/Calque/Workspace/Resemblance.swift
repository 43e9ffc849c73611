import CalqueMatch
import CalqueText

/// How alike a short query and the terms of a glossary are.
struct Resemblance {
  private let query: ComparedText
  private let minimum: Int
  private let stemmer: Stemmer
  private let letters: LetterCount

  /// Takes a query; nil where it is not short.
  init?(_ query: String, minimum: Int, language: Language) {
    var scanner = TextScanner()
    stemmer = language.stemmer
    self.query = ComparedText(query, stemmer: stemmer, using: &scanner)
    self.minimum = minimum
    letters = LetterCount(query)
    guard !self.query.tokens.isEmpty,
      ShortQuery.isShort(
        scalars: self.query.normalized.count, tokens: self.query.tokens.count)
    else { return nil }
  }

  /// Whether a term can reach the minimum, by its letters alone.
  func mayHold(_ term: String) -> Bool {
    letters.mayResemble(LetterCount(term), minimum: minimum)
  }

  /// Those terms that reach the minimum, by their places, with their scores, the best first.
  func scores(of terms: [String]) -> [(place: Int, score: Int)] {
    var scanner = TextScanner()
    var alike = [(place: Int, score: Int)]()
    for (place, term) in terms.enumerated() where mayHold(term) {
      let compared = ComparedText(term, stemmer: stemmer, using: &scanner)
      guard let score = Score.of(query, compared), score.points >= minimum else { continue }
      alike.append((place, score.points))
    }
    return alike.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
  }
}

/// How often each letter stands in a text: a bound for how alike two texts can be.
private struct LetterCount {
  private var counts = SIMD32<UInt8>()
  private var total = 0

  init(_ text: String) {
    for byte in text.utf8 {
      let letter = byte | 0x20
      if (0x61...0x7A).contains(letter) { counts[Int(letter - 0x61)] &+= 1 }
      if byte & 0xC0 != 0x80 { total += 1 }
    }
  }

  /// Whether two texts can reach a score; accents and short words are given some room.
  func mayResemble(_ other: LetterCount, minimum: Int) -> Bool {
    let longer = max(total, other.total)
    // A long text may hold more of a letter than is counted; it is let through.
    if longer > 255 { return true }
    let most = (100 - minimum + 25) * longer
    if 100 * abs(total - other.total) > most { return false }
    var (more, less) = (0, 0)
    for letter in 0..<26 {
      let difference = Int(counts[letter]) - Int(other.counts[letter])
      if difference > 0 { more += difference } else { less -= difference }
    }
    return 100 * max(more, less) <= most
  }
}
