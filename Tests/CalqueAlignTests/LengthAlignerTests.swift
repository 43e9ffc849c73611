import CalqueAlign
import TestSupport
import Testing

@Suite("The length aligner")
struct LengthAlignerTests {
  private func ladder(_ source: [Int], _ target: [Int]) -> [String] {
    LengthAligner().align(AlignmentText(lengths: source), AlignmentText(lengths: target))
      .map(\.ladder)
  }

  @Test("joins sentences of like length one to one")
  func oneToOne() {
    #expect(
      ladder([40, 90, 20, 130], [44, 85, 22, 140]) == ["[0]:[0]", "[1]:[1]", "[2]:[2]", "[3]:[3]"])
  }

  @Test("joins two to one, one to two and two to two where the lengths ask for it")
  func merges() {
    let rest = [60, 110, 30, 75, 150, 45]
    #expect(ladder([40, 90] + rest, [130] + rest).first == "[0,1]:[0]")
    #expect(ladder([130] + rest, [40, 90] + rest).first == "[0]:[0,1]")
    #expect(ladder([150, 20] + rest, [40, 130] + rest).first == "[0,1]:[0,1]")
  }

  @Test("leaves alone what has no counterpart")
  func lone() {
    let text = [60, 110, 30, 75, 150, 45, 200, 90]
    let shorter = Array(text.prefix(4) + text.suffix(3))
    #expect(ladder(text, shorter).contains("[4]:[]"))
    #expect(ladder(shorter, text).contains("[]:[4]"))
    #expect(ladder([], [10, 20]) == ["[]:[0]", "[]:[1]"])
    #expect(ladder([10], []) == ["[0]:[]"])
    #expect(ladder([], []).isEmpty)
  }

  @Test("learns the ratio of lengths from the texts")
  func ratio() {
    let source = [60, 110, 30, 75, 150, 45, 200, 90]
    #expect(
      ladder(source, source.map { $0 * 2 / 5 })
        == source.indices.map { "[\($0)]:[\($0)]" })
  }

  @Test("stays aligned where a paragraph is missing on one side", arguments: 0..<6)
  func missingParagraph(_ missing: Int) {
    let source: [[Int]] = [
      [88, 41, 120], [64, 150, 33, 72], [95, 101], [52, 47, 160, 81], [140, 66, 39], [77, 118, 58],
    ]
    // English runs a little shorter, and never by the same share.
    let target = source.enumerated().map { paragraph, lengths in
      lengths.enumerated().map { $0.element - ($0.element * ($0.offset + paragraph) % 11) }
    }
    func text(_ paragraphs: [[Int]]) -> AlignmentText {
      AlignmentText(
        lengths: paragraphs.flatMap { $0 },
        paragraphs: paragraphs.enumerated().flatMap { number, sentences in
          sentences.map { _ in number }
        })
    }
    var kept = target
    kept.remove(at: missing)
    let before = source.prefix(missing).reduce(0) { $0 + $1.count }
    let gone = source[missing].count
    let expected = source.joined().indices.count
    #expect(expected == 19)
    let wanted = (0..<19).map { sentence in
      if sentence < before { return "[\(sentence)]:[\(sentence)]" }
      return sentence < before + gone
        ? "[\(sentence)]:[]" : "[\(sentence)]:[\(sentence - gone)]"
    }
    #expect(LengthAligner().align(text(source), text(kept)).map(\.ladder) == wanted)
    let reversed = LengthAligner().align(text(kept), text(source))
    #expect(reversed.filter { !$0.source.isEmpty }.allSatisfy { $0.source.count == 1 })
    #expect(
      reversed.filter { $0.source.isEmpty }.map(\.target.lowerBound)
        == Array(before..<(before + gone)))
  }

  @Test("counts characters, not bytes, and no white space")
  func lengths() {
    #expect(AlignmentText(["Été \u{A0}!", "🎉 a\tb"]).lengths == [4, 3])
  }

  @Test("aligns a long text in a band as it does over the whole matrix")
  func band() {
    var random = SplitMix64(seed: 7)
    let (source, target) = random.translation(sentences: 260)
    var whole = LengthAligner()
    whole.wholeCells = .max
    var banded = LengthAligner()
    banded.wholeCells = 2_000
    banded.radius = 40
    let (a, b) = (whole.align(source, target), banded.align(source, target))
    #expect(a.map(\.ladder) == b.map(\.ladder))
    for (x, y) in zip(a, b) { #expect(abs(x.confidence - y.confidence) < 1e-6) }
  }
}
