import CalqueMatch
import CalqueModel
import CalqueText
import TestSupport
import Testing

@testable import CalqueIndex

@Suite("The units that hold words")
struct UnitsWithWordsTests {
  /// Verbs of which the forms belong to several classes, and words around them.
  private static let forms = ["est", "sont", "était", "étions", "fut", "Est", "étés"]
  private static let others = ["le", "pays", "dette", ",", "12", "sommet", "sommets"]

  /// What a word stands for, whatever the lexicon of this machine.
  private static func family(of word: String) -> WordForms {
    switch folded(word) {
    case "est", "etions": WordForms(["est", "sont", "était", "étions", "fut"])
    case "sommet": WordForms(["sommet", "sommets"])
    default: .none
    }
  }

  /// A unit that holds a query, as reading every text finds it.
  private struct Found: Comparable {
    let closeness: WordConcordance.Closeness
    let changed: Int64
    let unit: Int64

    static func < (a: Found, b: Found) -> Bool {
      (a.closeness.rawValue, -a.changed, -a.unit) < (b.closeness.rawValue, -b.changed, -b.unit)
    }
  }

  private static func readingEveryText(
    _ query: String, _ memory: [MemorySegment], without gone: Set<Int>, memories: Set<Int64>
  ) -> [Found] {
    var concordance = WordConcordance(
      ConcordanceQuery(query), language: .french, forms: family(of:))
    var best: [Int64: Found] = [:]
    for (number, segment) in memory.enumerated()
    where !gone.contains(number) && memories.contains(segment.resource) {
      guard let closeness = concordance.occurrences(in: segment.text)?.closeness else { continue }
      let found = Found(closeness: closeness, changed: segment.changed, unit: segment.unit)
      best[segment.unit] = min(best[segment.unit] ?? found, found)
    }
    return best.values.sorted()
  }

  @Test(
    "are those of reading every text, in the same order: rare spellings of frequent words, many rows",
    arguments: 0..<8)
  func twin(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Each second memory has more rows of a word than a search sorts at first.
    let count = seed % 2 == 0 ? 400 : 7_000
    let changes = (0..<count).map { _ in Int64(random.number(below: 50)) }
    let memory = (0..<count).map { number in
      let words = (0..<(1 + random.number(below: 5))).map { _ in
        random.number(below: 2) == 0
          ? Self.forms[random.number(below: random.number(below: 40) == 0 ? Self.forms.count : 3)]
          : Self.others[random.number(below: Self.others.count)]
      }
      return MemorySegment(
        variant: Int64(1_000 + number), unit: Int64(500 + number / 2),
        resource: Int64(number / 2 % 3), status: .translated, changed: changes[number / 2],
        text: words.joined(separator: " "))
    }
    let gone = Set((0..<20).map { _ in random.number(below: memory.count) })
    let folder = try TemporaryFolder()
    let parts = try LivePart.parts(1 + Int(seed % 3), of: memory, without: gone, in: folder)
    for query in [
      "étions", "est", "sont pays", "\"est sommet\"", "étions dette", "sommet", "étions étions",
      "\"le sommet\" est", "est 12", "somm* étions", "étés", "Bercy",
    ] {
      for memories: Set<Int64> in [[0, 1, 2], [1]] {
        let concordance = WordConcordance(
          ConcordanceQuery(query), language: .french, forms: Self.family(of:))
        let search = try #require(try WordSearch(parts, concordance))
        var units = UnitsWithWords([search], memories: memories)
        var found: [Found] = []
        while let unit = units.nextUnit() {
          found.append(Found(closeness: unit.closeness, changed: unit.changed, unit: unit.unit))
        }
        let truth = Self.readingEveryText(query, memory, without: gone, memories: memories)
        #expect(found == truth, "seed \(seed), query “\(query)”, memories \(memories)")
      }
    }
  }
}
