import CalqueMatch
import CalqueModel
import CalqueSystem
import CalqueText
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

@Suite("A builder of an index")
struct PartBuilderTests {
  @Test("writes the same part whether its postings and tokens fit into memory at once or not")
  func postingsAtOnce() throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 7)
    let segments = (0..<400).map { number in
      let length = number == 7 ? 300 : random.number(below: 70)
      let words = (0..<length).map { _ in "mot\(random.number(below: 90))" }
      return MemorySegment(
        variant: Int64(number), unit: Int64(number), resource: 1, status: .translated, changed: 1,
        text: words.joined(separator: " "))
    }
    func part(_ postingsAtOnce: Int, tokensOrdered: Int) throws -> [UInt8] {
      var builder = PartBuilder(language: .french)
      builder.postingsAtOnce = postingsAtOnce
      builder.tokensOrdered = tokensOrdered
      for segment in segments { try builder.add(segment) }
      _ = try builder.write(to: folder.path + "/0.part")
      return Array(try Data(contentsOf: URL(filePath: folder.path + "/0.part")))
    }
    let whole = try part(8_000_000, tokensOrdered: 8_000_000)
    for postingsAtOnce in [1, 100, 3_000, 8_000_000] {
      for tokensOrdered in [0, 8_000_000] {
        #expect(try part(postingsAtOnce, tokensOrdered: tokensOrdered) == whole)
      }
    }
  }
}
