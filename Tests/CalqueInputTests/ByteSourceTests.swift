import TestSupport
import Testing

@testable import CalqueInput

@Suite("A source of bytes")
struct ByteSourceTests {
  private let alphabet = Array("abcdefghijklmnopqrstuvwxyz".utf8)

  @Test("that was peeked into gives every byte all the same", arguments: [1, 2, 5, 26, 100])
  func peeked(size: Int) throws {
    let source = PeekedSource(ChunkedSource(alphabet, size: size))
    #expect(source.peek(3).prefix(3).elementsEqual("abc".utf8))
    #expect(source.peek(7).prefix(7).elementsEqual("abcdefg".utf8))
    #expect(source.peek(100) == alphabet)
    #expect(source.drained().bytes == alphabet)
    #expect(source.peek(1) == [])
  }

  @Test("that fails while it is peeked into gives what stands before the failure first")
  func failure() {
    let source = PeekedSource(
      ChunkedSource("ab".utf8, size: 1, failure: InputError(message: "the cable broke")))
    #expect(source.peek(10) == Array("ab".utf8))
    #expect(source.drained() == (Array("ab".utf8), "the cable broke"))
  }

  @Test("passes over its first bytes, however they are cut", arguments: [1, 2, 3, 4, 100])
  func marked(size: Int) {
    for count in [0, 1, 3, 26, 30] {
      let source = MarkedSource(ChunkedSource(alphabet, size: size), skipping: count)
      #expect(source.drained().bytes == Array(alphabet.dropFirst(count)))
    }
  }

  @Test("of bytes in memory gives them once")
  func memory() {
    let source = BytesInMemory(alphabet)
    #expect(source.drained().bytes == alphabet)
    #expect(source.drained().bytes == [])
  }

  @Test("of a file gives the file, and says why there is none")
  func file() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(alphabet, to: "a")
    #expect(try FileBytes(path: path).drained().bytes == alphabet)
    let missing = #expect(throws: InputError.self) { try FileBytes(path: path + "x") }
    #expect(missing?.message == "no such file")
    #expect(try FileBytes(path: folder.path).drained().failure == "is a folder, not a file")
  }
}

@Suite("A gzip file")
struct GzipSourceTests {
  private func source(
    _ bytes: [UInt8], size: Int = 1 << 20, limits: InputLimits = InputLimits()
  ) throws -> GzipSource {
    try GzipSource(ChunkedSource(bytes, size: size), limits: limits)
  }

  @Test("is unpacked, whatever its chunks", arguments: [1, 7, 1_000, 1 << 20])
  func unpacked(size: Int) throws {
    let text = Array(String(repeating: "été\tsummer\n", count: 500).utf8)
    #expect(try source(Gzip.member(of: text), size: size).drained() == (text, nil))
  }

  @Test("of several members, and filled up with zeros, is one text")
  func members() throws {
    let bytes = Gzip.member(of: Array("un".utf8)) + Gzip.member(of: []) + Gzip.member(of: [0x21])
    #expect(try source(bytes).text == "un!")
    #expect(try source(bytes + [0, 0, 0, 0]).drained() == (Array("un!".utf8), nil))
  }

  @Test("that is cut anywhere is called truncated, and what it held comes first")
  func truncated() throws {
    let text = (0..<200).map { "line \($0)\n" }.joined()
    let whole = Gzip.member(of: Array(text.utf8))
    for count in stride(from: 1, to: whole.count, by: 37) {
      let (bytes, failure) = try source(Array(whole.prefix(count))).drained()
      #expect(text.utf8.starts(with: bytes))
      #expect(failure == "the compressed file ends too early: it is truncated")
    }
  }

  @Test("with any bit turned over is refused, or unpacks to what it was")
  func damaged() throws {
    let text = Array(String(repeating: "sommet summit ", count: 40).utf8)
    let whole = Gzip.member(of: text)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x10
      let (unpacked, failure) = try source(bytes).drained()
      #expect(failure != nil || unpacked == text, "byte \(place)")
    }
  }

  @Test("that something other follows is refused")
  func trailing() throws {
    let bytes = Gzip.member(of: Array("un".utf8)) + Array("garbage".utf8)
    let (unpacked, failure) = try source(bytes).drained()
    #expect(unpacked == Array("un".utf8))
    #expect(failure?.hasPrefix("the compressed file is damaged") == true)
  }

  @Test("may expand a short text a thousandfold, a long one no more than the limit")
  func ratio() throws {
    var limits = InputLimits()
    let short = [UInt8](repeating: 0x20, count: 1 << 20)
    #expect(try source(Gzip.member(of: short), limits: limits).drained().failure == nil)
    let long = [UInt8](repeating: 0x20, count: 18 << 20)
    #expect(
      try source(Gzip.member(of: long), limits: limits).drained().failure
        == "the compressed file expands more than 250-fold: it is refused")
    limits.ratio = 2_000
    limits.expanded = 17 << 20
    #expect(
      try source(Gzip.member(of: long), limits: limits).drained().failure
        == "the compressed file expands to more than it may")
  }

  @Test("is known by its first two bytes")
  func magic() {
    #expect(GzipSource.isGzip(Gzip.member(of: [])))
    #expect(!GzipSource.isGzip([0x1F]))
    #expect(!GzipSource.isGzip(Array("PK".utf8)))
  }
}
