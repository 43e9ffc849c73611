import CalqueModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, or of standard input.
package final class FileBytes: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  private let chunkSize = 256 << 10

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(InputError) {
    if path == "-" {
      descriptor = 0
      isOwned = false
      return
    }
    descriptor = unsafe PathText.withCString(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    isOwned = true
    if descriptor < 0 { throw InputError(message: Self.reason("cannot be opened")) }
  }

  deinit {
    if isOwned, descriptor >= 0 { _ = close(descriptor) }
  }

  package func next() throws(InputError) -> [UInt8] {
    var count = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, filled in
      repeat {
        count = unsafe read(descriptor, buffer.baseAddress, chunkSize)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    if count < 0 { throw InputError(message: Self.reason("cannot be read")) }
    return chunk
  }

  private static func reason(_ what: String) -> String {
    switch errno {
    case ENOENT: return "no such file"
    case EISDIR: return "is a folder, not a file"
    case EACCES: return "\(what): permission denied"
    case let code:
      guard let text = unsafe strerror(code) else { return what }
      return unsafe "\(what): \(String(cString: text))"
    }
  }
}
