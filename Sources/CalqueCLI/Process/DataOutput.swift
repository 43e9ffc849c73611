import CalqueSystem

/// Where a file that a verb makes goes: to standard output, to a file, or straight into a device.
///
/// A file is written beside its place and renamed into it when it is whole. A device or a pipe
/// (`/dev/full`, `/dev/stdout`, a FIFO) must not be replaced by a file: it is written as it is.
enum DataOutput {
  /// Standard output, or a device or pipe.
  case stream(Output)
  /// A file by its path.
  case file(String)

  /// Decides by the value of `-o`.
  ///
  /// - Parameter path: the path; nil or `-` is standard output.
  /// - Throws: `UsageError` where a device cannot be opened or the path is a folder.
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
