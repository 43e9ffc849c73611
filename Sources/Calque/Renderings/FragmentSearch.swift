import CalqueAlign
import CalqueMorphology
import CalqueText

/// The fragments of a sentence that a memory may render: stretches of words that begin and end with
/// a word of meaning, the longest first.
struct FragmentSearch {
  struct Fragment {
    /// The place in the sentence, in UTF-8 bytes.
    let bytes: Range<Int>
    let text: String
    /// The number of words of meaning.
    let weight: Int
  }

  private let morphology: Morphology
  private let language: Language
  private let small: Set<String>
  private let numbers: NumberWords
  private var scanner = TextScanner()

  /// The maximum number of words of a fragment.
  private static let maxWords = 8

  init(_ morphology: Morphology) {
    self.morphology = morphology
    language = morphology.language
    small = Set(language.rules.functionWords.all)
    numbers = language.rules.numberWords
  }

  /// What a word is in a fragment.
  private enum Role {
    /// A noun, an adjective, a participle, an infinitive, a number: a fragment may begin and end so.
    case end
    /// Another word of meaning: *peuvent*, *également*.
    case inner
    case small
  }

  /// The fragments of two or more words of meaning, the longest first.
  mutating func fragments(of sentence: String) -> [Fragment] {
    let tokens = tokens(of: sentence, in: language, using: &scanner)
    let utf8 = Array(sentence.utf8)
    let written = tokens.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) }
    let roles = self.roles(tokens, written)
    var found: [Fragment] = []
    for length in (2...Self.maxWords).reversed() where length <= tokens.count {
      for start in 0...(tokens.count - length) {
        let end = start + length
        guard roles[start] == .end, roles[end - 1] == .end,
          tokens[start..<end].allSatisfy({ $0.kind == .word || $0.folded == "-" })
        else { continue }
        found.append(
          Fragment(
            bytes: tokens[start].start..<tokens[end - 1].end,
            text: String(
              decoding: utf8[tokens[start].start..<tokens[end - 1].end], as: UTF8.self),
            weight: roles[start..<end].count { $0 != .small }))
      }
    }
    return found
  }

  /// The roles of words, by the tagger where there is one.
  private func roles(_ tokens: [Token], _ written: [String]) -> [Role] {
    let readings = written.map { morphology.readings(of: $0) }
    let tags = morphology.tagger?.tags(
      of: written.indices.map {
        TaggerWord(written[$0], readings: readings[$0], isFirst: $0 == 0)
      })
    return tokens.indices.map { place in
      let token = tokens[place]
      guard token.kind == .word, token.folded.utf8.count > 2, !small.contains(token.folded) else {
        return .small
      }
      if numbers.words[token.folded] != nil { return .end }
      switch tags?[place].best {
      case .noun, .adjective, .name, .participle, nil: return .end
      case .verb:
        return morphology.lemmas(of: written[place]).contains(written[place].lowercased())
          ? .end : .inner
      case .other: return .inner
      }
    }
  }

  /// Whether the best rendering has evidence: several units, and a good part of those that have any.
  ///
  /// A rendering with fewer words of meaning than the phrase needs more, because it may leave a word
  /// out. What stands in most units before the same words is a part of a longer phrase.
  ///
  /// - Parameters:
  ///   - found: what stands opposite the phrase.
  ///   - weight: the number of the phrase's words of meaning.
  /// - Returns: whether the rendering may be shown.
  static func isEvident(_ found: PhraseRenderings, weight: Int) -> Bool {
    guard let best = found.found.first, best.sound >= 2, !found.isContinued else { return false }
    guard best.count * 5 >= found.linked * 2, best.sound * 4 >= found.examined else { return false }
    return best.meaning >= weight || best.sound >= 5 && best.sound * 2 >= found.examined
  }
}
