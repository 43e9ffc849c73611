package import CalqueMatch
internal import CalqueModel
package import CalqueText

/// Builds a part of the index from the texts of a memory.
///
/// Each text is read once and forgotten. The builder keeps four bytes a token, the lexicon and
/// about 50 bytes a unit. The postings are laid out and written eight million at a time. A memory
/// of 1.17 million units takes about 300 MB at the peak.
package struct PartBuilder: Sendable {
  private let stemmer: Stemmer
  var lexicon: Lexicon
  private var scanner = TextScanner()
  var tokens = BlockArray()
  // The columns of the units, in the order in which the units were added.
  var weights: [UInt32] = []
  var tokenStarts: [UInt32] = []
  var variants: [Int64] = []
  var units: [Int64] = []
  var changes: [Int64] = []
  var resources: [UInt32] = []
  var statuses: [UInt8] = []
  var hashes: [UInt64] = []
  var shorts = ShortTextsBuilder()

  private var folded: [UInt32] = []
  private var row: [UInt32] = []

  /// An empty part for a language.
  package init(language: Language) {
    stemmer = language.stemmer
    lexicon = Lexicon(stemmer: language.stemmer)
  }

  /// The number of units added so far.
  package var count: Int { weights.count }

  /// Adds a text; a text without tokens can never match and is left out.
  ///
  /// - Throws: `IndexError.tooLarge` if the memory is beyond the numbers of an index.
  package mutating func add(_ segment: MemorySegment) throws(IndexError) {
    scanner.scan(segment.text, breaks: segment.breaks)
    if scanner.tokens.isEmpty { return }
    guard tokens.count + scanner.tokens.count < Int(UInt32.max), weights.count < 1 << 31 else {
      throw .tooLarge(what: "it has more than 2³² tokens or 2³¹ texts")
    }
    tokenStarts.append(UInt32(tokens.count))
    lexicon.enter(scanner.tokens, of: scanner.text, into: &row)
    tokens.append(row)
    weights.append(lexicon.weight(of: row))
    variants.append(segment.variant)
    units.append(segment.unit)
    changes.append(segment.changed)
    guard segment.resource >= 0, segment.resource < Int64(UInt32.max) else {
      throw .tooLarge(what: "the number of a memory is beyond 32 bits")
    }
    resources.append(UInt32(segment.resource))
    statuses.append(UInt8(truncatingIfNeeded: segment.status.rawValue))
    hashes.append(TextEquality.hash(of: scanner.text, text: segment.text))
    // A long text need not be folded to know that it is long.
    if scanner.text.holdsMoreLetters(than: ShortTexts.longest) { return }
    scanner.text.foldTrimmed(into: &folded)
    if folded.count <= ShortTexts.longest {
      shorts.add(unit: UInt32(weights.count - 1), folded: folded)
    }
  }
}
