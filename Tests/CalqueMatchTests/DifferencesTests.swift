import CalqueText
import TestSupport
import Testing

@testable import CalqueMatch

@Suite("The differences between a query and a match")
struct DifferencesTests {
  private func script(_ query: String, _ match: String) -> EditScript {
    var scanner = TextScanner()
    return EditScript(
      ComparedText(query, stemmer: .french, using: &scanner),
      ComparedText(match, stemmer: .french, using: &scanner))
  }

  /// The differences as `kind query|match`, each text as its bytes are.
  private func shown(_ query: String, _ match: String) -> [String] {
    func piece(_ text: String, _ span: Range<Int>?) -> String {
      span.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } ?? ""
    }
    return script(query, match).differences.map {
      "\($0.kind.rawValue) \(piece(query, $0.query))|\(piece(match, $0.match))"
    }
  }

  @Test(
    "are runs of the same, added, removed and changed words",
    arguments: [
      (
        "Le sommet.", "Le prochain sommet.",
        ["same Le|Le", "added |prochain", "same sommet.|sommet."]
      ),
      ("Le grand sommet", "Le sommet", ["same Le|Le", "removed grand|", "same sommet|sommet"]),
      (
        "Il y a 13 morts", "Il y a 12 morts",
        ["same Il y a|Il y a", "changed 13|12", "same morts|morts"]
      ),
      ("le sommet", "le sommet", ["same le sommet|le sommet"]),
      ("  le  sommet ", "le sommet", ["same le  sommet|le sommet"]),
      ("sommmet", "sommet", ["changed sommmet|sommet"]),
      ("a b c", "x y", ["changed a b c|x y"]),
      ("", "abc", ["added |abc"]), ("abc", "", ["removed abc|"]), ("", "", []),
    ])
  func runs(query: String, match: String, differences: [String]) {
    #expect(shown(query, match) == differences)
  }

  @Test(
    "are places in bytes, whatever the letters",
    arguments: [
      ("👩‍👩‍👧 va à Paris", "👩‍👩‍👧 va à Nice", ["same 👩‍👩‍👧 va à|👩‍👩‍👧 va à", "changed Paris|Nice"]),
      ("🙂 un été", "🙂🙂 un été", ["same 🙂|🙂", "added |🙂", "same un été|un été"]),
      // Combining accents beside composed ones: the same.
      (
        "un e\u{301}te\u{301} sec", "un été froid",
        ["same un e\u{301}te\u{301}|un été", "changed sec|froid"]
      ),
      (
        "12\u{A0}000 euros", "12 000 dollars", ["same 12\u{A0}000|12 000", "changed euros|dollars"]
      ),
      ("« oui\u{A0}»", "«\u{A0}non »", ["same «|«", "changed oui|non", "same »|»"]),
      // Both apostrophes: the same.
      ("l'IA fait peur", "l’IA fait rire", ["same l'IA fait|l’IA fait", "changed peur|rire"]),
      ("aujourd’hui non", "aujourd'hui", ["same aujourd’hui|aujourd'hui", "removed non|"]),
      // What is skipped in scanning belongs to the word that it is in.
      ("some\u{AD}rset oui", "somerset non", ["same some\u{AD}rset|somerset", "changed oui|non"]),
      ("東京 は", "東京 が", ["same 東京|東京", "changed は|が"]),
    ])
  func places(query: String, match: String, differences: [String]) {
    // Compared byte by byte: strings that differ by their normal form alone are equal.
    #expect(shown(query, match).map { Array($0.utf8) } == differences.map { Array($0.utf8) })
  }

  @Test("keep more words in place where the cost is equal")
  func kept() {
    #expect(shown("un deux", "deux sept") == ["removed un|", "same deux|deux", "added |sept"])
  }

  @Test("are the words of the explanation's steps, and lie in order", arguments: 0..<40)
  func explained(seed: UInt64) {
    var random = RandomText(seed: seed)
    for _ in 0..<25 {
      let query = random.segment(words: 1...12)
      let match = random.number(0...1) == 0 ? random.edited(query) : random.segment(words: 1...12)
      let script = script(query, match)
      let changed = script.steps.filter { $0.kind != .keep }
      let told = "seed \(seed): “\(query)” and “\(match)”"
      for (spans, tokens, ranges) in [
        (
          script.differences.filter { $0.kind != .same }.compactMap(\.query),
          changed.compactMap(\.query), script.query.ranges
        ),
        (
          script.differences.filter { $0.kind != .same }.compactMap(\.match),
          changed.compactMap(\.match), script.match.ranges
        ),
      ] {
        let inside = ranges.indices.filter { token in
          spans.contains { $0.contains(ranges[token].lowerBound) }
        }
        #expect(inside == tokens, "\(told)")
      }
      for spans in [script.differences.compactMap(\.query), script.differences.compactMap(\.match)]
      {
        #expect(
          zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "\(told)")
      }
      let kinds = script.differences.map(\.kind)
      #expect(
        zip(kinds, kinds.dropFirst()).allSatisfy { ($0 == .same) != ($1 == .same) }, "\(told)")
    }
  }
}
