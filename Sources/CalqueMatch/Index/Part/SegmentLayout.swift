/// How a segment of the index lies in its file.
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
enum SegmentLayout {
  /// The first bytes of a segment's file.
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

  /// The bit of a class in the signatures of a segment with so many classes.
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

/// The sum that tells whether a block of a file is what was written.
///
/// Four lanes of multiply and rotate over words of eight bytes, after Y. Collet's xxHash64 (2014):
/// it finds torn and flipped bytes; it is no protection against intent.
struct Checksum: Sendable {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x60EA_27EE_ADC0_B5D6, 0xC2B2_AE3D_27D4_EB4F, 0, 0x61C8_864E_7A14_3579
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = lane &+ word &* second
    return (mixed << 31 | mixed >> 33) &* first
  }

  /// Adds bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    length += UInt64(bytes.count)
    var place = 0
    if !pending.isEmpty {
      let wanted = min(32 - pending.count, bytes.count)
      unsafe pending.append(contentsOf: bytes[0..<wanted])
      place = wanted
      if pending.count < 32 { return }
      let block = pending
      pending.removeAll(keepingCapacity: true)
      unsafe block.withUnsafeBytes { unsafe addBlocks($0) }
    }
    let whole = (bytes.count - place) / 32 * 32
    unsafe addBlocks(UnsafeRawBufferPointer(rebasing: bytes[place..<place + whole]))
    unsafe pending.append(contentsOf: bytes[(place + whole)...])
  }

  private mutating func addBlocks(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = lanes
    var place = 0
    while place < bytes.count {
      unsafe a = Self.round(a, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      unsafe b = Self.round(b, bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      unsafe c = Self.round(c, bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self))
      unsafe d = Self.round(d, bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self))
      place += 32
    }
    lanes = (a, b, c, d)
  }

  /// The sum of all that was added.
  var value: UInt64 {
    var sum = length
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = Self.round(sum, lane) }
    for byte in pending { sum = Self.round(sum, UInt64(byte)) }
    sum ^= sum >> 29
    sum = sum &* Self.second
    return sum ^ sum >> 32
  }
}
