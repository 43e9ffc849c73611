/// A set of byte strings, numbered from 0 in the order in which they were entered.
///
/// One arena and one open-addressed table serve instead of a dictionary of arrays: a string costs
/// its bytes and about sixteen more.
package struct ByteStrings: Sendable {
  /// The bytes of all strings, one string after the other.
  package private(set) var bytes: [UInt8] = []
  /// The end of each string in `bytes`.
  package private(set) var ends: [UInt32] = []
  /// An open-addressed table: the number of a string plus 1, or 0 for a free slot.
  ///
  /// The size of the table is a power of two.
  package private(set) var table: [UInt32] = Array(repeating: 0, count: 64)
  /// The lower half of the hash of each string: two strings that differ mostly differ here.
  private var hashes: [UInt32] = []

  package init() {}

  /// The number of strings.
  package var count: Int { ends.count }

  /// The bytes of a string.
  package subscript(_ number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// The number of a string; a new string is entered.
  ///
  /// - Complexity: O(length) expected, amortised over many strings.
  package mutating func enter(_ string: [UInt8]) -> (number: UInt32, isNew: Bool) {
    enter(string.span, hash: Self.hash(string))
  }

  /// The number of a string whose hash is known; a new string is entered.
  package mutating func enter(
    _ string: Span<UInt8>, hash: UInt64
  ) -> (number: UInt32, isNew: Bool) {
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 {
      let number = table[slot] - 1
      if hashes[Int(number)] == UInt32(truncatingIfNeeded: hash), equals(Int(number), string) {
        return (number, false)
      }
      slot = (slot + 1) & (table.count - 1)
    }
    let number = UInt32(ends.count)
    unsafe string.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
    hashes.append(UInt32(truncatingIfNeeded: hash))
    table[slot] = number + 1
    if ends.count * 2 > table.count { grow() }
    return (number, true)
  }

  /// Enters a string of another set.
  package mutating func enter(_ number: Int, of other: borrowing ByteStrings) {
    let start = number == 0 ? 0 : Int(other.ends[number - 1])
    let string = other.bytes.span.extracting(start..<Int(other.ends[number]))
    _ = enter(string, hash: UInt64(other.hashes[number]))
  }

  private func equals(_ number: Int, _ string: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == string.count else { return false }
    let known = bytes.span.extracting(start..<start + string.count)
    // Unsafe for speed, as every word of an index is compared: both have as many bytes.
    for place in string.indices
    where unsafe known[unchecked: place] != string[unchecked: place] { return false }
    return true
  }

  /// Doubles the table, which never has more than 2³² slots: half of a hash tells a slot.
  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: table.count * 2)
    for number in 0..<ends.count {
      var slot = Int(hashes[number]) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number) + 1
    }
    table = larger
  }

  /// A hash that is the same in every process, so that a file can hold it.
  ///
  /// FNV-1a over 64 bits (G. Fowler, L. C. Noll, K.-P. Vo, 1991), with the high bits mixed down.
  package static func hash(_ string: [UInt8]) -> UInt64 { hash(string.span) }

  /// The hash of a slice of bytes, equal to the hash of an array of the same bytes.
  package static func hash(_ string: ArraySlice<UInt8>) -> UInt64 { hash(string.span) }

  /// The hash of bytes, equal to the hash of an array of the same bytes.
  package static func hash(_ string: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in string.indices {
      hash = (hash ^ UInt64(string[place])) &* 0x0000_0100_0000_01B3
    }
    return hash ^ (hash >> 29)
  }
}
