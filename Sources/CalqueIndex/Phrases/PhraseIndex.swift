internal import CalqueMatch
internal import CalqueModel
internal import CalqueSystem

/// The units of a part by the short phrases that they hold.
///
/// A phrase runs from an anchor to the next anchor, with at most `FragmentQuery.mostBetween` tokens
/// between; a class is an anchor if enough of its tokens in the part have four letters or more. The
/// phrases are spread over buckets by a hash of their classes, and a bucket lists the units of its
/// phrases in ascending order, each with the phrase's first token in the unit. So the bucket of a
/// phrase names every place of the phrase, and few others.
///
/// The index is one block of memory, built from a part or mapped from a file. All numbers are
/// little-endian.
///
/// | words of eight bytes | content |
/// |---|---|
/// | 7 | magic, bytes, the part's sum, bits of a bucket's number, classes, units in all buckets, a
/// sum of these words |
/// | classes / 64 | one bit a class, set for anchors |
/// | (buckets + 1) / 2 | the first unit of each bucket in the list, with a sentinel, 4 bytes each |
/// | units / 2 | the units, 4 bytes each |
/// | units / 8 | the number of the phrase's first token in each unit, at most 255 |
@safe final class PhraseIndex: Sendable {
  static let magic: UInt64 = 0x3252_4850_4B49_4C43  // "CLIKPHR2"
  static let headerWords = 7
  /// The number of tokens of a part for each bucket.
  private static let tokensPerBucket = 8

  /// What keeps the block in memory.
  private enum Owner {
    case file(MappedFile)
    case memory(UInt)
  }

  private let owner: Owner
  private let layout: Layout
  private let address: UInt

  /// The places in the block.
  struct Layout {
    let bits: Int
    let classes: Int
    let units: Int

    var buckets: Int { 1 << bits }
    var anchors: Int { PhraseIndex.headerWords * 8 }
    var starts: Int { anchors + (classes + 63) / 64 * 8 }
    var list: Int { starts + (buckets + 2) / 2 * 8 }
    var tokens: Int { list + (units + 1) / 2 * 8 }
    var size: Int { tokens + (units + 7) / 8 * 8 }
  }

  deinit {
    if case .memory(let address) = owner {
      unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  /// The number of bits of a bucket's number in a part.
  static func bits(tokens: Int) -> Int {
    max(4, 64 - max(1, tokens / tokensPerBucket).leadingZeroBitCount)
  }

  /// Maps a file; nil if there is none that was made from the part.
  init?(path: String, of part: IndexPart) {
    guard let file = try? MappedFile(path), file.count >= Self.headerWords * 8 else { return nil }
    let words = unsafe file.table(at: 0, of: UInt64.self)
    let header = (0..<Self.headerWords).map { unsafe words[$0] }
    guard header[0] == Self.magic, header[1] == UInt64(file.count), header[2] == part.sum,
      header[6] == Self.sum(of: header), (4...32).contains(header[3]),
      header[4] == UInt64(part.classCount), header[5] <= UInt64(file.count)
    else { return nil }
    layout = Layout(bits: Int(header[3]), classes: part.classCount, units: Int(header[5]))
    guard layout.size == file.count else { return nil }
    owner = .file(file)
    address = file.address
  }

  /// Takes over a block that was allocated.
  init(allocated address: UInt, _ layout: Layout) {
    (owner, self.address, self.layout) = (.memory(address), address, layout)
  }

  /// The sum of a header's words but the last.
  static func sum(of header: [UInt64]) -> UInt64 {
    header.prefix(headerWords - 1).reduce(0x9E37) { mixed($0 ^ $1) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ value >> 31) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The bytes of the block, valid for the lifetime of the index.
  @unsafe var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: UnsafeRawPointer(bitPattern: address), count: layout.size)
  }

  /// The elements at a place of the block; the caller compares every place with their number.
  @unsafe private func table<Element>(_ offset: Int, of: Element.Type) -> UnsafePointer<Element> {
    unsafe UnsafePointer(bitPattern: address + UInt(offset)).unsafelyUnwrapped
  }

  /// Prepares a file for many reads and brings all of the file in.
  func bringIn() {
    guard case .file(let file) = owner else { return }
    file.expectManyReads()
    file.bringIn(offset: 0, count: file.count)
  }

  /// Whether a class is an anchor.
  func isAnchor(_ number: UInt32) -> Bool {
    guard Int(number) < layout.classes else { return false }
    let words = unsafe table(layout.anchors, of: UInt64.self)
    return unsafe words[Int(number >> 6)] >> UInt64(number & 63) & 1 != 0
  }

  /// The places in the list of the units that may hold a phrase.
  ///
  /// - Parameter classes: the phrase, from an anchor to the next one.
  /// - Returns: the places; empty if no unit holds the phrase.
  func places(of classes: ArraySlice<UInt32>) -> Range<Int> {
    let hash = classes.reduce(Self.seed, Self.extended)
    let bucket = Self.bucket(of: hash, layout.bits)
    let starts = unsafe table(layout.starts, of: UInt32.self)
    let (start, end) = unsafe (Int(starts[bucket]), Int(starts[bucket + 1]))
    // A damaged file lists nothing; what it hides is found by no question, as in the postings.
    return start <= end && end <= layout.units ? start..<end : 0..<0
  }

  /// The unit at a place of the list.
  @inline(__always)
  func unit(_ place: Int) -> UInt32 {
    unsafe table(layout.list, of: UInt32.self)[place]
  }

  /// The unit at a place of the list, with the phrase's first token.
  @inline(__always)
  func place(_ place: Int) -> UnitPlace {
    UnitPlace(unit: unit(place), token: unsafe table(layout.tokens, of: UInt8.self)[place])
  }

  static let seed: UInt64 = 0x243F_6A88_85A3_08D3

  /// The hash of a phrase with one more class.
  @inline(__always)
  static func extended(_ hash: UInt64, _ number: UInt32) -> UInt64 {
    let product = (hash ^ UInt64(number)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// The bucket of a phrase by its hash.
  @inline(__always)
  static func bucket(of hash: UInt64, _ bits: Int) -> Int {
    Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> UInt64(64 - bits))
  }
}
