import CalqueMatch
import CalqueModel
import CalqueText
import Foundation
import Testing

@Suite("The score")
struct ScoreVectorTests {
  @Test("gives every row of the vectors its tokens, weights, distance, base and score")
  func vectors() throws {
    var scanner = TextScanner()
    for (number, row) in try Fixture.rows("score-vectors.tsv").enumerated() {
      let language = Language(LanguageTag(row[0]))
      let query = ComparedText(row[1], stemmer: language.stemmer, using: &scanner)
      let stored = ComparedText(row[2], stemmer: language.stemmer, using: &scanner)
      #expect(shown(row[1]) == row[3], "tokens of the query, row \(number + 2): \(row[1])")
      #expect(shown(row[2]) == row[4], "tokens of the stored text, row \(number + 2): \(row[2])")
      #expect(String(query.totalWeight) == row[5], "row \(number + 2)")
      #expect(String(stored.totalWeight) == row[6], "row \(number + 2)")
      let score = Score.of(query, stored)
      #expect((score.map { String($0.distance) } ?? "") == row[7], "D, row \(number + 2): \(row)")
      #expect(
        (score.map { String(Score.base(distance: $0.distance, weight: $0.weight)) } ?? "")
          == row[8], "base, row \(number + 2)")
      #expect((score.map { String($0.points) } ?? "") == row[9], "reported, row \(number + 2)")
    }
  }

  @Test("gives each typographic difference the score it deserves")
  func typography() throws {
    var scanner = TextScanner()
    for row in try Fixture.rows("typography.tsv") {
      let query = ComparedText(row[1], stemmer: .french, using: &scanner)
      let stored = ComparedText(row[2], stemmer: .french, using: &scanner)
      let points = try #require(Score.of(query, stored)).points
      let (low, high) = (try #require(Int(row[3])), try #require(Int(row[4])))
      #expect((low...high).contains(points), "\(row[0]): \(points)")
    }
  }

  /// The tokens as the vectors write them: NFC, skipped scalars left out, white space as `_`.
  private func shown(_ text: String) -> String {
    var scanner = TextScanner()
    scanner.scan(text)
    return scanner.tokens.map { span in
      String(
        scalars: scanner.text.scalars[span.start..<span.end].map {
          ScalarProperties.isSpace($0) ? 0x5F : $0
        })
    }.joined(separator: " ")
  }
}

/// Files of the folder `Fixtures` beside the tests.
enum Fixture {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path()
  }

  /// The rows of a tab-separated file below its header.
  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    return text.unicodeScalars.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }
}
