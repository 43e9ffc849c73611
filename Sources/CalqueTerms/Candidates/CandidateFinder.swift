package import CalqueMorphology
import CalqueText

/// Finds what a glossary might want in a text: names, titles, noun phrases, acronyms.
///
/// Noun phrases are chunks of nouns and adjectives that prepositions join. A chunk that begins with
/// a capital is a name, one that an office heads is a title. Shorter phrases inside a chunk are
/// candidates, too, behind the others.
package struct CandidateFinder {
  private let language: Language
  private let offices: OfficeWords
  private var reader: CandidateWords
  private var scanner = TextScanner()
  private let isCommon: (String) -> Bool
  private var found: [String: CandidateTerm] = [:]
  private var order: [String] = []
  private var sizes: [String: Int] = [:]

  /// The maximum number of words of a candidate.
  private static let maxWords = 12

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - morphology: the forms of the language's words.
  ///   - isCommon: whether a folded word is so common that alone it is no candidate.
  package init(_ morphology: Morphology, isCommon: @escaping (String) -> Bool = { _ in false }) {
    language = morphology.language
    offices = language.rules.offices
    reader = CandidateWords(morphology)
    self.isCommon = isCommon
  }

  /// Takes the candidates of a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - start: its first byte in the text.
  package mutating func read(_ sentence: String, at start: Int) {
    reader.read(sentence, at: start, &scanner)
    let words = reader.words
    let chunks = CandidateChunks(words, offices: offices)
    takeAcronyms(words, sentence, start)
    for chunk in chunks.all {
      take(chunk.words, chunk.kind, score(of: chunk, words), sentence, start)
    }
  }

  /// The candidates, best first.
  package var candidates: [CandidateTerm] {
    order.compactMap { found[$0] }.enumerated().sorted {
      ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
    }.map(\.element)
  }

  /// The candidates of the sentences that were read, with their keys and their numbers of words of
  /// meaning; the next sentence begins without them.
  mutating func take() -> [(key: String, term: CandidateTerm, words: Int)] {
    let taken = order.compactMap { key in found[key].map { (key, $0, sizes[key] ?? 1) } }
    found.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    return taken
  }

  // MARK: Acronyms

  private mutating func takeAcronyms(
    _ words: [CandidateWords.Word], _ sentence: String, _ start: Int
  ) {
    for (place, word) in words.enumerated() {
      // In parentheses, *Cades* may be an acronym, too.
      let isAlone =
        place > 1 && place + 1 < words.count && words[place - 1].role == .open
        && words[place + 1].role == .close
      let isNamed = isAlone && word.isCapital && (3...8).contains(word.folded.utf8.count)
      guard word.isAcronym && !Self.isNumeral(word.written) || isNamed else { continue }
      var long: Range<Int>?
      if isAlone,
        let first = AcronymExpansion.start(of: word.written, in: words[..<(place - 1)])
      {
        long = first..<(place - 1)
      } else if place + 2 < words.count, words[place + 1].role == .open,
        let close = words[(place + 2)...].firstIndex(where: { $0.role == .close }),
        close - place - 2 <= Self.maxWords,
        AcronymExpansion.start(of: word.written, in: words[(place + 2)..<close]) == place + 2
      {
        long = (place + 2)..<close
      }
      if !word.isAcronym && long == nil { continue }
      let expansion = long.map { Self.text($0, words, sentence, start) }
      take(place..<(place + 1), .acronym, 0.95, sentence, start, expansion: expansion)
      if let long {
        take(long, words[long.lowerBound].isCapital ? .name : .term, 1, sentence, start)
      }
    }
  }

  /// Whether a word is a Roman numeral, as in *Louis XIV*.
  private static func isNumeral(_ word: String) -> Bool {
    word.utf8.count <= 5 && word.utf8.allSatisfy { "IVXLC".utf8.contains($0) }
  }

  // MARK: Scores

  private func score(of chunk: CandidateChunks.Chunk, _ words: [CandidateWords.Word]) -> Double {
    let content = words[chunk.words].filter { $0.role == .noun || $0.role == .adjective }
    let rare = content.filter { !isCommon($0.folded) }.count
    let share = Double(rare) / Double(max(1, content.count))
    let size = Double(min(content.count, 4))
    switch chunk.rank {
    case .whole:
      switch chunk.kind {
      case .name: return content.count > 1 ? 0.9 : 0.72
      case .title: return content.count > 1 ? 0.8 : 0.5
      case .acronym: return 0.95
      case .term:
        if content.count == 1 {
          let word = words[chunk.words.lowerBound]
          if !word.isKnown { return 0.6 }
          if word.written.contains("-") { return 0.58 }
          return isCommon(word.folded) ? 0.05 : 0.3 + 0.01 * Double(min(word.folded.utf8.count, 15))
        }
        return 0.6 + 0.04 * size + 0.06 * share
      }
    case .extended: return 0.4 + 0.02 * size + 0.04 * share
    case .inner: return content.count > 1 ? 0.25 + 0.02 * size + 0.04 * share : 0.02 + 0.1 * share
    }
  }

  // MARK: Collecting

  private mutating func take(
    _ range: Range<Int>, _ kind: CandidateTerm.Kind, _ score: Double, _ sentence: String,
    _ start: Int, expansion: String? = nil
  ) {
    let words = reader.words
    guard !range.isEmpty, range.count <= Self.maxWords else { return }
    let bytes =
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    let key = words[range].map { $0.isAcronym ? $0.written : language.stemmer.stem($0.folded) }
      .joined(separator: " ")
    guard var known = found[key] else {
      found[key] = CandidateTerm(
        spans: [bytes], surface: Self.text(range, words, sentence, start), kind: kind,
        expansion: expansion, score: score)
      order.append(key)
      sizes[key] = words[range].count { $0.role == .noun || $0.role == .adjective }
      return
    }
    if !known.spans.contains(bytes) { known.spans.append(bytes) }
    known.expansion = known.expansion ?? expansion
    if score > known.score { (known.score, known.kind) = (score, kind) }
    found[key] = known
  }

  private static func text(
    _ range: Range<Int>, _ words: [CandidateWords.Word], _ sentence: String, _ start: Int
  ) -> String {
    let first = words[range.lowerBound].range.lowerBound - start
    let end = words[range.upperBound - 1].range.upperBound - start
    return String(decoding: Array(sentence.utf8)[first..<end], as: UTF8.self)
  }
}
