import CalqueSystem

/// The destination of a verb's output file: standard output, a file, or a device.
///
/// A file is written beside its destination and renamed when complete. A device or pipe
/// (`/dev/full`, `/dev/stdout`, a FIFO) must not be replaced by a file, so the bytes go directly
/// into the device.
enum DataOutput {
  /// Standard output, or a device or pipe.
  case stream(Output)
  /// A file, by path.
  case file(String)

  /// Chooses the destination by the value of `-o`.
  ///
  /// - Parameter path: the path; nil or `-` is standard output.
  /// - Throws: `UsageError` if a device cannot be opened or the path is a folder.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      self = .stream(.standard)
      return
    }
    switch FileStatus(path)?.kind {
    case nil, .file: self = .file(path)
    case .folder: throw UsageError("\(path) is a folder", remedy: "Name a file: -o FILE")
    case .stream:
      do throws(FileFailure) {
        self = .stream(Output(try OutputFile(existing: path)))
      } catch { throw UsageError("\(error)") }
    }
  }
}
