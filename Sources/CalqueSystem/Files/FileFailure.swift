import Glibc
import SystemPackage

/// A failure of the system to read or write a file.
package struct FileFailure: Error, Equatable, Sendable {
  /// The file as the user named it.
  package let path: String
  let code: Errno

  /// The system's number of the reason.
  package var number: Int32 { code.rawValue }
  /// The system's description of the reason.
  package var reason: String { code.description }
  /// Whether no file has the path.
  package var isMissing: Bool { code == .noSuchFileOrDirectory || code == .notDirectory }
  /// Whether a folder has the path.
  package var isFolder: Bool { code == .isDirectory }
  /// Whether the file's permissions or its file system forbid the access.
  package var isDenied: Bool { code == .permissionDenied || code == .readOnlyFileSystem }
  /// Whether the reader of a pipe has closed the pipe.
  package var isClosedPipe: Bool { code == .brokenPipe }
}

extension FileFailure: CustomStringConvertible {
  /// The message for people, without a final full stop.
  package var description: String { "\(path): \(reason)" }
}

extension FileFailure {
  /// The failure of the last system call for a path.
  static func last(_ path: String) -> FileFailure {
    FileFailure(path: path, code: .last)
  }

  /// Performs calls of swift-system for a path.
  static func carrying<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(FileFailure) -> Value {
    do { return try body() } catch {
      throw FileFailure(path: path, code: error as? Errno ?? .ioError)
    }
  }

  /// Closes a descriptor; on Linux the descriptor is closed even if a signal interrupts the call.
  static func closing(_ descriptor: FileDescriptor, of path: String) throws(FileFailure) {
    do throws(FileFailure) {
      try carrying(path) { try descriptor.close() }
    } catch { if error.code != .interrupted { throw error } }
  }

  /// Repeats a system call until no signal interrupts it, for calls that swift-system does not
  /// offer.
  static func retrying(_ path: String, _ call: () -> Int32) throws(FileFailure) {
    while call() != 0 {
      let code = Errno.last
      if code != .interrupted { throw FileFailure(path: path, code: code) }
    }
  }
}

extension Errno {
  /// The reason of the last failed system call.
  static var last: Errno { Errno(rawValue: errno) }
}
