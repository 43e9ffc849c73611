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
    if a.isEmpty { return b.count }
    return a.count <= 64 ? bitParallel(a, b) : rows(a, b)
  }

  /// Sixty-four cells of a column at a time.
  ///
  /// G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on Dynamic
  /// Programming", JACM 46 (1999), in the form of H. Hyyrö (2003) for the whole of both texts.
  private static func bitParallel(_ pattern: [UInt32], _ text: [UInt32]) -> Int {
    var places = ScalarPlaces(pattern)
    var (up, down) = (~UInt64(0), UInt64(0))
    let top = UInt64(1) << UInt64(pattern.count - 1)
    var distance = pattern.count
    for scalar in text {
      let equal = places[scalar]
      let xv = equal | down
      let xh = (((equal & up) &+ up) ^ up) | equal
      var (ph, mh) = (down | ~(xh | up), up & xh)
      if ph & top != 0 { distance += 1 } else if mh & top != 0 { distance -= 1 }
      ph = ph << 1 | 1
      mh <<= 1
      up = mh | ~(xv | ph)
      down = ph & xv
    }
    return distance
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

/// Where each scalar of a pattern of at most 64 scalars stands in it, as bits.
private struct ScalarPlaces {
  private var low = [UInt64](repeating: 0, count: 128)
  private var high: [(scalar: UInt32, places: UInt64)] = []

  init(_ pattern: [UInt32]) {
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

  subscript(_ scalar: UInt32) -> UInt64 {
    mutating get {
      if scalar < 128 { return low[Int(scalar)] }
      return high.first { $0.scalar == scalar }?.places ?? 0
    }
  }
}
