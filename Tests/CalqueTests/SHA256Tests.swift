import TestSupport
import Testing

@testable import Calque

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B.
  @Test(
    "gives the published digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func published(text: String, digest: String) {
    #expect(SHA256.of(Array(text.utf8)) == digest)
  }

  @Test("is the same by the processor's instructions and by ordinary ones")
  func ordinary() {
    for seed in UInt64(1)...60 {
      var random = SplitMix64(seed: seed)
      let bytes = (0..<Int.random(in: 0...700, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(SHA256.of(bytes) == SHA256.of(bytes, isOrdinary: true), "seed \(seed)")
    }
  }

  @Test("is the same however the bytes are cut", arguments: [1, 55, 56, 63, 64, 65, 119, 200])
  func cuts(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
    let folder = try TemporaryFolder()
    let file = try folder.write(String(decoding: bytes.map { $0 & 0x7F }, as: UTF8.self), to: "f")
    #expect(SHA256.ofFile(file) == SHA256.of(bytes.map { $0 & 0x7F }))
    #expect(SHA256.ofFile("-") == nil)
    #expect(SHA256.ofFile("/dev/null") == nil)
  }
}
