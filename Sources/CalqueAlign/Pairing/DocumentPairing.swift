internal import Glibc

/// Pairs the documents of two collections by what stands in them.
///
/// A document is the vector of its words, weighted by their rarity; the words of a source document
/// are carried over to the other language by the lexicon, and names, numbers and words that both
/// languages spell alike by themselves. Two documents resemble each other by the cosine of their
/// vectors, less what their lengths differ. A resemblance counts against those of the neighbours: a
/// document that resembles everything translates nothing (the margin of M. Artetxe and H. Schwenk,
/// "Margin-based Parallel Corpus Mining", ACL 2019). The best pair comes first, each document is in
/// one pair at most, and a document whose best counterpart is no better than others has none, nor
/// has one whose names and numbers contradict it (`SharedNames`).
///
///     var pairing = DocumentPairing(lexicon: BilingualLexicon.shipped(for: pair))
///     for text in french { pairing.addSource(text) }
///     for text in english { pairing.addTarget(text) }
///     for match in pairing.matches() { print(match.source, match.target, match.confidence) }
public struct DocumentPairing: Sendable {
  /// A source document and the target document that translates it.
  public struct Match: Hashable, Sendable {
    /// The source document, by its number from 0.
    public let source: Int
    /// The target document, by its number from 0.
    public let target: Int
    /// The confidence in the pair, from 0.5 to 1.
    public let confidence: Double
  }

  private let lexicon: BilingualLexicon
  private var source = Collection()
  private var target = Collection()

  /// The number of candidates that are kept for a document.
  private static let candidates = 60
  /// The number of neighbours that a resemblance is compared with.
  private static let neighbours = 5
  /// The score that a pair must reach; fitted on sets of 240 and of 2,000 documents.
  private static let least: Float = 0.75
  /// The resemblance that a pair must have, however little its neighbours have.
  private static let leastValue: Float = 0.12
  /// The share of the weight of words of up to three letters: in a small collection, articles and
  /// prepositions are rare as well.
  private static let shortWords: Float = 0.3
  /// A resemblance that counts as that of unlike documents, added to that of the neighbours.
  private static let floor: Float = 0.02

  /// Creates a pairing without documents; a lexicon is optional.
  public init(lexicon: BilingualLexicon? = nil) { self.lexicon = lexicon ?? BilingualLexicon() }

  /// Adds a source document.
  public mutating func addSource(_ text: String) { source.add(text) }

  /// Adds a target document.
  public mutating func addTarget(_ text: String) { target.add(text) }

  /// The documents of one side, as the counts of their words.
  struct Collection: Sendable {
    private(set) var vocabulary = Vocabulary()
    private(set) var documents: [[(word: Int32, weight: Float)]] = []
    private(set) var lengths: [Float] = []
    /// The number of documents with each word.
    private(set) var frequency: [Int32] = []

    mutating func add(_ text: String) {
      let words = vocabulary.read(text).sorted()
      var counts: [(word: Int32, weight: Float)] = []
      for word in words where vocabulary.kinds[Int(word)] != .mark {
        if counts.last?.word == word {
          counts[counts.count - 1].weight += 1
        } else {
          counts.append((word, 1))
        }
      }
      for _ in frequency.count..<vocabulary.counts.count { frequency.append(0) }
      for count in counts { frequency[Int(count.word)] += 1 }
      documents.append(counts.map { ($0.word, 1 + logf($0.weight)) })
      lengths.append(Float(max(1, text.utf8.count)))
    }

    /// The weight of a word: the rarer it is among the documents, the more it tells.
    func rarity(_ word: Int32) -> Float {
      let isShort = vocabulary.kinds[Int(word)] == .letters && vocabulary.stems[Int(word)].count < 4
      let rarity = logf((Float(documents.count) + 1) / (Float(frequency[Int(word)]) + 0.5))
      return isShort ? rarity * DocumentPairing.shortWords : rarity
    }
  }

  /// The pairs, the surest first.
  ///
  /// - Complexity: O(w·n) for w words of the source documents and n target documents, and memory
  ///   for 60 candidates of each source document.
  public func matches() -> [Match] {
    Self.chosen(
      resemblances(), targets: target.documents.count, SharedNames(source, target, lexicon))
  }

  /// A candidate: a target document, and how much it resembles the source document.
  struct Candidate: Sendable {
    let target: Int
    let value: Float
  }

  /// The candidates of each source document, the best first.
  private func resemblances() -> [[Candidate]] {
    let translations = translations()
    var postings = [[(document: Int32, weight: Float)]](
      repeating: [], count: target.vocabulary.counts.count)
    for (number, document) in target.documents.enumerated() {
      let weights = document.map { $0.weight * target.rarity($0.word) }
      let norm = max(1e-6, weights.reduce(0) { $0 + $1 * $1 }.squareRoot())
      for (count, weight) in zip(document, weights) {
        postings[Int(count.word)].append((Int32(number), weight / norm))
      }
    }
    let sizes = (source.lengths.reduce(0, +), target.lengths.reduce(0, +))
    let growth = sizes.1 / max(1, sizes.0)
    return source.documents.indices.map { number in
      var carried: [Int32: Float] = [:]
      for count in source.documents[number] {
        let weight = count.weight * source.rarity(count.word)
        for pair in translations[Int(count.word)] {
          carried[pair.word, default: 0] += weight * pair.share
        }
      }
      // In the order of the words, so that the sums are the same each time.
      let words = carried.sorted { $0.key < $1.key }
      let norm = max(1e-6, words.reduce(0) { $0 + $1.value * $1.value }.squareRoot())
      var values = [Float](repeating: 0, count: target.documents.count)
      for (word, weight) in words {
        for posting in postings[Int(word)] {
          values[Int(posting.document)] += weight / norm * posting.weight
        }
      }
      let length = growth * source.lengths[number]
      return Self.best(values) { target in
        let ratio = length / self.target.lengths[target]
        return powf(min(ratio, 1 / ratio), 0.6)
      }
    }
  }

  /// The best candidates by their values, each times a factor.
  private static func best(_ values: [Float], _ factor: (Int) -> Float) -> [Candidate] {
    var found: [Candidate] = []
    for (target, value) in values.enumerated() where value > floor {
      found.append(Candidate(target: target, value: value * factor(target)))
    }
    found.sort { $0.value != $1.value ? $0.value > $1.value : $0.target < $1.target }
    return Array(found.prefix(candidates))
  }

  /// The target words that stand for each source word, and their shares.
  private func translations() -> [[(word: Int32, share: Float)]] {
    let count = source.vocabulary.counts.count
    var translations = [[(word: Int32, share: Float)]](repeating: [], count: count)
    var known = [Bool](repeating: false, count: count)
    for entry in lexicon.entries {
      let (first, second) = (lexicon.source(entry), lexicon.target(entry))
      guard let word = source.vocabulary.stem(first), word < count else { continue }
      known[Int(word)] = true
      guard !first.elementsEqual(second), let other = target.vocabulary.stem(second) else {
        continue
      }
      // The root keeps several translations of one word apart from none at all.
      translations[Int(word)].append((other, entry.forward.squareRoot()))
    }
    for word in translations.indices where source.vocabulary.kinds[word] != .mark {
      let bytes = source.vocabulary.stems[word]
      let isNumber = source.vocabulary.kinds[word] == .number
      guard isNumber || bytes.count >= 3, let same = target.vocabulary.stem(bytes) else { continue }
      // A word with translations that is spelled alike is often a false friend.
      translations[word].append((same, known[word] && !isNumber ? 0.5 : 1))
    }
    return translations
  }

  /// One pair for a document at most, chosen by score.
  private static func chosen(
    _ candidates: [[Candidate]], targets: Int, _ names: SharedNames
  ) -> [Match] {
    var columns = [[Float]](repeating: [], count: targets)
    for row in candidates {
      for candidate in row { columns[candidate.target].append(candidate.value) }
    }
    for target in columns.indices { columns[target] = top(columns[target]) }
    var scored: [(score: Float, source: Int, target: Int)] = []
    for (source, row) in candidates.enumerated() {
      let best = top(row.map(\.value))
      for candidate in row where candidate.value >= leastValue {
        let around =
          (others(best, candidate.value) + others(columns[candidate.target], candidate.value)) / 2
        let score = candidate.value / (around + floor) * candidate.value.squareRoot()
        if score >= least, !names.contradict(source, candidate.target) {
          scored.append((score, source, candidate.target))
        }
      }
    }
    scored.sort { a, b in
      if a.score != b.score { return a.score > b.score }
      return (a.source, a.target) < (b.source, b.target)
    }
    var (usedSources, usedTargets) = (Set<Int>(), Set<Int>())
    return scored.compactMap { pair in
      guard !usedSources.contains(pair.source), !usedTargets.contains(pair.target) else {
        return nil
      }
      usedSources.insert(pair.source)
      usedTargets.insert(pair.target)
      let odds = powf(pair.score / least, 4)
      return Match(
        source: pair.source, target: pair.target, confidence: Double(odds / (1 + odds)))
    }
  }

  /// The highest values, one more than neighbours count.
  private static func top(_ values: [Float]) -> [Float] {
    Array(values.sorted(by: >).prefix(neighbours + 1))
  }

  /// The mean of the highest values, without one that may be among them.
  private static func others(_ top: [Float], _ value: Float) -> Float {
    let last = top.count > neighbours ? top[neighbours] : 0
    return (top.reduce(0, +) - max(value, last)) / Float(neighbours)
  }
}
