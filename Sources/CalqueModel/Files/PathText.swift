/// Paths as text, including paths whose bytes are not UTF-8.
///
/// Linux names files by bytes, while `String` holds Unicode. If `caf\xE9.tmx` were repaired to
/// valid UTF-8, its name would fit no file. A byte outside valid UTF-8 becomes one of the private-use
/// scalars U+EF80–U+EFFF instead, and the same byte again when the file is opened (MirBSD's OPTU
/// encoding). A name that really holds such a scalar is taken apart byte by byte. Decoding and
/// encoding therefore give every name back.
package enum PathText {
  private static let escapes: ClosedRange<UInt32> = 0xEF80...0xEFFF

  /// The path of these bytes as text.
  package static func decoding(_ bytes: [UInt8]) -> String {
    if let valid = String(validating: bytes, as: UTF8.self), isPlain(valid) { return valid }
    var text = String.UnicodeScalarView()
    var place = 0
    while place < bytes.count {
      let length = (1...4).first { length in
        guard place + length <= bytes.count,
          let scalar = String(validating: bytes[place..<(place + length)], as: UTF8.self)
        else { return false }
        return isPlain(scalar)
      }
      if let length {
        text.append(
          contentsOf: String(decoding: bytes[place..<(place + length)], as: UTF8.self)
            .unicodeScalars)
        place += length
      } else {
        if let escape = Unicode.Scalar(0xEF00 + UInt32(bytes[place])) { text.append(escape) }
        place += 1
      }
    }
    return String(text)
  }

  /// The bytes of a path, as the file system stores them.
  package static func bytes(of text: String) -> [UInt8] {
    if isPlain(text) { return Array(text.utf8) }
    var bytes = [UInt8]()
    for scalar in text.unicodeScalars {
      if escapes.contains(scalar.value) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return bytes
  }

  /// Whether the path's bytes are UTF-8, so that the text is the name that a person sees.
  package static func isPlain(_ text: String) -> Bool {
    !text.unicodeScalars.contains { escapes.contains($0.value) }
  }

  /// Lends the path's bytes, ended by a zero byte, to a C call.
  package static func withCString<Result>(
    _ text: String, _ body: (UnsafePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    let bytes = bytes(of: text).map(CChar.init(bitPattern:)) + [0]
    return try unsafe bytes.withUnsafeBufferPointer { buffer in
      // The buffer holds at least the zero byte, so it has an address.
      guard let address = buffer.baseAddress else { return try unsafe "".withCString(body) }
      return try unsafe body(address)
    }
  }
}
