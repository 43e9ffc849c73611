/// A text of 1 to 64 scalars, made ready to be compared with many others.
///
/// G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on Dynamic
/// Programming", JACM 46 (1999), in the form of H. Hyyrö (2003), which compares both texts whole.
/// Two words hold the differences between neighbouring cells of a column, one bit a cell each.
package struct LevenshteinPattern: Sendable {
  /// The maximum number of scalars of a pattern.
  package static let longest = 64

  /// The places of each scalar below 128 in the pattern, as bits.
  private var low = [UInt64](repeating: 0, count: 128)
  /// The places of the other scalars in the pattern, as bits.
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
  package func distance(to text: some Sequence<UInt32>) -> Int {
    var column = Column(count)
    for scalar in text { column.step(places(of: scalar)) }
    return column.distance
  }

  /// The number of texts that `distances` compares at once.
  package static let atOnce = 4

  /// The distances to four texts of `count` ASCII characters each.
  ///
  /// Each step of one text waits for the step before, so four texts side by side take hardly longer
  /// than one. At the end, each distance is read from the last column: `count` plus the sum of the
  /// column's differences. Unsafe, because the texts are read where they are, in a mapped file: the
  /// caller checks that the bytes can be read.
  ///
  /// - Parameters:
  ///   - bytes: the bytes that hold the texts.
  ///   - starts: the place of each text's first byte; `count` bytes can be read from each.
  ///   - count: the number of characters of each text; all of them are below 128.
  /// - Returns: the four distances.
  /// - Complexity: O(`count`).
  @unsafe package func distances(
    to bytes: UnsafePointer<UInt8>, at starts: SIMD4<Int>, count: Int
  ) -> SIMD4<Int> {
    unsafe low.withUnsafeBufferPointer { low in
      var up = SIMD4<UInt64>(repeating: .max)
      var down = SIMD4<UInt64>.zero
      let one = SIMD4<UInt64>(repeating: 1)
      let (a, b) = unsafe (bytes + starts[0], bytes + starts[1])
      let (c, d) = unsafe (bytes + starts[2], bytes + starts[3])
      for place in 0..<count {
        let equal = unsafe SIMD4(
          low[Int(a[place] & 0x7F)], low[Int(b[place] & 0x7F)], low[Int(c[place] & 0x7F)],
          low[Int(d[place] & 0x7F)])
        let xv = equal | down
        let xh = (((equal & up) &+ up) ^ up) | equal
        let ph = ((down | ~(xh | up)) &+ (down | ~(xh | up))) | one
        let mh = (up & xh) &+ (up & xh)
        up = mh | ~(xv | ph)
        down = ph & xv
      }
      let cells: UInt64 = self.count == 64 ? .max : (1 << UInt64(self.count)) - 1
      var distances = SIMD4<Int>(repeating: count)
      for lane in 0..<Self.atOnce {
        distances[lane] += (up[lane] & cells).nonzeroBitCount
        distances[lane] -= (down[lane] & cells).nonzeroBitCount
      }
      return distances
    }
  }

  /// The places of a scalar in the pattern, as bits.
  private func places(of scalar: UInt32) -> UInt64 {
    if scalar < 128 { return low[Int(scalar)] }
    for known in high where known.scalar == scalar { return known.places }
    return 0
  }

  /// The last column of the matrix so far: the differences of its cells as bits, and its last cell.
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
