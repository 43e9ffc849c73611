import CalqueMatch
import TestSupport
import Testing

@Suite("The Levenshtein distance")
struct LevenshteinTests {
  @Test("of four texts side by side is that of each alone, and of the rows", arguments: 0..<40)
  func fourAtOnce(seed: UInt64) {
    var text = RandomText(seed: seed)
    let query = scalars(&text, count: [1, 7, 24, 63, 64][Int(seed) % 5])
    let pattern = LevenshteinPattern(query)
    let length = text.number(1...48)
    let texts = (0..<4).map { _ in scalars(&text, count: length) }
    let bytes = [0] + texts.flatMap { $0 }.map { UInt8($0) }
    let distances = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.baseAddress.map { start in
        unsafe pattern.distances(
          to: start, at: SIMD4(1, 1 + length, 1 + 2 * length, 1 + 3 * length), count: length)
      }
    }
    for (number, other) in texts.enumerated() {
      #expect(distances?[number] == Self.rows(query, other), "seed \(seed)")
      #expect(pattern.distance(to: other) == Self.rows(query, other), "seed \(seed)")
    }
  }

  private func scalars(_ text: inout RandomText, count: Int) -> [UInt32] {
    (0..<count).map { _ in UInt32(text.number(0x61...0x66)) }
  }

  /// The matrix of the definition, cell by cell.
  private static func rows(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var cells = (0...a.count).map { i in (0...b.count).map { j in i == 0 ? j : j == 0 ? i : 0 } }
    for i in 1...a.count {
      for j in 1...b.count {
        cells[i][j] = min(
          cells[i - 1][j] + 1, cells[i][j - 1] + 1,
          cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      }
    }
    return cells[a.count][b.count]
  }
}
