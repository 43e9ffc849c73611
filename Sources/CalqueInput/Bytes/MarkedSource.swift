/// A source without its first bytes, such as a byte order mark.
package final class MarkedSource: ByteSource {
  private let source: any ByteSource
  private var left: Int

  package init(_ source: any ByteSource, skipping count: Int) {
    self.source = source
    left = count
  }

  package func next() throws(InputError) -> [UInt8] {
    while true {
      let chunk = try source.next()
      if chunk.isEmpty || left == 0 { return chunk }
      let skipped = min(left, chunk.count)
      left -= skipped
      if chunk.count > skipped { return Array(chunk[skipped...]) }
    }
  }
}
