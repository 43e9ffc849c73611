import CalqueModel
import TestSupport
import Testing

@testable import Calque

@Suite("A lookup in a context")
struct ContextTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    pair = try #require(LanguagePair("fr-en"))
  }

  /// The answers of the index and of the scan.
  private func answers(
    _ query: String, _ context: SegmentContext, _ edit: (inout LookupOptions) -> Void = { _ in }
  ) throws -> [LookupAnswer] {
    try [false, true].map { usesScan in
      var options = LookupOptions(pair: pair)
      options.usesScan = usesScan
      edit(&options)
      return try workspace.lookup(options).answer(query, in: context)
    }
  }

  @Test(
    "scores 101 for one part that agrees and 102 for more; a missing one agrees with nothing",
    arguments: [
      (SegmentContext(), 100), (SegmentContext(previous: "Le sommet est fini."), 101),
      (SegmentContext(next: "IL PART !"), 101), (SegmentContext(previous: "Il part !"), 100),
      (SegmentContext(previous: "Le sommet est fini.", next: "Il part !"), 102),
      (SegmentContext(previous: "Le sommet est fini.", next: "Il reste."), 101),
      (SegmentContext(previous: " ", next: ""), 100), (SegmentContext(key: "4"), 100),
    ])
  func added(context: SegmentContext, score: Int) throws {
    for (source, target) in [
      ("Le sommet est fini.", "The summit is over."), ("Merci.", "Thank you."),
      ("Il part !", "He is leaving!"),
    ] { _ = try workspace.add(source, target, pair: pair) }
    for answer in try answers("Merci.", context) {
      let match = try #require(answer.matches.first)
      #expect(match.score == score)
      #expect(match.kind == (score > 100 ? .context : .exact))
      #expect(match.context.count == score - 100)
    }
    for answer in try answers("Merci", context) { #expect(answer.matches[0].score < 100) }
  }

  @Test("knows the neighbours of many segments, of which blank ones are none")
  func neighbours() {
    for segments in [[], ["a"], ["", " ", "a", "", "b", "c", " "], ["", ""]] {
      let contexts = SegmentContext.contexts(of: segments)
      #expect(contexts.count == segments.count)
      for (place, context) in contexts.enumerated() {
        let isThere = { (segment: String) in !segment.allSatisfy(\.isWhitespace) }
        #expect(context.previous == segments[..<place].last(where: isThere))
        #expect(context.next == segments[(place + 1)...].first(where: isThere))
      }
    }
  }

  @Test("ranks by context among equal texts, takes penalties off last, and reaches 102 alone")
  func ranks() throws {
    for (source, target) in [
      ("Un.", "One."), ("Merci.", "Thanks."), ("Deux.", "Two."), ("Merci.", "Thank you."),
      ("Trois.", "Three."), ("Merci.", "Cheers."),
    ] { _ = try workspace.add(source, target, pair: pair) }
    let context = SegmentContext(previous: "Deux.", next: "Trois.")
    for limit in 1...3 {
      for answer in try answers("Merci.", context, { $0.limit = limit }) {
        #expect(answer.matches.map(\.target).first == "Thank you.")
        #expect(answer.matches.map(\.score) == Array([102, 100, 100].prefix(limit)))
      }
    }
    for answer in try answers("Merci.", context, { $0.minimum = 101 }) {
      #expect(answer.matches.map(\.score) == [102])
    }
    for answer in try answers("Merci.", context, { $0.memoryPenalties = ["my-memory": 31] }) {
      #expect(answer.matches.map(\.score) == [71])
      #expect(answer.json.contains("\"context\":[\"previous\",\"next\"]"))
    }
  }

  @Test(
    "takes the neighbours that other tools write into a file",
    arguments: [
      ("<prop type='x-context-pre'>Avant.</prop><prop type='x-context-post'>Après.</prop>", ""),
      (
        "",
        "<prop type='x-context-pre'>&lt;seg>A&lt;bpt i='1'>{}&lt;/bpt>vant.&lt;/seg></prop>"
          + "<prop type='x-context-post'>&lt;seg>Après.&lt;/seg></prop>"
      ),
      ("<prop type='prev'>Avant.</prop><prop type='next'>Après.</prop>", ""),
      (
        "<prop type='x-ContextContent'>Autre. |  | Other. | </prop>"
          + "<prop type='x-ContextContent'>Avant. |  | Après. | </prop>", ""
      ),
      ("", "<prop type='context_prev'>Avant.</prop><prop type='context_next'>Après.</prop>"),
    ])
  func stated(ofUnit: String, ofText: String) throws {
    let file = folder.file("m.tmx")
    try folder.write(
      """
      <?xml version="1.0"?><tmx version="1.4"><header srclang="fr"/><body>
      <tu><tuv xml:lang="fr"><seg>Loin.</seg></tuv><tuv xml:lang="en"><seg>Far.</seg></tuv></tu>
      <tu>\(ofUnit)<tuv xml:lang="fr">\(ofText)<seg>Merci.</seg></tuv>
      <tuv xml:lang="en"><seg>Thank you.</seg></tuv></tu></body></tmx>
      """, to: "m.tmx")
    _ = try workspace.importFile(file)
    for (context, score) in [
      (SegmentContext(previous: "Avant.", next: "Après."), 102),
      (SegmentContext(previous: "Loin.", next: "Après."), 101),
      (SegmentContext(previous: "Loin."), 100),
    ] {
      for answer in try answers("Merci.", context) {
        #expect(answer.matches.map(\.score) == [score], "\(context)")
      }
    }
  }

  @Test("knows the key of a message, and takes a number for none")
  func keys() throws {
    try folder.write(
      """
      msgid ""
      msgstr "Language: en\\n"

      msgctxt "menu"
      msgid "Ouvrir"
      msgstr "Open"

      msgctxt "7"
      msgid "Ouvrir"
      msgstr "Opened"

      """, to: "app.po")
    var options = ImportOptions()
    options.pair = pair
    _ = try workspace.importFile(folder.file("app.po"), options: options)
    for answer in try answers("Ouvrir", SegmentContext(key: "menu")) {
      #expect(answer.matches.map(\.score) == [101, 100])
      #expect(answer.matches[0].context == [.key])
    }
    for answer in try answers("Ouvrir", SegmentContext(key: "7")) {
      #expect(answer.matches.map(\.score) == [100, 100])
    }
  }

  @Test("of several sentences at once is that of each of them")
  func sentences() throws {
    for (source, target) in [
      ("Le sommet est fini.", "The summit is over."), ("Merci à tous.", "Thank you all."),
      ("Il part demain.", "He leaves tomorrow."),
    ] { _ = try workspace.add(source, target, pair: pair) }
    for answer in try answers(
      "Merci à tous. Il part demain.", SegmentContext(previous: "Le sommet est fini."))
    {
      #expect(answer.sentences.map { $0.matches.first?.score } == [102, 101])
    }
  }

  /// A memory in which few texts stand in many places.
  @Test("is the same by the index, by the scan and by comparing all units", arguments: 0..<30)
  func twin(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let texts = ["Merci.", "Oui.", "Non.", "Le sommet est fini.", "Il part.", "merci."]
    func text() -> String { texts[random.number(below: texts.count)] }
    var units: [(source: String, target: String)] = []
    for number in 0..<(5 + random.number(below: 40)) {
      let unit = (text(), "Text \(number).")
      _ = try workspace.add(unit.0, unit.1, pair: pair)
      units.append(unit)
    }
    func fold(_ text: String) -> String { text.lowercased() }
    for _ in 0..<20 {
      let query = text()
      let context = SegmentContext(
        previous: random.number(below: 4) == 0 ? nil : text(),
        next: random.number(below: 4) == 0 ? nil : text())
      var expected: [String: Int] = [:]
      for (place, unit) in units.enumerated() where unit.source == query {
        let before = place > 0 ? fold(units[place - 1].source) : nil
        let after = place + 1 < units.count ? fold(units[place + 1].source) : nil
        let agreeing = [
          context.previous.map(fold).map { $0 == before } ?? false,
          context.next.map(fold).map { $0 == after } ?? false,
        ]
        expected[unit.target] = 100 + agreeing.count { $0 }
      }
      for limit in [1, 3, 100] {
        let found = try answers(query, context) { ($0.limit, $0.minimum) = (limit, 100) }
        #expect(found[0].matches.map(\.unit) == found[1].matches.map(\.unit))
        #expect(found[0].matches.map(\.score) == found[1].matches.map(\.score))
        let scores = expected.values.sorted(by: >)
        #expect(found[0].matches.map(\.score) == Array(scores.prefix(limit)), "seed \(seed)")
        for match in found[0].matches { #expect(expected[match.target] == match.score) }
      }
    }
  }
}
