import CalqueModel
import Glibc
import Synchronization
import SystemPackage

/// A standard stream, a device or a pipe that is open for writing; nothing is buffered.
package final class OutputFile: Sendable {
  /// Standard output.
  package static let standardOutput = OutputFile(
    .standardOutput, path: "standard output", isOwned: false)
  /// Standard error.
  package static let standardError = OutputFile(
    .standardError, path: "standard error", isOwned: false)

  /// The path as the user named it.
  package let path: String
  private let descriptor: FileDescriptor
  /// Whether this value closes the descriptor.
  private let isOwned: Atomic<Bool>

  init(_ descriptor: FileDescriptor, path: String, isOwned: Bool) {
    self.descriptor = descriptor
    self.path = path
    self.isOwned = Atomic(isOwned)
  }

  /// Opens an existing file; a plain file is emptied.
  package convenience init(existing path: String) throws(FileFailure) {
    self.init(
      try InputFile.open(path, .writeOnly, options: .truncate), path: path, isOwned: true)
  }

  deinit {
    if isOwned.load(ordering: .relaxed) { try? descriptor.close() }
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(FileFailure) {
    try FileFailure.carrying(path) {
      // Not `writeAll`, whose type is made at run time: 285,000 instructions for the first call.
      var written = 0
      while written < bytes.count {
        written += try unsafe bytes.withUnsafeBytes { buffer in
          unsafe try descriptor.write(UnsafeRawBufferPointer(rebasing: buffer[written...]))
        }
      }
    }
  }

  /// Writes all bytes into a plain file, from an offset on.
  func write(_ bytes: [UInt8], at offset: Int64) throws(FileFailure) {
    try FileFailure.carrying(path) {
      _ = try descriptor.writeAll(toAbsoluteOffset: offset, bytes)
    }
  }

  /// Closes the file; some file systems report only now that the disk is full.
  package func close() throws(FileFailure) {
    isOwned.store(false, ordering: .relaxed)
    try FileFailure.closing(descriptor, of: path)
  }

  /// Whether the output is a terminal.
  package var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// The number of columns of the terminal; nil if the file is not a terminal.
  package var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
