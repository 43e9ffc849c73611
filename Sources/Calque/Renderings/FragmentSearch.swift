import CalqueAlign
import CalqueText

/// The fragments of a sentence that a memory may render: stretches of words that begin and end with
/// a word of meaning, the longest first.
struct FragmentSearch {
  struct Fragment {
    /// The place in the sentence, in UTF-8 bytes.
    let bytes: Range<Int>
    let text: String
  }

  private let language: Language
  private let small: Set<String>
  private var scanner = TextScanner()

  /// The maximum number of words of a fragment.
  private static let maxWords = 8

  init(language: Language) {
    self.language = language
    small = Set(language.rules.functionWords.all)
  }

  /// The fragments of two or more words of meaning, the longest first.
  mutating func fragments(of sentence: String) -> [Fragment] {
    let tokens = tokens(of: sentence, in: language, using: &scanner)
    let hasMeaning = tokens.map {
      $0.kind == .word && $0.folded.utf8.count > 2 && !small.contains($0.folded)
    }
    let utf8 = Array(sentence.utf8)
    var found: [Fragment] = []
    for length in (2...Self.maxWords).reversed() where length <= tokens.count {
      for start in 0...(tokens.count - length) {
        let end = start + length
        guard hasMeaning[start], hasMeaning[end - 1],
          tokens[start..<end].allSatisfy({ $0.kind == .word || $0.folded == "-" })
        else { continue }
        found.append(
          Fragment(
            bytes: tokens[start].start..<tokens[end - 1].end,
            text: String(
              decoding: utf8[tokens[start].start..<tokens[end - 1].end], as: UTF8.self)))
      }
    }
    return found
  }

  /// Whether the best rendering has evidence: several units, most of those that have any.
  static func isEvident(_ found: PhraseRenderings) -> Bool {
    guard let best = found.found.first, best.sound >= 2 else { return false }
    return best.count * 2 >= found.linked && best.sound * 3 >= found.examined
  }
}
