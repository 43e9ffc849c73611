/// A text that is compared by its bytes, for dictionaries and sets.
package struct ByteText: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Wraps a text.
  package init(_ text: String) { self.text = text }

  /// Whether two texts are the same bytes.
  package static func == (a: ByteText, b: ByteText) -> Bool { a.text.hasSameBytes(as: b.text) }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}
