import Foundation
import TestSupport
import Testing

@testable import CalqueText

@Suite("A text as the scanner reads it")
struct ScalarTextTests {
  private func read(_ text: String) -> ScalarText {
    var scalars = ScalarText()
    scalars.read(text.utf8Span.span)
    return scalars
  }

  @Test(
    "has its scalars in NFC without skipped ones, and where each stood",
    arguments: [
      ("aé🙂", "aé🙂", [0, 1, 3, 7]), ("e\u{301}a", "éa", [0, 3, 4]),
      ("\u{AD}a\u{200B}", "a", [2, 6]),
      ("a\u{301}\u{327}b", "á\u{327}b", [0, 0, 5, 6]), ("", "", [0]), ("\u{FEFF}", "", [3]),
      ("\u{958}", "\u{915}\u{93C}", [0, 0, 3]), ("e\u{AD}\u{301}x", "éx", [0, 5, 6]),
      ("\u{327}\u{301}", "\u{327}\u{301}", [0, 2, 4]),
      ("\u{10FFFF}\u{7FF}", "\u{10FFFF}\u{7FF}", [0, 4, 6]),
    ])
  func reading(text: String, scalars: String, offsets: [Int32]) {
    let read = read(text)
    #expect(read.scalars == scalars.precomposedStringWithCanonicalMapping.scalarValues)
    #expect(read.offsets == offsets)
    #expect(read.classes.count == read.scalars.count)
  }

  @Test("says whether something was skipped or composed")
  func signs() {
    #expect(!read("é").hasSkipped && read("é").isNormalized)
    #expect(read("\u{AD}").hasSkipped && read("\u{AD}").isNormalized)
    #expect(!read("e\u{301}").isNormalized)
    var kept = read("e\u{301}\u{AD}")
    kept.read("a".utf8Span.span)
    #expect(!kept.hasSkipped && kept.isNormalized && kept.scalars == [0x61])
  }

  @Test(
    "is trimmed of the white space at its ends",
    arguments: [
      (" a b ", 1..<4), ("a", 0..<1), ("", 0..<0), ("\u{A0}\n", 2..<2), ("\u{200B} a", 0..<2),
      ("a \u{FEFF}", 0..<2), ("\u{3000}a\u{202F}", 1..<2), ("a\u{AD} ", 0..<1),
      (" \u{AD} a", 1..<3),
    ])
  func trimming(text: String, range: Range<Int>) {
    #expect(read(text).trimmedRange == range)
  }

  @Test("is the same from a reader that is kept", arguments: [0x0DD5 as UInt64])
  func reuse(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    var kept = ScalarText()
    for _ in 0..<200 {
      let text = pairs.next().query
      kept.read(text.utf8Span.span)
      let new = read(text)
      #expect(
        kept.scalars == new.scalars && kept.offsets == new.offsets
          && kept.classes.map { $0 & 0x7FFF } == new.classes.map { $0 & 0x7FFF },
        "seed \(seed): \(text.debugDescription)")
    }
  }
}
