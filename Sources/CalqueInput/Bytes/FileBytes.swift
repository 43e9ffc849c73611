import CalqueSystem

/// The bytes of a file, or of standard input.
package final class FileBytes: ByteSource {
  private let file: InputFile
  /// The number of bytes that were read so far, compressed ones if the file is compressed.
  package private(set) var count = 0
  /// The size of the file in bytes; nil if it is not known.
  package var size: Int? { file.size }
  private static let chunkSize = 64 << 10

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(InputError) {
    do {
      file = try InputFile.named(path)
    } catch { throw InputError(message: Self.reason(error, "cannot be opened")) }
  }

  package func next() throws(InputError) -> [UInt8] {
    do {
      let chunk = try file.read(upTo: Self.chunkSize)
      count += chunk.count
      return chunk
    } catch { throw InputError(message: Self.reason(error, "cannot be read")) }
  }

  private static func reason(_ failure: FileFailure, _ what: String) -> String {
    if failure.isMissing { return "no such file" }
    if failure.isFolder { return "is a folder, not a file" }
    if failure.isDenied { return "\(what): permission denied" }
    return "\(what): \(failure.reason)"
  }
}
