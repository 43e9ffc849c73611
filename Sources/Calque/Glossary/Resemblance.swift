import CalqueMatch
import CalqueTerms
import CalqueText

/// The likeness of a short query to the terms of a glossary.
struct Resemblance {
  private let query: ComparedText
  /// The minimum score.
  let minimum: Int
  private let stemmer: Stemmer
  private let scanner: TextScanner
  /// The letters of the query.
  let letters: LetterCount

  /// Prepares a query; nil if the query is not short.
  init?(_ query: String, minimum: Int, language: Language) {
    var scanner = TextScanner()
    stemmer = language.stemmer
    self.query = ComparedText(query, stemmer: stemmer, using: &scanner)
    self.scanner = scanner
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

  /// The terms that reach the minimum, by their numbers, with their scores, best first.
  func scores(
    of terms: some Sequence<(Int, String)>, where takesPart: (Int) -> Bool
  ) -> [(number: Int, score: Int)] {
    // The scanner knows the query's letters, which are those of most terms that resemble it.
    var scanner = scanner
    var alike = [(number: Int, score: Int)]()
    for (number, term) in terms where mayHold(term) && takesPart(number) {
      let compared = ComparedText(term, stemmer: stemmer, using: &scanner)
      guard let score = Score.of(query, compared), score.points >= minimum else { continue }
      alike.append((number, score.points))
    }
    return alike.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
  }
}
