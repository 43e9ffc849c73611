import CalqueMatch
import CalqueText
import TestSupport
import Testing

@Suite("The score and its independent twin")
struct TwinTests {
  @Test("the twin gives every row of the vectors its tokens, weights, distance, base and score")
  func vectors() throws {
    for (number, row) in try Fixture.rows("score-vectors.tsv").enumerated() {
      let query = TwinText(row[1], language: row[0])
      let stored = TwinText(row[2], language: row[0])
      let score = TwinScore(query, stored)
      let outcome =
        [query.shown, stored.shown, String(query.totalWeight), String(stored.totalWeight)]
        + [score?.distance, score?.base, score?.reported].map { $0.map { String($0) } ?? "" }
      #expect(outcome == Array(row[3...]), "row \(number + 2): \(row[1]) | \(row[2])")
    }
  }

  /// Pairs that told the two apart once, so rare that a run of random pairs may lack them.
  @Test(
    "product and twin agree on the pairs that once told them apart",
    arguments: [
      ("\u{200B} sommet", " somet"), ("sommet \u{FEFF}", "somet"),
      (" \u{AD}\u{A0}s \u{200E} ", "si"),
      ("a \u{301} b c", "a d c"), ("oui\u{A0}\u{327} non", "oui non."),
      ("l\u{02BC}IA", "l'IA"), ("\u{301}a", "a"), ("it's2", "it 's 2"), ("1e.r.", "1er"),
      ("1.000 000", "1,0 000"), ("!\u{FE0F}", "!"), ("U.S.Ⅳ", "U.S."), ("Ⅳ.U.S.", "US"),
    ])
  func knownTraps(query: String, stored: String) {
    var scanner = TextScanner()
    for language in ["fr", "en", "de"] {
      #expect(
        Outcome(query, stored, language: language, using: &scanner)
          == Outcome(twinOf: query, stored, language: language))
      #expect(
        Outcome(stored, query, language: language, using: &scanner)
          == Outcome(twinOf: stored, query, language: language))
    }
  }

  @Test("product and twin agree on 10,000 random pairs", arguments: [0x5EED_0001 as UInt64])
  func agreement(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    var scanner = TextScanner()
    var disagreements = 0
    for number in 1...10_000 where disagreements < 10 {
      let (query, stored) = pairs.next()
      let language = ["fr", "fr", "en", "de"][number % 4]
      let product = Outcome(query, stored, language: language, using: &scanner)
      let twin = Outcome(twinOf: query, stored, language: language)
      guard product != twin else { continue }
      disagreements += 1
      Issue.record(
        """
        seed \(seed), pair \(number), \(language)
        query:   \(query.debugDescription)
        stored:  \(stored.debugDescription)
        product: \(product)
        twin:    \(twin)
        """)
    }
  }
}

/// What is compared of the two implementations.
struct Outcome: Equatable, CustomStringConvertible {
  private let query: [String]
  private let stored: [String]
  private let score: [Int?]

  init(twinOf query: String, _ stored: String, language: String) {
    let query = TwinText(query, language: language)
    let stored = TwinText(stored, language: language)
    let score = TwinScore(query, stored)
    self.query = query.tokens.map { "\($0.text) \($0.kind) \($0.weight)" }
    self.stored = stored.tokens.map { "\($0.text) \($0.kind) \($0.weight)" }
    self.score = [score?.distance, score?.base, score?.reported]
  }

  init(_ query: String, _ stored: String, language: String, using scanner: inout TextScanner) {
    let stemmer: Stemmer =
      switch language {
      case "fr": .french
      case "en": .english
      default: .none
      }
    let q = ComparedText(query, stemmer: stemmer, using: &scanner)
    self.query = Self.tokens(of: q, text: query, using: &scanner)
    let s = ComparedText(stored, stemmer: stemmer, using: &scanner)
    self.stored = Self.tokens(of: s, text: stored, using: &scanner)
    let score = Score.of(q, s)
    self.score = [
      score?.distance, score.map { Score.base(distance: $0.distance, weight: $0.weight) },
      score?.points,
    ]
  }

  /// Each token as it was scanned, with its kind and weight.
  private static func tokens(
    of compared: ComparedText, text: String, using scanner: inout TextScanner
  ) -> [String] {
    scanner.scan(text)
    return zip(scanner.tokens, compared.tokens).map { span, form in
      let scalars = scanner.text.scalars[span.start..<span.end]
        .compactMap { Unicode.Scalar($0) }
      return "\(TwinFolding.string(scalars)) \(span.kind) \(form.weight)"
    }
  }

  var description: String {
    "\(query) \(stored) D, base, reported: \(score.map { $0.map { String($0) } ?? "none" })"
  }
}
