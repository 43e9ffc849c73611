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
  private var counted = SentencePairs()
  // The forms that were compared with each other.
  private var forms: (source: [WordNumbers.Form], target: [WordNumbers.Form]) = ([], [])
  // The words by the letters by which the lexicon knows them.
  private var sources: [[UInt8]: [UInt32]] = [:]
  private var targets: [[UInt8]: [UInt32]] = [:]

  /// Learns from sentences.
  ///
  /// - Parameters:
  ///   - pairs: sentences and their translations, from all over a memory.
  ///   - maxTeaching: the maximum number of pairs that teach; of more, evenly spread ones. The others
  ///     are only counted, which takes a fraction of the time.
  ///   - languages: the two languages.
  package init(
    learningFrom pairs: [(source: String, target: String)], maxTeaching: Int = 100,
    languages: LanguagePair
  ) {
    source = WordNumbers(Language(languages.source))
    target = WordNumbers(Language(languages.target))
    aligner = WordAligner(sourceWords: 1, targetWords: 1)
    lexicon = LexiconWords(BilingualLexicon.shipped(for: languages) ?? BilingualLexicon())
    var teaching = SentencePairs()
    let step = max(1, (pairs.count + maxTeaching - 1) / max(1, maxTeaching))
    for (place, pair) in pairs.enumerated() {
      let texts = (source: source.read(pair.source), target: target.read(pair.target))
      counted.append(source: texts.source, target: texts.target)
      if place % step == 0 { teaching.append(source: texts.source, target: texts.target) }
    }
    know(sourceFrom: 0, targetFrom: 0, formsFrom: (0, 0))
    // Few sentences need more draws before they agree on anything.
    let sweeps = teaching.count < 30 ? 10 : 3
    _ = aligner.align(
      teaching, schedule: .init(words: sweeps, order: sweeps, fertility: sweeps, settling: 2))
  }

  /// Sentences with their links.
  package struct Linked: Sendable {
    /// A sentence in words.
    package struct Text: Sendable {
      /// The forms of the words, by number.
      package let forms: [UInt32]
      /// The stems of the words, by number.
      package let stems: [UInt32]
      /// The places of the words in the text, in UTF-8 bytes.
      package let ranges: [Range<Int>]

      fileprivate init(_ text: String, _ numbers: inout WordNumbers) {
        forms = numbers.readForms(text)
        stems = forms.map { [numbers] in numbers.stem(ofForm: $0) }
        ranges = numbers.ranges
      }
    }

    /// The words of each pair.
    package fileprivate(set) var texts: [(source: Text, target: Text)] = []
    /// The links of each pair.
    package fileprivate(set) var links: [[WordLink]] = []
    fileprivate var numbers: (source: WordNumbers, target: WordNumbers)

    /// The text of a form of one side.
    package func form(_ number: UInt32, isSource: Bool) -> String {
      let numbers = isSource ? numbers.source : numbers.target
      return String(decoding: numbers.form(number), as: UTF8.self)
    }

    /// The UTF-8 bytes of a stem of one side.
    package func stem(_ number: UInt32, isSource: Bool) -> [UInt8] {
      (isSource ? numbers.source : numbers.target).stem(number)
    }
  }

  /// Links the words of sentences.
  ///
  /// - Parameter pairs: the sentences and their translations.
  /// - Returns: the sentences with their links.
  package func linked(_ pairs: [(source: String, target: String)]) -> Linked {
    var own = self
    let (sources, targets) = (source.count, target.count)
    let counts = (source.formCount, target.formCount)
    var sentences = SentencePairs()
    var linked = Linked(numbers: (source, target))
    for pair in pairs {
      let texts = (
        source: Linked.Text(pair.source, &own.source), target: Linked.Text(pair.target, &own.target)
      )
      sentences.append(source: texts.source.stems, target: texts.target.stems)
      linked.texts.append(texts)
    }
    own.know(sourceFrom: sources, targetFrom: targets, formsFrom: counts)
    linked.links = own.aligner.align(
      sentences,
      schedule: pairs.count < 10
        ? .init(words: 2, order: 4, fertility: 6, settling: 8)
        : .init(words: 1, order: 1, fertility: 2, settling: 3),
      learns: false,
      leastShare: 0.25)
    linked.numbers = (own.source, own.target)
    return linked
  }

  /// The number of sentences that were read at first.
  package var count: Int { counted.count }

  /// How often words stand side by side in these sentences.
  package func count(of words: [UInt32], isSource: Bool) -> Int {
    let all = isSource ? counted.source.words : counted.target.words
    guard let first = words.first, words.count <= all.count else { return 0 }
    return (0...(all.count - words.count)).count { place in
      all[place] == first && all[place..<(place + words.count)].elementsEqual(words)
    }
  }

  /// Gives the words from two numbers on what the lexicon knows of them.
  private mutating func know(
    sourceFrom: Int, targetFrom: Int, formsFrom: (source: Int, target: Int)
  ) {
    aligner.forward.grow(to: source.count + 1)
    aligner.backward.grow(to: target.count + 1)
    let (near, far) = (
      source.forms(from: formsFrom.source), target.forms(from: formsFrom.target)
    )
    aligner.know(near, forms.target + far)
    aligner.know(forms.source, far)
    (forms.source, forms.target) = (forms.source + near, forms.target + far)
    func beginning(_ stem: [UInt8]) -> [UInt8] { Array(stem.prefix(BilingualLexicon.letters)) }
    for number in targetFrom..<target.count {
      let word = UInt32(number + 1)
      targets[beginning(target.stem(word)), default: []].append(word)
    }
    for number in sourceFrom..<source.count {
      let word = UInt32(number + 1)
      let stem = source.stem(word)
      sources[beginning(stem), default: []].append(word)
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
