import Foundation
import TestSupport
import Testing

@testable import CalqueText

@Suite("UTF-8 bytes of a scalar")
struct UTF8BytesTests {
  @Test("are those of the standard library")
  func bytes() {
    var (bytes, expected) = ([UInt8](), [UInt8]())
    for value in (0...0x10FFFF as ClosedRange<UInt32>).filter({
      $0 < 0x900 || $0 % 251 == 0 || $0 > 0x10FFF0
    })
      + [0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000]
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      UTF8Bytes.append(value, to: &bytes)
      expected.append(contentsOf: String(scalar).utf8)
    }
    #expect(bytes == expected)
  }

  @Test("come from scalars that are none as U+FFFD")
  func noScalar() {
    #expect(String(scalars: [0x61, 0xD800, 0x11_0000, 0x62]) == "a\u{FFFD}\u{FFFD}b")
  }
}
