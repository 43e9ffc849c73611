import CalqueSystem
import Foundation
import TestSupport
import Testing

@testable import CalqueIndex

@Suite("Packed rows")
struct PackedRowsTests {
  @Test("give back what was put in, small numbers and large, short rows and one of many blocks")
  func givesBack() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    var rows = [[UInt32]]()
    for number in 0..<20_000 {
      let length = number == 7_000 ? 3_000_000 : Int(random.next() % 40)
      rows.append((0..<length).map { _ in UInt32.max >> UInt32(random.next() % 33) })
    }
    rows += [[], [0], [.max], [0x7F, 0x80, 0x3FFF, 0x4000]]
    var packed = PackedRows()
    for row in rows { try packed.append(row) }
    #expect(packed.count == rows.count)
    #expect(packed.numberCount == rows.reduce(0) { $0 + $1.count })
    var row = [UInt32]()
    for number in rows.indices.shuffled(using: &random) {
      packed.copy(number, to: &row)
      #expect(row == rows[number])
    }
    // What is not forgotten stays.
    for number in rows.indices {
      packed.forget(before: number)
      packed.copy(number, to: &row)
      #expect(row == rows[number])
    }
    // The long row alone takes several blocks.
    #expect(packed.forgotten > 3)
  }
}

@Suite("A long column")
struct LongColumnTests {
  @Test("gives back its numbers, in memory or in a file", arguments: [false, true])
  func givesBack(isInFile: Bool) throws {
    let folder = try TemporaryFolder()
    let file = isInFile ? ScratchFile(in: folder.path) : nil
    var column = LongColumn<Int64>()
    var other = LongColumn<UInt8>()
    let numbers = (0..<700_000).map { Int64($0) * 12_345_678_901 - 77 }
    for number in numbers {
      try column.append(number, file)
      try other.append(UInt8(truncatingIfNeeded: number), file)
    }
    #expect(try column.all(file) == numbers)
    #expect(try other.all(file) == numbers.map { UInt8(truncatingIfNeeded: $0) })
    #expect(column.smallest == -77)
    // The file has no name, so nothing stays behind.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
