import CalqueMatch
import CalqueText

/// The likeness of a short query to the terms of a glossary.
struct Resemblance {
  private let query: ComparedText
  private let minimum: Int
  private let stemmer: Stemmer
  private let letters: LetterCount

  /// Prepares a query; nil if the query is not short.
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

  /// Whether a term can reach the minimum, judged by its letters alone.
  func mayHold(_ term: String) -> Bool {
    letters.mayResemble(LetterCount(term), minimum: minimum)
  }

  /// The terms that reach the minimum, by their places, with their scores, best first.
  func scores(of terms: some Sequence<String>) -> [(place: Int, score: Int)] {
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

/// The number of times that each letter occurs in a text, which bounds the likeness of two texts.
///
/// If one text has n more of a letter than the other, at least n characters differ.
private struct LetterCount {
  private var counts = SIMD32<UInt8>()
  private var total = 0
  // The number of letters that folding may change in other ways.
  private var unknown = 0

  init(_ text: String) {
    var before: UInt8 = 0
    for byte in text.utf8 {
      let letter = before == 0xC3 ? LatinLetter.plain(secondByte: byte) : byte | 0x20
      if (0x61...0x7A).contains(letter), byte < 0x80 || before == 0xC3 {
        counts[Int(letter - 0x61)] &+= 1
      } else if byte >= 0x80, byte & 0xC0 == 0x80 {
        unknown += 1
      }
      if byte & 0xC0 != 0x80 { total += 1 }
      before = byte
    }
  }

  /// Whether two texts can reach a score.
  ///
  /// The bound has ten points of tolerance, because short tokens weigh more than their characters.
  func mayResemble(_ other: LetterCount, minimum: Int) -> Bool {
    let longer = max(total, other.total)
    // In a long text a letter's count may overflow, so a long text always passes.
    if longer > 255 { return true }
    let most = (100 - minimum + 10) * longer + 100 * (unknown + other.unknown)
    if 100 * abs(total - other.total) > most { return false }
    var (more, less) = (0, 0)
    for letter in 0..<26 {
      let difference = Int(counts[letter]) - Int(other.counts[letter])
      if difference > 0 { more += difference } else { less -= difference }
    }
    return 100 * max(more, less) <= most
  }
}
