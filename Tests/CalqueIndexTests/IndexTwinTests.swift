import CalqueIndex
import CalqueMatch
import CalqueModel
import CalqueText
import TestSupport
import Testing

@Suite("The index")
struct IndexTwinTests {
  @Test(
    "gives the scan's answers in the scan's order: random memories, deletions, penalties, statuses",
    arguments: 0..<24)
  func agreesWithTheScan(seed: UInt64) throws {
    var text = RandomText(seed: seed)
    let folder = try TemporaryFolder()
    var memory = [MemorySegment]()
    let size = [3, 40, 150, 400][Int(seed) % 4]
    for number in 0..<size {
      let source =
        memory.isEmpty || text.number(0...2) == 0
        ? text.segment(words: seed % 5 == 0 ? 1...4 : 1...14)
        : text.edited(memory[text.number(0...(memory.count - 1))].text)
      memory.append(
        MemorySegment(
          variant: Int64(1_000 + number * 3), unit: Int64(500 + number),
          resource: Int64(number % 3),
          status: UnitStatus(rawValue: text.number(0...3)) ?? .draft,
          changed: Int64(text.number(1...4)), text: source))
    }
    let gone = Set((0..<size / 8).map { _ in text.number(0...(size - 1)) })
    let segments = try LivePart.parts(text.number(1...3), of: memory, without: gone, in: folder)
    var scan = Scan(language: .french)
    for (number, segment) in memory.enumerated() where !gone.contains(number) { scan.add(segment) }
    let texts = Dictionary(uniqueKeysWithValues: memory.map { ($0.variant, $0.text) })
    var searcher = IndexSearcher(segments, language: .french) {
      texts[$0].map { SegmentText($0, codes: nil) }
    }
    for _ in 0..<40 {
      let query =
        text.number(0...4) == 0
        ? text.segment(words: 1...6) : text.edited(memory[text.number(0...(size - 1))].text)
      var memories: [Int64: Int] = [0: 0, 1: text.number(0...6), 2: 0]
      if text.number(0...3) == 0 { memories[2] = nil }
      let request = MatchRequest(
        minimum: text.number(0...1) == 0 ? text.number(1...100) : text.number(40...90),
        limit: text.number(1...30), memories: memories,
        statusPenalties: text.number(0...2) == 0 ? [.draft: 3] : [:])
      let found = try searcher.matches(query, request)
      let truth = scan.matches(query, request)
      #expect(found == truth, "seed \(seed), query “\(query)”, \(request)")
      // A lookup takes an index for damaged whose score is not that of the two texts alone.
      var scanner = TextScanner()
      let asked = ComparedText(query, stemmer: Language.french.stemmer, using: &scanner)
      for match in found {
        let text = texts[match.variant] ?? ""
        let stored = ComparedText(text, stemmer: Language.french.stemmer, using: &scanner)
        #expect(
          Score.of(asked, stored, limit: match.score.distance) == match.score,
          "seed \(seed), query “\(query)”, “\(text)”")
      }
    }
  }

  @Test(
    "finds short queries that fold to more letters than they have, ligatures and all",
    arguments: [1, 50, 70], [1, 5, 100])
  func expandingQueries(minimum: Int, limit: Int) throws {
    let folder = try TemporaryFolder()
    let texts =
      [5, 16, 42, 43, 48, 60, 64].map { String(repeating: "\u{FB03}", count: $0) }
      + [
        String(repeating: "ffi", count: 43), "œuvre…", "oeuvre...",
        String(repeating: "œ", count: 60),
      ]
      + [String(repeating: "n ", count: 70), "sommet"]
    var (builder, scan) = (PartBuilder(language: .french), Scan(language: .french))
    for (number, text) in texts.enumerated() {
      let segment = MemorySegment(
        variant: Int64(number), unit: Int64(number), resource: 1, status: .translated, changed: 1,
        text: text)
      try builder.add(segment)
      scan.add(segment)
    }
    _ = try builder.write(to: folder.path + "/0.part")
    let segment = LivePart(try IndexPart(path: folder.path + "/0.part"))
    var searcher = IndexSearcher([segment], language: .french) {
      SegmentText(texts[Int($0)], codes: nil)
    }
    let request = MatchRequest(minimum: minimum, limit: limit, memories: [1: 0])
    for query in texts + texts.map({ $0.dropLast() + "x" }) {
      let found = try searcher.matches(String(query), request)
      #expect(found == scan.matches(String(query), request), "query “\(query)”")
    }
  }

  @Test(
    "gives the scan's answers among texts that differ in numbers, tags, addresses and the like only",
    arguments: 0..<12)
  func families(seed: UInt64) throws {
    var text = RandomText(seed: seed)
    func number() -> String { "\(text.number(0...(seed % 2 == 0 ? 9 : 99)))" }
    func member(_ kind: Int) -> String {
      switch kind {
      case 0: "Le paragraphe \(number())(\(number())) de la même loi est remplacé par ce qui suit :"
      case 1: "[Abrogé, \(number()), ch. \(number()), art. \(number())]"
      case 2:
        "Cliquez sur <b\(number())>Suite</b\(number())> ou {n\(number())}, %\(number())$d fois."
      case 3: "Voir https://exemple.org/\(number()) ou écrire à n\(number())@exemple.org."
      case 4:
        // Mostly numbers, the same more than once.
        [Int](repeating: text.number(1...7), count: text.number(2...5)).map(String.init)
          .joined(separator: " ") + " loi \(number())"
      default: "\(number()) \(number())"
      }
    }
    let folder = try TemporaryFolder()
    var scan = Scan(language: .french)
    var builders = [PartBuilder(language: .french), PartBuilder(language: .french)]
    var texts: [Int64: String] = [:]
    for place in 0..<600 {
      let segment = MemorySegment(
        variant: Int64(place), unit: Int64(place), resource: Int64(text.number(0...1)),
        status: UnitStatus(rawValue: text.number(0...3)) ?? .draft,
        changed: Int64(text.number(1...4)), text: member(text.number(0...5)))
      texts[segment.variant] = segment.text
      scan.add(segment)
      try builders[place < 500 ? 0 : 1].add(segment)
    }
    var segments = [LivePart]()
    for place in builders.indices {
      _ = try builders[place].write(to: folder.path + "/\(place).part")
      segments.append(LivePart(try IndexPart(path: folder.path + "/\(place).part")))
    }
    var searcher = IndexSearcher(segments, language: .french) {
      texts[$0].map { SegmentText($0, codes: nil) }
    }
    for asked in 0..<60 {
      let query = member(asked % 6)
      let request = MatchRequest(
        minimum: text.number(0...9) == 0 ? -3 : text.number(20...97),
        limit: text.number(0...3) == 0 ? 700 : text.number(1...12),
        memories: [0: 0, 1: text.number(-2...3)],
        statusPenalties: text.number(0...2) == 0 ? [.draft: 2] : [:])
      #expect(
        try searcher.matches(query, request) == scan.matches(query, request),
        "seed \(seed), query “\(query)”, \(request)")
    }
  }
}
