/// How a part of the index lies in its file.
///
/// A header of 1,024 bytes, then the sections, each aligned to 64 bytes. All numbers are
/// little-endian. A unit here is one live text of the index's language, numbered in the order of
/// total weight, so that the length filter is a range of numbers; a class is numbered by rarity,
/// rarest first.
///
/// | section | content |
/// |---|---|
/// | tokens | the form of every token, unit by unit: three bytes each, four above 2^24 forms, and one byte behind |
/// | records | 32 bytes a unit and one sentinel: weight, first token, signature of 192 bits: of the classes, and of the forms of numbers, tags and the like |
/// | postings | by class, by unit: see `PostingLayout` |
/// | classPostings, classWeights | where a class's postings start, with a sentinel; its weight |
/// | formClasses, formEnds, formBytes, formTable | the lexicon's forms, and a hash table over them |
/// | classEnds, classBytes, classTable | the classes' names, and a hash table over them |
/// | variants, units, changes, resources, statuses | of each unit, less the smallest; but for the first empty where all are equal |
/// | hashes | of each unit: the text's hash |
/// | weightStarts | the first unit of each weight up to 65,535, with a sentinel |
/// | shortUnits, shortLow, shortHigh, shortStarts | the short texts by folded length: see `ShortTexts` |
/// | shortEnds, shortBytes, shortPairs | of the shorter ones among them the folded forms |
enum PartLayout {
  /// The first bytes of a part's file.
  static let magic: UInt64 = 0x3153_4C41_434B_4943  // "CIKCALS1"
  /// The version of this layout.
  static let version: UInt32 = 3
  /// The length of the header.
  static let headerSize = 1024
  /// What every section's start is a multiple of.
  static let alignment = 64
  /// The bytes of a record.
  static let recordSize = 32
  /// The weight from which on `weightStarts` knows no more.
  static let knownWeights = 65_536

  enum Section: Int, CaseIterable {
    case tokens, records, postings, classPostings, classWeights
    case formClasses, formEnds, formBytes, formTable, classEnds, classBytes, classTable
    case variants, units, changes, resources, statuses, hashes, weightStarts
    case shortUnits, shortEnds, shortBytes, shortLow, shortHigh, shortPairs, shortStarts
  }

  /// The columns that are left out where all units have the same value.
  static let columns: [Section] = [.units, .changes, .resources, .statuses]

  /// How many of the most frequent classes have a bit of the signature to themselves.
  static let frequentBits: UInt32 = 64

  /// The bit of a class in the signatures of a part with so many classes.
  @inline(__always)
  static func bit(ofClass number: UInt32, of classes: UInt32) -> UInt32 {
    if number + frequentBits >= classes { return (classes &- 1 &- number) & 63 }
    return 64 + UInt32(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 57)
  }

  /// The bit in the signatures of a form whose exchange has a least cost: see `ClassOverlap`.
  @inline(__always)
  static func bit(ofForm number: UInt32) -> UInt32 {
    64 + UInt32(truncatingIfNeeded: (UInt64(number) &* 0xD1B5_4A32_D192_ED03) >> 57)
  }
}
