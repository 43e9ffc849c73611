/// A checksum that shows whether a block of a file has the bytes that were written.
///
/// Four lanes of multiply and rotate over words of eight bytes, after Y. Collet's xxHash64 (2014).
/// The sum finds torn and flipped bytes; it does not protect against intent.
///
/// - Complexity: O(bytes).
package struct Checksum: Sendable {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x60EA_27EE_ADC0_B5D6, 0xC2B2_AE3D_27D4_EB4F, 0, 0x61C8_864E_7A14_3579
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// A sum of no bytes.
  package init() {}

  private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = lane &+ word &* second
    return (mixed << 31 | mixed >> 33) &* first
  }

  /// Adds bytes; the sum does not depend on how the bytes are cut into calls.
  ///
  /// Unsafe, because the bytes are those of a mapped file or of an array, read without a copy.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
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

  /// Adds a whole number of blocks of 32 bytes.
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

  /// The sum of all bytes added.
  package var value: UInt64 {
    var sum = length
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = Self.round(sum, lane) }
    for byte in pending { sum = Self.round(sum, UInt64(byte)) }
    sum ^= sum >> 29
    sum = sum &* Self.second
    return sum ^ sum >> 32
  }
}
