import CalqueIndex
import CalqueMatch
import CalqueModel
import CalqueText
import TestSupport
import Testing

/// Parts that are large enough for what small ones do not have: lists with heads, and more short
/// texts of a length than are compared at once.
@Suite("A part with many units")
struct LongListTests {
  private static let words =
    "ministre sommet accord budget loi vote crise santé eau air pays ville prix dette impôt école"
    .split(separator: " ").map(String.init)

  /// A memory in which every word is in hundreds of units.
  private static func memory(
    _ size: Int, words: ClosedRange<Int> = 2...9, _ text: inout RandomText
  ) -> [MemorySegment] {
    (0..<size).map { number in
      MemorySegment(
        variant: Int64(number), unit: Int64(number), resource: 1, status: .translated,
        changed: Int64(number % 5), text: sentence(words, &text))
    }
  }

  private static func sentence(_ count: ClosedRange<Int>, _ text: inout RandomText) -> String {
    (0..<text.number(count)).map { _ in
      let (a, b) = (text.number(0...15), text.number(0...15))
      // The first words are the most frequent ones.
      let word = words[min(a, b)]
      return text.number(0...4) == 0 ? "\(text.number(1...30))" : word
    }.joined(separator: " ") + "."
  }

  private static func searcher(
    _ memory: [MemorySegment], _ folder: TemporaryFolder
  ) throws -> (IndexSearcher, Scan) {
    let parts = try LivePart.parts(1, of: memory, without: [], in: folder)
    var scan = Scan(language: .french)
    for segment in memory { scan.add(segment) }
    let searcher = IndexSearcher(parts, language: .french) {
      SegmentText(memory[Int($0)].text, codes: nil)
    }
    return (searcher, scan)
  }

  @Test(
    "gives the scan's answers from the heads of its lists and from whole lists", arguments: 0..<4)
  func heads(seed: UInt64) throws {
    var text = RandomText(seed: seed)
    let memory = Self.memory(2_200, &text)
    let folder = try TemporaryFolder()
    var (searcher, scan) = try Self.searcher(memory, folder)
    for asked in 0..<40 {
      let query =
        asked % 3 == 0
        ? Self.sentence(2...9, &text)
        : text.edited(memory[text.number(0...(memory.count - 1))].text)
      let request = MatchRequest(
        minimum: [50, 69, 70, 71, 85][asked % 5], limit: [1, 5, 40][asked % 3], memories: [1: 0])
      #expect(
        try searcher.matches(query, request) == scan.matches(query, request),
        "seed \(seed), query “\(query)”, \(request)")
    }
  }

  @Test("gives the scan's answers where the words of heads rule units out")
  func headWords() throws {
    var text = RandomText(seed: 11)
    // More classes than have bits of their own, each in more units than make a long list.
    let many = (0..<100).map { "mot" + String(UnicodeScalar(UInt8(97 + $0 / 10))) + "\($0 % 10)x" }
    let memory = (0..<4_000).map { number in
      MemorySegment(
        variant: Int64(number), unit: Int64(number), resource: 1, status: .translated, changed: 1,
        text: (0..<text.number(15...19)).map { _ in many[text.number(0...99)] }
          .joined(separator: " "))
    }
    let folder = try TemporaryFolder()
    var (searcher, scan) = try Self.searcher(memory, folder)
    for asked in 0..<12 {
      let known = memory[text.number(0...(memory.count - 1))].text.split(separator: " ")
      let query = known.indices.map { place in
        text.number(0...4) == 0 ? many[text.number(0...99)] : String(known[place])
      }.joined(separator: " ")
      let request = MatchRequest(minimum: [70, 80][asked % 2], limit: 5, memories: [1: 0])
      #expect(
        try searcher.matches(query, request) == scan.matches(query, request),
        "query “\(query)”, \(request)")
    }
  }

  @Test("reads only the heads of long lists when the minimum allows it")
  func headsAreShort() throws {
    var text = RandomText(seed: 7)
    let memory = Self.memory(2_200, words: 9...18, &text)
    let folder = try TemporaryFolder()
    var (searcher, _) = try Self.searcher(memory, folder)
    func postings(minimum: Int) throws -> Int {
      try memory.prefix(50).reduce(0) { sum, segment in
        let request = MatchRequest(minimum: minimum, limit: 5, memories: [1: 0])
        _ = try searcher.matches("crise " + segment.text, request)
        return sum + searcher.counts.postings
      }
    }
    let (whole, heads) = (try postings(minimum: 69), try postings(minimum: 70))
    #expect(heads * 10 < whole * 9, "\(heads) postings at 70, \(whole) at 69")
  }

  @Test(
    "gives the scan's answers to short queries among thousands of short texts", arguments: 0..<4)
  func shortTexts(seed: UInt64) throws {
    var text = RandomText(seed: seed)
    let letters = Array("aeinrst lou’-é")
    func short(_ length: Int) -> String {
      String((0..<length).map { _ in letters[text.number(0...(letters.count - 1))] })
    }
    let memory = (0..<2_000).map { number in
      // Many texts of few lengths, and some of every length.
      let length = number % 4 == 0 ? text.number(1...60) : 9 + number % 3
      return MemorySegment(
        variant: Int64(number), unit: Int64(number), resource: 1, status: .translated,
        changed: Int64(number % 5), text: short(length))
    }
    let folder = try TemporaryFolder()
    var (searcher, scan) = try Self.searcher(memory, folder)
    for asked in 0..<60 {
      let known = Array(memory[text.number(0...(memory.count - 1))].text)
      let place = text.number(0...(known.count - 1))
      let query = String(known[..<place]) + short(asked % 3) + String(known[place...].dropFirst())
      let request = MatchRequest(
        minimum: [1, 50, 60, 70, 80][asked % 5], limit: [1, 5, 40][asked % 3], memories: [1: 0])
      #expect(
        try searcher.matches(query, request) == scan.matches(query, request),
        "seed \(seed), query “\(query)”, \(request)")
    }
  }
}
