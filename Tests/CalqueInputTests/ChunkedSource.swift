import CalqueInput

/// Bytes in chunks of one size, then perhaps a failure.
final class ChunkedSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int
  private let failure: InputError?

  init(_ bytes: some Sequence<UInt8>, size: Int = 1 << 20, failure: InputError? = nil) {
    rest = Array(bytes)[...]
    self.size = size
    self.failure = failure
  }

  func next() throws(InputError) -> [UInt8] {
    if rest.isEmpty, let failure { throw failure }
    let chunk = rest.prefix(size)
    rest = rest.dropFirst(size)
    return Array(chunk)
  }
}

extension ByteSource {
  /// All that comes, and the message of the failure that ends it.
  func drained() -> (bytes: [UInt8], failure: String?) {
    var bytes = [UInt8]()
    while true {
      do throws(InputError) {
        let chunk = try next()
        if chunk.isEmpty { return (bytes, nil) }
        bytes += chunk
      } catch {
        return (bytes, error.message)
      }
    }
  }

  /// All that comes, as text.
  var text: String { String(decoding: drained().bytes, as: UTF8.self) }
}
