import CalqueMatch
import CalqueModel
import CalqueText
import TestSupport
import Testing

@testable import CalqueIndex

@Suite("The fragments of a query")
struct FragmentTwinTests {
  /// Words of which some are short in one form and long in another of the same class.
  private static let words = """
    le la de du un des pays pay mois moi son sons plus sommet sommets ministre premier charge dette \
    Union européenne , . 12
    """.split(separator: " ").map(String.init)

  private func segment(_ number: Int, _ text: String, resource: Int64) -> MemorySegment {
    MemorySegment(
      variant: Int64(1_000 + number * 3), unit: Int64(500 + number / 2 * 2), resource: resource,
      status: .translated, changed: Int64(number / 2 % 7), text: text)
  }

  @Test(
    "are those of the scan: many texts of few words, several parts, texts gone, some memories",
    arguments: 0..<24)
  func twin(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      (0..<count).map { _ in Self.words[random.number(below: Self.words.count)] }
        .joined(separator: " ")
    }
    let folder = try TemporaryFolder()
    var synthetic = SyntheticMemory(seed: seed)
    var texts =
      seed % 2 == 0
      ? (0..<300).map { _ in text(1 + random.number(below: 14)) } : synthetic.segments(300)
    // The number of a token in a text of more than 255 is not kept.
    texts.append(texts.prefix(60).joined(separator: " "))
    let memory = texts.enumerated().map { number, text in
      segment(number, text, resource: Int64(number / 2 % 3))
    }
    let gone = Set((0..<30).map { _ in random.number(below: memory.count) })
    let parts = try LivePart.parts(1 + Int(seed % 3), of: memory, without: gone, in: folder)
    var scan = Scan(language: .french)
    for (number, segment) in memory.enumerated() where !gone.contains(number) { scan.add(segment) }
    var searcher = IndexSearcher(parts, language: .french) { _ in nil }
    var found = 0
    for number in 0..<60 {
      let words = (0..<3).flatMap { _ in
        let words = texts[random.number(below: texts.count)].split(separator: " ")
        let start = random.number(below: words.count)
        return words[start..<min(words.count, start + 1 + random.number(below: 6))].map(String.init)
      }
      let query = number % 3 == 0 ? text(12) : words.joined(separator: " ")
      let memories: Set<Int64> = number % 4 == 0 ? [0, 2] : [0, 1, 2]
      let fragments = try searcher.fragments(of: query, memories: memories).fragments
      let truth = scan.fragments(of: query, memories: memories).fragments
      #expect(fragments == truth, "seed \(seed), query “\(query)”")
      found += truth.count
    }
    #expect(found > 0)
  }

  @Test("come from a file beside the part, which is made again where it is missing or foreign")
  func file() throws {
    let folder = try TemporaryFolder()
    var synthetic = SyntheticMemory(seed: 1)
    func part(_ name: String) throws -> IndexPart {
      var builder = PartBuilder(language: .french)
      for (number, text) in synthetic.segments(500).enumerated() {
        try builder.add(segment(number, text, resource: 0))
      }
      _ = try builder.write(to: folder.file(name + ".part"))
      return try IndexPart(path: folder.file(name + ".part"))
    }
    func bytes(_ index: PhraseIndex) -> [UInt8] { unsafe Array(index.bytes) }
    let first = try part("fr-1")
    let path = folder.file("fr-1.phrases")
    let built = bytes(PhraseIndexBuilder(first).index())
    #expect(PhraseIndex(path: path, of: first) == nil)
    #expect(bytes(PhraseFile.index(of: first, minimumTokens: 0)) == built)
    let mapped = try #require(PhraseIndex(path: path, of: first))
    #expect(bytes(mapped) == built)
    let second = try part("fr-2")
    #expect(PhraseIndex(path: path, of: second) == nil)
    for damage in [0, 8, 24, 48] {
      var torn = built
      torn[damage] ^= 1
      try folder.write(torn, to: "fr-1.phrases")
      #expect(PhraseIndex(path: path, of: first) == nil, "byte \(damage)")
      #expect(bytes(PhraseFile.index(of: first, minimumTokens: 0)) == built)
    }
    try folder.write(Array(built.dropLast(8)), to: "fr-1.phrases")
    #expect(PhraseIndex(path: path, of: first) == nil)
  }
}
