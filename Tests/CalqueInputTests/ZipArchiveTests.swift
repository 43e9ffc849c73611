import TestSupport
import Testing

@testable import CalqueInput

@Suite("A zip archive")
struct ZipArchiveTests {
  private func zip(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    let writer = try ZipWriter()
    for (name, bytes) in entries { try writer.add(name, bytes) }
    return try writer.finish()
  }

  private func failure(_ body: () throws -> Void) -> String? {
    #expect(throws: InputError.self, performing: body)?.message
  }

  @Test("gives back each entry that was written, in any order", arguments: [1, 100, 1 << 20])
  func entries(size: Int) throws {
    var random = SplitMix64(seed: 7)
    let noise = (0..<700_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let bytes = try zip([
      ("a/été.xml", Array("<a/>".utf8)), ("empty", []), ("noise", noise),
    ])
    let archive = try ZipArchive(ChunkedSource(bytes, size: size), limits: InputLimits())
    #expect(archive.names == ["a/été.xml", "empty", "noise"])
    #expect(try archive.bytes(of: "noise") == noise)
    #expect(try archive.bytes(of: "empty") == [])
    #expect(try archive.open("a/été.xml").text == "<a/>")
    #expect(failure { _ = try archive.open("b") } == "the archive has no 'b'")
  }

  @Test("is the same file whenever it is written")
  func deterministic() throws {
    let entries = [("a", Array("un".utf8)), ("b", Array("deux".utf8))]
    #expect(try zip(entries) == zip(entries))
    #expect(ZipArchive.isZip(try zip(entries)))
  }

  @Test("that is cut anywhere is refused")
  func truncated() throws {
    let bytes = try zip([("a", Array("un deux trois".utf8)), ("b", [1, 2, 3])])
    for count in 0..<bytes.count {
      let said = failure { _ = try ZipArchive(Array(bytes.prefix(count)), limits: InputLimits()) }
      #expect(said?.hasPrefix("the zip archive is damaged or cut off") == true, "\(count) bytes")
    }
  }

  @Test("with any bit turned over is refused, or gives what it was")
  func damaged() throws {
    let text = Array(String(repeating: "sommet summit ", count: 40).utf8)
    let whole = try zip([("a", text)])
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x10
      guard let archive = try? ZipArchive(bytes, limits: InputLimits()),
        let source = try? archive.open("a")
      else { continue }
      let (unpacked, failure) = source.drained()
      #expect(failure != nil || unpacked == text, "byte \(place)")
    }
  }

  @Test("may expand a little a thousandfold, and much no more than the limits")
  func bomb() throws {
    let short = [UInt8](repeating: 0x20, count: 1 << 20)
    var limits = InputLimits()
    #expect(try ZipArchive(zip([("a", short)]), limits: limits).open("a").drained().failure == nil)
    let long = [UInt8](repeating: 0x20, count: 18 << 20)
    let bytes = try zip([("a", long)])
    #expect(
      try ZipArchive(bytes, limits: limits).open("a").drained().failure
        == "the archive expands more than 250-fold at 'a': it is refused")
    limits.ratio = 2_000
    limits.unpacked = 17 << 20
    #expect(
      try ZipArchive(bytes, limits: limits).open("a").drained().failure
        == "the archive expands to more than 17 MiB at 'a': it is refused")
  }

  @Test("counts what all its entries expand to")
  func manyBombs() throws {
    let part = [UInt8](repeating: 0x20, count: 1 << 20)
    let archive = try ZipArchive(
      zip((0..<20).map { ("\($0)", part) }), limits: InputLimits())
    let failures = try archive.names.map { try archive.open($0).drained().failure }
    #expect(failures.count { $0 == nil } == 16)
    #expect(failures.last == "the archive expands more than 250-fold at '19': it is refused")
  }

  @Test("of too many bytes or entries is refused, and one with two of a name")
  func tooLarge() throws {
    let bytes = try zip([("a", [1]), ("b", [2]), ("c", [3])])
    var limits = InputLimits()
    limits.entries = 2
    #expect(
      failure { _ = try ZipArchive(bytes, limits: limits) }
        == "the archive has more than 2 entries: it is refused")
    limits = InputLimits()
    limits.archive = 0
    #expect(
      failure { _ = try ZipArchive(BytesInMemory(bytes), limits: limits) }
        == "the archive has more than 0 MiB: it is refused")
    #expect(
      failure { _ = try ZipArchive(zip([("a", [1]), ("a", [2])]), limits: InputLimits()) }
        == "the archive has two entries called 'a'")
  }
}
