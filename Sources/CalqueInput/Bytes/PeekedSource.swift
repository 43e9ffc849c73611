/// A source whose first bytes can be examined before they are read.
package final class PeekedSource: ByteSource {
  private let rest: any ByteSource
  private var peeked: [UInt8] = []
  private var failure: InputError?

  package init(_ rest: any ByteSource) { self.rest = rest }

  /// The first bytes, at least `count` of them or all of a shorter source.
  ///
  /// `next` delivers the same bytes again. A failure is kept until the bytes before it are read.
  package func peek(_ count: Int) -> [UInt8] {
    while peeked.count < count, failure == nil {
      do {
        let chunk = try rest.next()
        if chunk.isEmpty { break }
        peeked += chunk
      } catch {
        failure = error
      }
    }
    return peeked
  }

  package func next() throws(InputError) -> [UInt8] {
    if !peeked.isEmpty {
      let chunk = peeked
      peeked = []
      return chunk
    }
    if let failure { throw failure }
    return try rest.next()
  }
}
