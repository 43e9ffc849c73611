import CalqueModel
import TestSupport
import Testing

@testable import CalqueInput

@Suite("UTF-8")
struct ValidUTF8Tests {
  @Test(
    "is valid up to the first byte that none allows",
    arguments: [
      ([], .whole), (Array("aé€😀".utf8), .whole), ([0x61, 0xC3], .unfinished(1)),
      ([0xE2, 0x82], .unfinished(0)), ([0xF0, 0x9F, 0x98], .unfinished(0)),
      ([0x61, 0xE9, 0x74], .broken(1)), ([0x61, 0xC3, 0x28], .broken(1)), ([0x80], .broken(0)),
      ([0xC0, 0xAF], .broken(0)), ([0xE0, 0x80, 0xAF], .broken(0)), ([0xFF], .broken(0)),
      ([0xED, 0xA0, 0x80], .broken(0)), ([0xF4, 0x90, 0x80, 0x80], .broken(0)),
      ([0xC3, 0xA9, 0xC3, 0xA9, 0xFE], .broken(4)),
    ] as [([UInt8], ValidUTF8)])
  func table(bytes: [UInt8], expected: ValidUTF8) {
    #expect(ValidUTF8(bytes.span, from: 0) == expected)
  }

  @Test("is examined from any offset on, and offsets count from the beginning")
  func offset() {
    let bytes = Array("éé".utf8) + [0xFF]
    #expect(ValidUTF8(bytes.span, from: 2) == .broken(4))
    #expect(ValidUTF8(bytes.span, from: 5) == .whole)
  }

  @Test("is judged as the library judges it", arguments: UInt64(0)..<400)
  func twin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = ["a", " phrase", "é", "’", "漢", "😀", "\u{0}"]
    var bytes = (0..<random.number(below: 30)).flatMap { _ in
      Array(letters[random.number(below: letters.count)].utf8)
    }
    if !bytes.isEmpty {
      bytes.removeLast(random.number(below: 2))
      for _ in 0..<random.number(below: 3) where !bytes.isEmpty {
        bytes[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
      }
    }
    let expected: ValidUTF8
    do {
      _ = try UTF8Span(validating: bytes.span)
      expected = .whole
    } catch {
      let isCut = error.kind == .truncatedScalar && error.byteOffsets.upperBound == bytes.count
      expected =
        isCut
        ? .unfinished(error.byteOffsets.lowerBound) : .broken(error.byteOffsets.lowerBound)
    }
    #expect(ValidUTF8(bytes.span, from: 0) == expected, "seed \(seed)")
  }

  @Test(
    "of a range is cut to whole scalars",
    arguments: [
      (0..<7, 0..<7), (1..<7, 1..<7), (2..<7, 3..<7), (0..<2, 0..<1), (0..<5, 0..<3),
      (4..<6, 6..<6), (2..<2, 2..<2),
    ])
  func wholeScalars(range: Range<Int>, whole: Range<Int>) {
    let bytes = Array("aé€b".utf8)
    #expect(bytes.wholeScalars(in: range) == whole)
  }

  @Test("keeps bytes that are none where a range is cut")
  func strays() {
    #expect([0x80, 0x80, 0x80, 0x80, 0x61].wholeScalars(in: 0..<5) == 3..<5)
    #expect([0x61, 0xFF].wholeScalars(in: 0..<2) == 0..<2)
  }

  @Test("counts scalars by the bytes that begin one")
  func scalars() {
    let bytes = Array("aé€😀e\u{301}".utf8)
    #expect(bytes.span.scalars(in: 0..<bytes.count) == 6)
    #expect(bytes.span.scalars(in: 0..<0) == 0)
    #expect(bytes.span.scalars(in: 2..<bytes.count) == 4)
  }

  @Test("comes in pieces that end between characters, however it was cut", arguments: 0..<40)
  func pieces(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let letters = ["a", "é", "€", "😀", "\n", "e\u{301}", "\u{FEFF}"]
    let text = (0..<2_000).map { _ in letters[random.number(below: letters.count)] }.joined()
    let source = ValidatedSource(
      ChunkedSource(text.utf8, size: 1 + random.number(below: 300)))
    var read = [UInt8]()
    while true {
      let piece = try source.next()
      if piece.isEmpty { break }
      #expect(ValidUTF8(piece.span, from: 0) == .whole, "seed \(seed)")
      read += piece
    }
    #expect(read.elementsEqual(text.utf8), "seed \(seed)")
  }

  @Test(
    "that ends or breaks gives what is valid first, then the reason",
    arguments: [
      ([0x61, 0xFF, 0x62], "a", "not UTF-8: byte 0xFF"),
      ([0x61, 0xC3], "a", "the file ends inside a character"),
      ([0x61, 0, 0x62], "a", "a NUL byte, which no text holds"),
      ([0x61, 0, 0xFF], "a", "a NUL byte, which no text holds"),
      ([0x61, 0xFF, 0], "a", "not UTF-8: byte 0xFF"),
    ] as [([UInt8], String, String)])
  func broken(bytes: [UInt8], valid: String, reason: String) {
    for size in 1...4 {
      let (read, failure) = ValidatedSource(ChunkedSource(bytes, size: size)).drained()
      #expect(read == Array(valid.utf8))
      #expect(failure == reason)
    }
  }

  @Test("that breaks in a file's beginning is told with its line and column")
  func place() throws {
    let error = try #require(InputError(notUTF8: Array("un\r\néé ".utf8) + [0xE9, 0x20]))
    #expect((error.line, error.column) == (2, 4))
    #expect(error.message == "not UTF-8: byte 0xE9")
    #expect(error.excerpt?.lines.first?.text == "éé \u{FFFD} ")
    #expect(InputError(notUTF8: Array("é".utf8)) == nil)
    #expect(InputError(notUTF8: [0x61, 0xC3]) == nil)
  }
}
