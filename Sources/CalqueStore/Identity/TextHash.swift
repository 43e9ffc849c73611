/// A 64-bit hash of bytes that is the same on every machine and in every version.
///
/// The store holds such hashes, so the function never changes: with another function, every unit of
/// an old store would be unknown. Each eight bytes, little-endian, are folded in by a full
/// 64 × 64-bit multiplication whose halves are xored (the "mum" of W. Yi's wyhash, 2019). Equal
/// hashes prove nothing alone: the texts are always compared as well.
package enum TextHash {
  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
  private static let finisher: UInt64 = 0xE703_7ED1_A0B4_28DB

  /// The hash of a text's UTF-8.
  ///
  /// - Complexity: O(n), about two instructions a byte.
  package static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    unsafe of(text.utf8Span.span.bytes, seed: seed)
  }

  /// The hash of bytes.
  package static func of(_ bytes: RawSpan, seed: UInt64 = 0) -> UInt64 {
    let count = bytes.byteCount
    var hash = seed ^ finisher &+ UInt64(truncatingIfNeeded: count) &* multiplier
    var offset = 0
    while offset &+ 8 <= count {
      // Unsafe for speed: an import hashes every byte. The loop's condition keeps the eight bytes
      // inside the span.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = fold(hash ^ UInt64(littleEndian: word), multiplier)
      offset &+= 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while offset < count {
      let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      tail |= UInt64(byte) &<< shift
      shift &+= 8
      offset &+= 1
    }
    return fold(fold(hash ^ tail, multiplier) ^ finisher, finisher)
  }

  /// Whether a text holds the character U+0000.
  ///
  /// Eight bytes are tested at a time: some byte is zero if and only if subtracting 1 from each
  /// byte borrows into a top bit that was not set (A. Mycroft, 1987). Unsafe for the same reason as
  /// `of`.
  package static func holdsZero(_ text: String) -> Bool {
    let bytes = unsafe text.utf8Span.span.bytes
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var offset = 0
    while offset &+ 8 <= bytes.byteCount {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if (word &- ones) & ~word & tops != 0 { return true }
      offset &+= 8
    }
    while offset < bytes.byteCount {
      if unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self) == 0 {
        return true
      }
      offset &+= 1
    }
    return false
  }

  /// Spreads a number over all 64 bits.
  package static func mixed(_ value: UInt64) -> UInt64 {
    fold(value ^ finisher, multiplier)
  }

  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
