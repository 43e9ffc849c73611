import CalqueAlign
import CalqueMorphology
import CalqueText

/// The fragments of a sentence that a memory may render: stretches of words that begin and end with
/// a word of meaning, the longest first.
struct FragmentSearch {
  /// What a fragment is as a phrase.
  enum Kind {
    /// A noun with what describes it.
    case noun
    /// A verb, or a participle, with what belongs to it.
    case verb
    case other
  }

  struct Fragment {
    /// The place in the sentence, in UTF-8 bytes.
    let bytes: Range<Int>
    let text: String
    /// The number of words of meaning.
    let weight: Int
    /// Whether the fragment proves nothing in another form: it begins with a finite verb or a
    /// present participle.
    let isDoubtful: Bool
    /// Whether the fragment begins with a number or an adverb, which no rendering may leave out.
    let isCounted: Bool
    /// Whether the sentence goes on with a word of the same phrase.
    let isCut: Bool
    /// Whether each word of meaning begins with a capital, inside the sentence.
    let isName: Bool
    var kind = Kind.other
    /// Whether a conjunction joins words of the fragment.
    var isJoined = false
  }

  private let morphology: Morphology
  private let small: Set<String>
  private var scanner = TextScanner()

  /// The maximum number of words of a fragment.
  private static let maxWords = 8

  init(_ morphology: Morphology) {
    self.morphology = morphology
    small = Set(morphology.language.rules.functionWords.all)
  }

  /// The fragments of two or more words of meaning, the longest first; those that an adjective
  /// continues come last: *président de la commission* médicale.
  mutating func fragments(of sentence: String) -> [Fragment] {
    let words = FragmentWords(sentence, morphology, small: small, scanner: &scanner)
    let utf8 = Array(sentence.utf8)
    var found: [Fragment] = []
    var cut: [Fragment] = []
    for length in (2...Self.maxWords).reversed() where length <= words.tokens.count {
      for start in 0...(words.tokens.count - length) {
        let range = start..<(start + length)
        guard words.isFragment(range) else { continue }
        let bytes = words.tokens[start].start..<words.tokens[range.upperBound - 1].end
        let fragment = Fragment(
          bytes: bytes, text: String(decoding: utf8[bytes], as: UTF8.self),
          weight: words.roles[range].count(where: \.hasMeaning),
          isDoubtful: words.roles[start] == .verb || words.roles[start] == .gerund,
          isCounted: words.roles[start] == .number || words.roles[start] == .adverb,
          isCut: words.isCut(range), isName: words.isName(range),
          kind: words.kind(of: range), isJoined: words.isJoined(range))
        if fragment.isCut { cut.append(fragment) } else { found.append(fragment) }
      }
    }
    return found + cut
  }
}
