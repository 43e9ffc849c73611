/// The Levenshtein distance of two texts over Unicode scalars.
///
/// V. I. Levenshtein, "Binary Codes Capable of Correcting Deletions, Insertions, and Reversals",
/// Soviet Physics Doklady 10 (1966).
package enum Levenshtein {
  /// The distance.
  ///
  /// - Complexity: O(m · n / 64) where one side has at most 64 scalars, else O(m · n).
  package static func distance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count > b.count { return distance(b, a) }
    if a == b { return 0 }
    if a.isEmpty { return b.count }
    return a.count <= LevenshteinPattern.longest
      ? LevenshteinPattern(a).distance(to: b) : rows(a, b)
  }

  private static func rows(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}

/// A text of 1 to 64 scalars, made ready to be compared with many others.
///
/// G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on Dynamic
/// Programming", JACM 46 (1999), in the form of H. Hyyrö (2003) for the whole of both texts: the
/// cells of a column are 64 bits of two words.
package struct LevenshteinPattern: Sendable {
  /// The most scalars that a pattern has.
  package static let longest = 64

  /// Where each scalar below 128 stands, as bits.
  private var low = [UInt64](repeating: 0, count: 128)
  /// The same for the other scalars.
  private var high: [(scalar: UInt32, places: UInt64)] = []
  private let count: Int

  /// Makes a text of 1 to `longest` scalars ready.
  package init(_ pattern: [UInt32]) {
    count = pattern.count
    for (place, scalar) in pattern.enumerated() {
      let bit = UInt64(1) << UInt64(place)
      if scalar < 128 {
        low[Int(scalar)] |= bit
      } else if let known = high.firstIndex(where: { $0.scalar == scalar }) {
        high[known].places |= bit
      } else {
        high.append((scalar, bit))
      }
    }
  }

  /// The distance to another text.
  ///
  /// - Complexity: O(scalars of `text`).
  package func distance(to text: [UInt32]) -> Int {
    var column = Column(count)
    for scalar in text { column.step(places(of: scalar)) }
    return column.distance
  }

  /// The distance to a text in UTF-8, or nil where it is above `most`.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - scalars: how many scalars it has.
  ///   - most: the largest distance of interest.
  /// - Returns: the distance, at most `most`; else nil.
  /// - Complexity: O(scalars); given up as soon as the rest cannot bring it down to `most`.
  package func distance(
    to utf8: UnsafeBufferPointer<UInt8>, scalars: Int, most: Int
  ) -> Int? {
    unsafe low.withUnsafeBufferPointer { low in
      var column = Column(count)
      var (place, rest) = (0, scalars)
      while place < utf8.count {
        let byte = unsafe utf8[place]
        place += 1
        if byte < 0x80 {
          unsafe column.step(low[Int(byte)])
        } else {
          var scalar = UInt32(byte)
          let more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
          scalar &= 0x7F >> UInt32(more + 1)
          for _ in 0..<more where place < utf8.count {
            unsafe scalar = scalar << 6 | UInt32(utf8[place] & 0x3F)
            place += 1
          }
          column.step(places(of: scalar))
        }
        rest -= 1
        // Each scalar to come lowers the distance by one at most.
        if column.distance - rest > most { return nil }
      }
      return column.distance <= most ? column.distance : nil
    }
  }

  private func places(of scalar: UInt32) -> UInt64 {
    if scalar < 128 { return low[Int(scalar)] }
    for known in high where known.scalar == scalar { return known.places }
    return 0
  }

  /// The last column of the matrix so far: its differences as bits, and its last cell.
  private struct Column {
    private var up = ~UInt64(0)
    private var down: UInt64 = 0
    private let last: UInt64
    var distance: Int

    init(_ count: Int) {
      last = UInt64(count - 1)
      distance = count
    }

    @inline(__always)
    mutating func step(_ equal: UInt64) {
      let xv = equal | down
      let xh = (((equal & up) &+ up) ^ up) | equal
      var (ph, mh) = (down | ~(xh | up), up & xh)
      distance += Int(truncatingIfNeeded: ph >> last & 1)
      distance -= Int(truncatingIfNeeded: mh >> last & 1)
      ph = ph << 1 | 1
      mh <<= 1
      up = mh | ~(xv | ph)
      down = ph & xv
    }
  }
}
