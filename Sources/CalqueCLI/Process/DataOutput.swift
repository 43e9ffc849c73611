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

extension Output {
  /// What takes a file's bytes: on a terminal, without what would move its cursor.
  func dataSink() -> ([UInt8]) throws -> Void {
    guard isTerminal else { return { try self.write($0) } }
    var rest = [UInt8]()
    return { bytes in
      // A chunk can end in the middle of a character.
      rest += bytes
      let whole = rest.count - Self.unfinished(rest)
      let text = String(decoding: rest[..<whole], as: UTF8.self)
      rest.removeFirst(whole)
      try self.write(TerminalText.escaped(text, keepsLines: true, keepsTabs: true))
    }
  }

  /// How many bytes at the end begin a character whose others are still to come.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for (count, byte) in bytes.suffix(3).reversed().enumerated() where byte >= 0xC0 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return count + 1 < length ? count + 1 : 0
    }
    return 0
  }
}
