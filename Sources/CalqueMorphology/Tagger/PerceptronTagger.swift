/// A small part-of-speech tagger: an averaged perceptron (Collins 2002), greedy from left to right.
///
/// The weights are a file that `scripts/train-tagger` makes from treebanks: `CALQTAGS`, the version,
/// the number of rows, a power of two, and whether a lexicon was used (4 bytes each, little-endian),
/// then six weights of one byte a row. A feature's hash chooses the row (`TaggerFeatures`).
@safe package struct PerceptronTagger: Sendable {
  /// The tags, in the order of the weights.
  package enum Tag: Int, Sendable, CaseIterable {
    /// A common noun.
    case noun
    case adjective
    /// A finite verb, an infinitive, an auxiliary.
    case verb
    /// A participle or gerund.
    case participle
    /// A proper noun.
    case name
    case other
  }

  /// The tag of a word, with the scores of all tags.
  package struct Tagging: Sendable {
    package let best: Tag
    private let scores: [Int32]

    init(scores: [Int32]) {
      self.scores = scores
      var best = Tag.noun
      for tag in Tag.allCases where scores[tag.rawValue] > scores[best.rawValue] { best = tag }
      self.best = best
    }

    /// The lead of the best tag over a tag; 0 for the best tag itself.
    package func lead(over tag: Tag) -> Int { Int(scores[best.rawValue] - scores[tag.rawValue]) }
  }

  private static let magic: UInt64 = 0x5347_4154_514C_4143
  private static let headerSize = 20
  private static let tagCount = Tag.allCases.count
  private let address: UInt
  private let rows: Int
  private let owner: any AnyObject & Sendable
  /// Whether the weights expect the classes of words that a lexicon knows.
  package let needsLexicon: Bool

  /// Opens a tagger's weights.
  ///
  /// - Parameters:
  ///   - address: the address of the file's bytes.
  ///   - size: the number of bytes.
  ///   - owner: keeps the bytes readable.
  /// - Throws: `LexiconError` if the bytes are no weights of this version.
  package init(
    address: UInt, size: Int, owner: any AnyObject & Sendable
  ) throws(LexiconError) {
    guard size >= Self.headerSize, let start = unsafe UnsafeRawPointer(bitPattern: address)
    else { throw .damaged("the tagger ends within its header") }
    func number(_ place: Int) -> UInt32 {
      unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    let magic = unsafe start.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    guard UInt64(littleEndian: magic) == Self.magic else { throw .damaged("it is no tagger") }
    guard number(8) == 1 else { throw .version(number(8)) }
    rows = Int(number(12))
    guard rows > 0, rows & (rows - 1) == 0, size == Self.headerSize + rows * Self.tagCount else {
      throw .damaged("the tagger's size is not what it says")
    }
    needsLexicon = number(16) != 0
    self.address = address + UInt(Self.headerSize)
    self.owner = owner
  }

  /// The tags of the words of one sentence, in order.
  ///
  /// - Complexity: O(n) in the letters of the words.
  package func tags(of words: [TaggerWord]) -> [Tagging] {
    var tags = [Tagging]()
    tags.reserveCapacity(words.count)
    var features = TaggerFeatures(words)
    var (one, two) = (UInt8(Self.tagCount), UInt8(Self.tagCount))
    for place in words.indices {
      var scores = [Int32](repeating: 0, count: Self.tagCount)
      features.forEach(at: place, one, two) { hash in
        let row = Int(hash) & (rows - 1)
        for tag in 0..<Self.tagCount { scores[tag] += Int32(weight(row, tag)) }
      }
      let tagging = Tagging(scores: scores)
      tags.append(tagging)
      (two, one) = (one, UInt8(tagging.best.rawValue))
    }
    return tags
  }

  private func weight(_ row: Int, _ tag: Int) -> Int8 {
    let place = row * Self.tagCount + tag
    guard let weights = unsafe UnsafePointer<Int8>(bitPattern: address) else { return 0 }
    return unsafe weights[place]
  }
}
