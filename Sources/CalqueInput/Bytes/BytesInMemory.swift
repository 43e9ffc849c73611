/// A source of bytes that are already in memory.
package final class BytesInMemory: ByteSource {
  private var bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func next() throws(InputError) -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
