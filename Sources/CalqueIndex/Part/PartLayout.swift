/// The layout of a part of the index in its file.
///
/// A header of 1,024 bytes, then the sections, each aligned to 64 bytes. All numbers are
/// little-endian. A unit is one live text of the index's language. Units are numbered in the order
/// of total weight, so that the length filter is a range of numbers. Classes are numbered from the
/// rarest for their weight on.
///
/// | section | content |
/// |---|---|
/// | tokens | the form of every token, unit by unit: three bytes each, or four from 2^24 forms on;
/// one byte of padding |
/// | records | 32 bytes a unit, and a sentinel: weight, first token, and a signature of 192 bits
/// for the classes and for the forms of numbers, tags and similar tokens |
/// | postings | by class, then by unit; then the heads of the long lists, likewise: see
/// `PostingLayout` |
/// | classPostings, classHeads, headWords, classWeights | the first posting of each class, with a
/// sentinel; the first posting of its head, likewise; the word of each posting in a head, see
/// `headBit`; the weight of each class |
/// | formClasses, formEnds, formBytes, formTable | the class and the name of each form, and a hash
/// table of the names |
/// | classEnds, classBytes, classTable | the name of each class, and a hash table of the names |
/// | variants, units, changes, resources, statuses | a value for each unit, less the smallest; all
/// but variants are empty if their values are equal |
/// | hashes | the hash of each unit's text |
/// | weightStarts | the first unit of each weight up to 65,535, with a sentinel |
/// | shortUnits, shortLow, shortHigh, shortStarts | the short texts by folded length: see
/// `ShortTexts` |
/// | shortEnds, shortBytes, shortPairs | the folded forms of the shorter texts among them, and the
/// columns of their pairs, length by length: see `PairColumns` |
enum PartLayout {
  /// The first eight bytes of a part's file.
  static let magic: UInt64 = 0x3153_4C41_434B_4943  // "CIKCALS1"
  /// The version of this layout.
  static let version: UInt32 = 4
  /// The bytes of the header.
  static let headerSize = 1024
  /// The number of bytes of which every section's start is a multiple.
  static let alignment = 64
  /// The bytes of a record.
  static let recordSize = 32
  /// The number of weights, from 0 on, whose first unit `weightStarts` can hold.
  static let knownWeights = 65_536

  /// The sections; a raw value is the section's place in the header.
  enum Section: Int, CaseIterable {
    case tokens, records, postings, classPostings, classHeads, headWords, classWeights
    case formClasses, formEnds, formBytes, formTable, classEnds, classBytes, classTable
    case variants, units, changes, resources, statuses, hashes, weightStarts
    case shortUnits, shortEnds, shortBytes, shortLow, shortHigh, shortPairs, shortStarts
  }

  /// The columns that are empty if all units have the same value.
  static let columns: [Section] = [.units, .changes, .resources, .statuses]

  /// The number of the most frequent classes, which have a bit of a record's signature each.
  ///
  /// All other classes, and the forms, share the 128 bits that are left.
  static let frequentBits: UInt32 = 64

  /// The bit of a class in the records' signatures, in a part of `classes` classes.
  @inline(__always)
  static func bit(ofClass number: UInt32, of classes: UInt32) -> UInt32 {
    if number + frequentBits >= classes { return (classes &- 1 &- number) & 63 }
    return 64 + UInt32(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 57)
  }

  /// The bit, in the records' signatures, of a form whose exchange has a minimum cost.
  ///
  /// See `ClassOverlap`.
  @inline(__always)
  static func bit(ofForm number: UInt32) -> UInt32 {
    64 + UInt32(truncatingIfNeeded: (UInt64(number) &* 0xD1B5_4A32_D192_ED03) >> 57)
  }

  /// The bit of a class in the words of the heads; 0 for the most frequent classes.
  ///
  /// Nearly every unit holds some of the most frequent classes: they would fill the words and tell
  /// nothing. Signatures of postings and records have bits for them.
  @inline(__always)
  static func headBit(ofClass number: UInt32, of classes: UInt32) -> UInt32 {
    if number + frequentBits >= classes { return 0 }
    return 1 << ((UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 59)
  }

  /// The word of a unit in the heads, by its classes.
  static func headWord(_ unit: [UInt32], of classes: UInt32) -> UInt32 {
    var word: UInt32 = 0
    for number in unit { word |= headBit(ofClass: number, of: classes) }
    return word
  }
}
