/// Paths as text: also those whose bytes are not UTF-8.
///
/// Linux names files by bytes, `String` holds Unicode; read as UTF-8 with repairs, `caf\xE9.tmx`
/// becomes a name that no file has. Here a byte that is not part of valid UTF-8 becomes one of the
/// private-use scalars U+EF80–U+EFFF and finds its way back when the file is opened (MirBSD's
/// OPTU encoding). A name that really holds such a scalar is taken apart byte by byte, so that
/// decoding and encoding give every name back.
package enum PathText {
  private static let escapes: ClosedRange<UInt32> = 0xEF80...0xEFFF

  /// The name as text.
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

  /// The bytes that the file system knows the file by.
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

  /// Whether every byte behind the text was UTF-8, so that it can be taken for what a person wrote.
  package static func isPlain(_ text: String) -> Bool {
    !text.unicodeScalars.contains { escapes.contains($0.value) }
  }

  /// Lends the name to a C call, with a zero byte at its end.
  package static func withCString<Result>(
    _ text: String, _ body: (UnsafePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    let bytes = bytes(of: text).map(CChar.init(bitPattern:)) + [0]
    return try unsafe bytes.withUnsafeBufferPointer { buffer in
      // The zero byte is there, so the buffer is never empty and has an address.
      guard let address = buffer.baseAddress else { return try unsafe "".withCString(body) }
      return try unsafe body(address)
    }
  }
}
