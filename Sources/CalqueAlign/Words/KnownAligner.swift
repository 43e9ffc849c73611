package import CalqueModel
internal import CalqueText

/// An aligner for a few sentences at a time, which knows a lexicon and has learned from some
/// sentences before.
///
/// Words that are met for the first time get what the lexicon knows of them.
package struct KnownAligner: Sendable {
  private var source: WordNumbers
  private var target: WordNumbers
  private var aligner: WordAligner
  private let lexicon: LexiconWords
  // The words by the letters by which the lexicon knows them.
  private var sources: [[UInt8]: [UInt32]] = [:]
  private var targets: [[UInt8]: [UInt32]] = [:]

  /// Learns from sentences.
  ///
  /// - Parameters:
  ///   - pairs: sentences and their translations, from all over a memory.
  ///   - languages: the two languages.
  package init(learningFrom pairs: [(source: String, target: String)], languages: LanguagePair) {
    source = WordNumbers(Language(languages.source))
    target = WordNumbers(Language(languages.target))
    aligner = WordAligner(sourceWords: 1, targetWords: 1)
    lexicon = LexiconWords(BilingualLexicon.shipped(for: languages) ?? BilingualLexicon())
    var sentences = SentencePairs()
    for pair in pairs {
      sentences.append(source: source.read(pair.source), target: target.read(pair.target))
    }
    know(sourceFrom: 0, targetFrom: 0)
    // Few sentences need more draws before they agree on anything.
    let sweeps = pairs.count < 30 ? 10 : 3
    _ = aligner.align(
      sentences, schedule: .init(words: sweeps, order: sweeps, fertility: sweeps, settling: 2))
  }

  /// Links the words of sentences.
  ///
  /// - Parameter pairs: the sentences and their translations.
  /// - Returns: the links of each pair, and the places of its words in both texts, in UTF-8 bytes.
  package func links(
    of pairs: [(source: String, target: String)]
  ) -> [(links: [WordLink], source: [Range<Int>], target: [Range<Int>])] {
    var own = self
    let (sources, targets) = (source.count, target.count)
    var sentences = SentencePairs()
    var places: [(source: [Range<Int>], target: [Range<Int>])] = []
    for pair in pairs {
      let (first, second) = (own.source.read(pair.source), own.target.read(pair.target))
      sentences.append(source: first, target: second)
      places.append((own.source.ranges, own.target.ranges))
    }
    own.know(sourceFrom: sources, targetFrom: targets)
    let links = own.aligner.align(
      sentences,
      schedule: pairs.count < 10
        ? .init(words: 2, order: 4, fertility: 6, settling: 8)
        : .init(words: 1, order: 1, fertility: 2, settling: 3),
      learns: false,
      leastShare: 0.25)
    return zip(links, places).map { ($0, $1.source, $1.target) }
  }

  /// Gives the words from two numbers on what the lexicon knows of them.
  private mutating func know(sourceFrom: Int, targetFrom: Int) {
    aligner.forward.grow(to: source.count + 1)
    aligner.backward.grow(to: target.count + 1)
    func beginning(_ stem: [UInt8]) -> [UInt8] { Array(stem.prefix(BilingualLexicon.letters)) }
    for number in targetFrom..<target.count {
      let word = UInt32(number + 1)
      targets[beginning(target.stem(word)), default: []].append(word)
    }
    for number in sourceFrom..<source.count {
      let word = UInt32(number + 1)
      let stem = source.stem(word)
      sources[beginning(stem), default: []].append(word)
      if stem.count > 3, let same = target.existing(stem) { aligner.know(word, same, 1, 1) }
      for entry in lexicon.forward[beginning(stem)] ?? [] {
        for other in targets[entry.other] ?? [] {
          aligner.know(word, other, entry.there, entry.back)
        }
      }
    }
    for number in targetFrom..<target.count {
      let word = UInt32(number + 1)
      for entry in lexicon.backward[beginning(target.stem(word))] ?? [] {
        for other in sources[entry.other] ?? [] where Int(other) <= sourceFrom {
          aligner.know(other, word, entry.there, entry.back)
        }
      }
    }
  }
}

/// The pairs of a lexicon by the beginnings of their words.
private struct LexiconWords: Sendable {
  typealias Entry = (other: [UInt8], there: Float, back: Float)
  private(set) var forward: [[UInt8]: [Entry]] = [:]
  private(set) var backward: [[UInt8]: [Entry]] = [:]

  init(_ lexicon: BilingualLexicon) {
    for entry in lexicon.entries {
      let (source, target) = (Array(lexicon.source(entry)), Array(lexicon.target(entry)))
      forward[source, default: []].append((target, entry.forward, entry.backward))
      backward[target, default: []].append((source, entry.forward, entry.backward))
    }
  }
}
