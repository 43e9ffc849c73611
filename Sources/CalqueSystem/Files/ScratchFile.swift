import Glibc
import Synchronization
import SystemPackage

/// A place on the disk for what a computation needs again later; nobody else sees the file.
///
/// The file is made with the first bytes, and goes with the value or with the process.
package final class ScratchFile: Sendable {
  private struct State {
    var descriptor: FileDescriptor?
    var end: Int64 = 0
  }

  private let folder: String
  private let state = Mutex(State())

  /// A place in a folder, which must exist by the time of the first bytes.
  package init(in folder: String) { self.folder = folder }

  deinit {
    state.withLock { try? $0.descriptor?.close() }
  }

  /// Appends bytes.
  ///
  /// - Returns: the place at which the bytes begin.
  /// - Throws: `FileFailure` if the file cannot be made or written.
  package func append(_ bytes: [UInt8]) throws(FileFailure) -> Int64 {
    try state.withLock { state throws(FileFailure) in
      let descriptor: FileDescriptor
      if let made = state.descriptor { descriptor = made } else { descriptor = try made() }
      state.descriptor = descriptor
      let start = state.end
      try FileFailure.carrying(folder) {
        _ = try descriptor.writeAll(toAbsoluteOffset: start, bytes)
      }
      state.end += Int64(bytes.count)
      return start
    }
  }

  /// Reads bytes that were appended.
  ///
  /// - Parameters:
  ///   - count: the number of bytes.
  ///   - place: the place at which they begin.
  /// - Returns: the bytes.
  /// - Throws: `FileFailure` if the file cannot be read.
  package func read(_ count: Int, at place: Int64) throws(FileFailure) -> [UInt8] {
    try state.withLock { state throws(FileFailure) in
      guard let made = state.descriptor, place + Int64(count) <= state.end else {
        throw FileFailure(path: folder, code: .ioError)
      }
      return try FileFailure.carrying(folder) {
        try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
          while filled < count {
            let read = try unsafe made.read(
              fromAbsoluteOffset: place + Int64(filled),
              into: UnsafeMutableRawBufferPointer(
                UnsafeMutableBufferPointer(rebasing: buffer[filled...])))
            guard read > 0 else { throw Errno.ioError }
            filled += read
          }
        }
      }
    }
  }

  /// Makes a file that has no name any more.
  private func made() throws(FileFailure) -> FileDescriptor {
    let file = try TemporaryFile(in: folder)
    // The name goes with `file`, the file itself with the second descriptor.
    return try withExtendedLifetime(file) { () throws(FileFailure) in
      let descriptor = try FileFailure.carrying(folder) { try file.descriptor.duplicate() }
      // A copy is inherited by programs that are started, unlike the first descriptor.
      _ = fcntl(descriptor.rawValue, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
  }
}
