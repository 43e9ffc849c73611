import TestSupport
import Testing

@testable import CalqueIndex

@Suite("An order by number")
struct OrderByNumberTests {
  @Test("is that of a stable sort", arguments: UInt64(0)..<30)
  func twin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let limits = [1, 2, 300, 65_535, 65_536, 65_537, 1 << 24, Int(UInt32.max) + 1]
    let limit = limits[random.number(below: limits.count)]
    let numbers = (0..<random.number(below: 700)).map { _ in UInt32(random.number(below: limit)) }
    let sorted = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    #expect(OrderByNumber.places(of: numbers).map { Int($0) } == sorted, "seed \(seed)")
  }
}
