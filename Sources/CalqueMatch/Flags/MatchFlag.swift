package import CalqueText

/// A difference between a query and a match that can change the meaning, or only the typography.
public enum MatchFlag: String, CaseIterable, Sendable {
  /// Only apostrophes, quotes, dashes, spaces or raised digits differ.
  case typography
  /// The numbers differ, be it only by a minus or in their order.
  case numbers
  /// One of the two negates, or negates otherwise.
  case negation
  /// One of the two names somebody or something that the other does not.
  case names
}

extension MatchFlag {
  /// The flags of a query and the source of its match.
  package static func between(
    _ query: ComparedText, and match: ComparedText, score: Score, language: Language
  ) -> [MatchFlag] {
    var flags = [MatchFlag]()
    if score.distance == 0, score.points < 100 { flags.append(.typography) }
    if numbers(query) != numbers(match) { flags.append(.numbers) }
    let negation = Negation.of(language)
    if negation.count(query) != negation.count(match) { flags.append(.negation) }
    if ProperNames.differ(query, match) { flags.append(.names) }
    return flags
  }

  /// The numbers of a text in their order, which a score or a vote turns on, each with the minus
  /// that stands right before it.
  private static func numbers(_ text: ComparedText) -> [[UInt32]] {
    var numbers = [[UInt32]]()
    for (place, token) in text.tokens.enumerated() where token.kind == .number {
      numbers.append(isNegative(place, text) ? [0x2D] + token.plain : token.plain)
    }
    return numbers
  }

  /// Whether a dash touches a number and nothing touches the dash: `-3`, not `2-3`.
  private static func isNegative(_ place: Int, _ text: ComparedText) -> Bool {
    guard place > 0, text.tokens[place - 1].plain == [0x2D],
      text.ranges[place - 1].upperBound == text.ranges[place].lowerBound
    else { return false }
    return place == 1
      || text.ranges[place - 2].upperBound < text.ranges[place - 1].lowerBound
  }
}

/// The words that negate.
struct Negation {
  private let words: Set<[UInt32]>
  /// The first letters of the words, a bit each from `a` on: most words are passed over by theirs.
  private let firstLetters: UInt32

  private init(_ words: [String]) {
    self.words = Set(words.map { $0.unicodeScalars.map(\.value) })
    firstLetters = self.words.reduce(0) { $0 | ($1.first.map(Self.letter) ?? 0) }
  }

  private static let french = Negation([
    "ne", "n'", "pas", "jamais", "rien", "aucun", "aucune", "nul", "nulle", "ni", "sans", "non",
    "guere", "nullement",
  ])
  private static let english = Negation([
    "not", "n't", "no", "never", "nothing", "none", "nobody", "nowhere", "neither", "nor",
    "without", "cannot",
  ])
  private static let unknown = Negation([])

  /// Those of a language.
  static func of(_ language: Language) -> Negation {
    switch language.primary {
    case "fr": french
    case "en": english
    default: unknown
    }
  }

  private static func letter(_ scalar: UInt32) -> UInt32 {
    (0x61...0x7A).contains(scalar) ? 1 << (scalar - 0x61) : 0
  }

  /// How often each of the words stands in a text.
  func count(_ text: ComparedText) -> [[UInt32]: Int] {
    var counts: [[UInt32]: Int] = [:]
    for token in text.tokens where token.kind == .word {
      guard let first = token.folded.first, firstLetters & Self.letter(first) != 0,
        words.contains(token.folded)
      else { continue }
      // An elided ne is a ne.
      counts[token.folded == [0x6E, 0x27] ? [0x6E, 0x65] : token.folded, default: 0] += 1
    }
    return counts
  }
}
