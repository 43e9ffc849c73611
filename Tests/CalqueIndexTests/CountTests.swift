import CalqueIndex
import CalqueMatch
import CalqueModel
import CalqueText
import TestSupport
import Testing

/// What a lookup touches, which is the same on every machine and under every load.
///
/// Times are for `make bench`; a change that reads more than before is found here. The ceilings are
/// the counts when they were recorded and a twentieth more: who lowers the counts lowers them too.
@Suite("The counts of lookups")
struct CountTests {
  /// A set of queries at a minimum score, and the most that answering them may touch.
  struct Ceiling: CustomTestStringConvertible, Sendable {
    let queries: String
    let minimum: Int
    let postings: Int
    let records: Int
    let overlaps: Int
    let distances: Int

    var testDescription: String { "\(queries) at \(minimum)" }
  }

  private static let size = 3_000
  private static let asked = 100
  private static let memory: [String] = {
    var synthetic = SyntheticMemory(seed: 4)
    return synthetic.segments(size)
  }()

  private static func queries(_ name: String) -> [String] {
    var synthetic = SyntheticMemory(seed: 44)
    let step = memory.count / asked
    return switch name {
    case "rewritten": (0..<asked).map { synthetic.edited(memory[$0 * step]) }
    case "short": Array(memory.lazy.filter { $0.count <= 24 }.prefix(asked)).map { "e" + $0 }
    default: (0..<asked).map { _ in synthetic.segment() }
    }
  }

  @Test(
    "stay below what they were, and far below the scan's",
    arguments: [
      Ceiling(
        queries: "new", minimum: 70, postings: 2068, records: 84, overlaps: 3, distances: 3),
      Ceiling(
        queries: "new", minimum: 50, postings: 5298, records: 1558, overlaps: 52, distances: 46),
      Ceiling(
        queries: "rewritten", minimum: 70, postings: 2070, records: 453, overlaps: 128,
        distances: 120),
      Ceiling(
        queries: "rewritten", minimum: 50, postings: 5094, records: 2126, overlaps: 179,
        distances: 174),
      Ceiling(
        queries: "short", minimum: 70, postings: 14312, records: 376, overlaps: 129, distances: 129),
    ])
  func countsStayLow(ceiling: Ceiling) throws {
    let folder = try TemporaryFolder()
    var builder = PartBuilder(language: .french)
    for (number, text) in Self.memory.enumerated() {
      try builder.add(
        MemorySegment(
          variant: Int64(number + 1), unit: Int64(number + 1), resource: 1, status: .translated,
          changed: 1, text: text))
    }
    _ = try builder.write(to: folder.path + "/counts.part")
    let segment = LivePart(try IndexPart(path: folder.path + "/counts.part"))
    var searcher = IndexSearcher([segment], language: .french) {
      SegmentText(Self.memory[Int($0 - 1)], codes: nil)
    }
    let request = MatchRequest(minimum: ceiling.minimum, limit: 5, memories: [1: 0])
    var total = LookupCounts()
    var matched = 0
    for query in Self.queries(ceiling.queries) {
      matched += try searcher.matches(query, request).isEmpty ? 0 : 1
      total.postings += searcher.counts.postings
      total.records += searcher.counts.records
      total.overlaps += searcher.counts.overlaps
      total.distances += searcher.counts.distances
    }
    #expect(total.postings <= ceiling.postings)
    #expect(total.records <= ceiling.records)
    #expect(total.overlaps <= ceiling.overlaps)
    #expect(total.distances <= ceiling.distances)
    // The scan computes the distance of every unit to every query.
    #expect(total.distances * 100 < Self.size * Self.asked)
    if ceiling.queries == "rewritten" { #expect(matched > Self.asked / 2) }
  }

  @Test(
    "leave nearly all of many units alone that differ in their numbers only",
    arguments: [false, true])
  func countsStayLowAmongNumbers(isLong: Bool) throws {
    let folder = try TemporaryFolder()
    var builder = PartBuilder(language: .french)
    // Three numbers of so much text take less than a point off: only the exact share tells.
    let rest = isLong ? String(repeating: "remplacé par ce qui suit ", count: 12) : "remplacé :"
    func text(_ number: Int, _ last: Int) -> String {
      "Le paragraphe \(number % 10)(\(number / 10 % 10))\(last) de la même loi est \(rest)"
    }
    for number in 0..<Self.size {
      try builder.add(
        MemorySegment(
          variant: Int64(number), unit: Int64(number), resource: 1, status: .translated,
          changed: 1, text: text(number, number / 100)))
    }
    _ = try builder.write(to: folder.path + "/counts.part")
    let segment = LivePart(try IndexPart(path: folder.path + "/counts.part"))
    var searcher = IndexSearcher([segment], language: .french) {
      SegmentText(text(Int($0), Int($0) / 100), codes: nil)
    }
    let found = try searcher.matches(
      text(50, 77), MatchRequest(minimum: 70, limit: 2, memories: [1: 0]))
    #expect(found.map(\.score.distance) == [300, 300])
    #expect(isLong == (found.first?.points == 99))
    // Those that tie, and the first portion.
    #expect(searcher.counts.overlaps <= 98)
    #expect(searcher.counts.distances <= 98)
  }
}
