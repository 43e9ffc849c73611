/// A counter of the function words of all languages, in one pass.
package struct FunctionWordCounter: Sendable {
  /// A set of languages, one bit each.
  private typealias Holders = UInt32

  private var scanner = TextScanner()
  private var properties = ScalarProperties()
  /// The number of function words found, by the set of languages that have them.
  private var counts: [Holders: Int] = [:]
  /// The different function words found, with the set of languages that have each.
  private var met: [[UInt32]: Holders] = [:]
  /// The number of words read.
  private(set) var words = 0

  package init() {}

  /// The languages that have function words.
  private static let languages = Language.all.filter { !$0.functionWords.all.isEmpty }
    .map { Language(of: $0) }

  /// Every function word, with the set of languages that have it.
  private static let holders: [[UInt32]: Holders] = {
    var holders = [[UInt32]: Holders]()
    for (number, language) in languages.enumerated() {
      for word in language.rules.functionWords.all {
        holders[word.unicodeScalars.map(\.value), default: 0] |= 1 << Holders(number)
      }
    }
    return holders
  }()

  /// Forgets what was counted; the tables that were filled meanwhile stay.
  mutating func restart() {
    counts.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
    words = 0
  }

  /// Counts the function words of a text.
  mutating func count(_ text: String) {
    scanner.scan(text)
    for span in scanner.tokens where span.kind == .word {
      words += 1
      let word = FoldedText.fold(word: scanner.text.plain(span), &properties)
      guard let holders = Self.holders[word] else { continue }
      met[word] = holders
      counts[holders, default: 0] += 1
    }
  }

  /// The words that one language has and the other lacks; nil if one of the two has no function
  /// words.
  func evidence(for language: Language, against other: Language) -> LanguageGuess.Evidence? {
    guard let wanted = Self.bit(of: language), let unwanted = Self.bit(of: other) else {
      return nil
    }
    func tells(_ holders: Holders) -> Bool { holders & wanted != 0 && holders & unwanted == 0 }
    return LanguageGuess.Evidence(
      words: counts.reduce(0) { $0 + (tells($1.key) ? $1.value : 0) },
      kinds: met.values.count(where: tells))
  }

  /// The languages by the number of their function words in the text, highest first.
  ///
  /// Languages with equal numbers keep their order in `Language.all`.
  var ranking: [Language] {
    var ranked = [(language: Language, words: Int)]()
    for (number, language) in Self.languages.enumerated() {
      let words = counts.reduce(0) { $0 + ($1.key & 1 << Holders(number) != 0 ? $1.value : 0) }
      ranked.insert((language, words), at: ranked.firstIndex { $0.words < words } ?? ranked.count)
    }
    return ranked.map(\.language)
  }

  private static func bit(of language: Language) -> Holders? {
    languages.firstIndex(of: language).map { 1 << Holders($0) }
  }
}
