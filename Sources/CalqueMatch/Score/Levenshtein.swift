/// The Levenshtein distance of two texts over Unicode scalars.
///
/// V. I. Levenshtein, "Binary Codes Capable of Correcting Deletions, Insertions, and Reversals",
/// Soviet Physics Doklady 10 (1966).
package enum Levenshtein {
  /// The distance of two texts of m and n scalars.
  ///
  /// - Complexity: O(m + n) if one text has at most 64 scalars apart from those that are equal at
  ///   both ends; else O(m · n).
  package static func distance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count > b.count { return distance(b, a) }
    if a == b { return 0 }
    if a.isEmpty { return b.count }
    if a.count <= LevenshteinPattern.longest { return LevenshteinPattern(a).distance(to: b) }
    // A cheapest script keeps the scalars that are equal at both ends, and two forms of one word
    // differ in few others.
    var (start, endA, endB) = (0, a.count, b.count)
    while start < endA, a[start] == b[start] { start += 1 }
    while endA > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    return start == 0 && endA == a.count
      ? rows(a, b) : distance(Array(a[start..<endA]), Array(b[start..<endB]))
  }

  /// The distance by dynamic programming, in one row of memory.
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
