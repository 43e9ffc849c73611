/// The layout of a frozen recogniser's file, which is little-endian throughout.
///
/// A header of one block, the sections, each aligned to 64 bytes, and the sums of all blocks behind
/// the header. No record crosses a block.
///
/// | section | a record |
/// |---|---|
/// | formSlots, stemSlots | 16 bytes, a slot of a hash table (linear probing): the hash of a form,
/// its place in the pool, its bytes, its first reading and 1; a free slot has no reading |
/// | formReadings, stemReadings | 8 bytes: the word, the inflection, the stable bytes, whether it is
/// the last reading of its form |
/// | lemmaSlots | 16 bytes, a slot of a hash table: the lemma, its first word, the number of words |
/// | lemmaWords | 4 bytes: a word |
/// | edges | 16 bytes, a slot of a hash table: a node of the trie, a word, the node behind; a free
/// slot leads to the root |
/// | nodes | 8 bytes: the first entry that ends here and 1, the gaps, the words of the shortest rest |
/// | entries | 20 bytes of 32: the term, the first word, the number of words, the next entry at the
/// same node and 1, the flags |
/// | entryWords | 8 bytes: the text of a word, the gap before it |
/// | wordTexts | 32 bytes: the folded and the written form in the pool, the first reading and the
/// word's number, the number of readings, the flags |
/// | wordReadings | 16 bytes: the lemma, the features, whether the form is the lemma |
/// | terms | 40 bytes of 64: the ids of term, concept and glossary, the flags, the text in the pool |
/// | alikeTerms | 20 bytes of 32: the signature of a term's letters (`LetterCount`), the term, its
/// text in the pool; the terms in the order of their scalars |
/// | alikeStarts | 4 bytes: the first place of each number of scalars in alikeTerms |
/// | pool | 1 byte: the texts |
enum FrozenLayout {
  /// The first eight bytes of the file.
  static let magic: UInt64 = 0x314D_5245_544B_4943  // "CIKTERM1"
  /// The version of this layout.
  static let version: UInt64 = 1
  /// The version of the rules that make a term's forms; a change of what the rules make needs a new
  /// number, and a test says so.
  static let rules: UInt64 = 4
  /// The bytes of the header, and of every block that has a sum.
  static let blockSize = 4096
  /// The number of bytes of which every section's start is a multiple.
  static let alignment = 64
  /// The places of the header's words of eight bytes.
  enum Header {
    static let size = 4
    static let morphology = 5
    static let language = 6
    static let sequence = 7
    static let mark = 8
    static let sums = 9
    static let sumOfSums = 10
    static let words = 11
    static let sections = 12
    static let sum = FrozenLayout.blockSize / 8 - 1
  }

  /// The sections, in the order of the file.
  enum Section: Int, CaseIterable {
    case formSlots, formReadings, stemSlots, stemReadings, lemmaSlots, lemmaWords, edges, nodes
    case entries, entryWords, wordTexts, wordReadings, terms, alikeTerms, alikeStarts, pool

    /// The bytes of a record.
    var recordSize: Int {
      switch self {
      case .formSlots, .stemSlots, .lemmaSlots, .edges, .wordReadings: 16
      case .formReadings, .stemReadings, .nodes, .entryWords: 8
      case .lemmaWords, .alikeStarts: 4
      case .entries, .wordTexts, .alikeTerms: 32
      case .terms: 64
      case .pool: 1
      }
    }
  }

  /// The slots of a hash table for some entries: a power of two, at most half of them in use.
  static func slots(for count: Int) -> Int {
    var slots = 8
    while slots < count * 2 { slots *= 2 }
    return slots
  }

  /// The number of a lemma's or an edge's first slot.
  ///
  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, section 6.4).
  static func slot(_ key: UInt64, of count: Int) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }
}
