import Glibc
import SystemPackage

/// A file that the system did not let us read or write.
package struct FileFailure: Error, Equatable, Sendable {
  /// The file as the user named it.
  package let path: String
  let code: Errno

  /// The system's number for the reason.
  package var number: Int32 { code.rawValue }
  /// The system's words for the reason.
  package var reason: String { code.description }
  /// Whether no file has this path.
  package var isMissing: Bool { code == .noSuchFileOrDirectory || code == .notDirectory }
  /// Whether a folder has this path.
  package var isFolder: Bool { code == .isDirectory }
  /// Whether the file's permissions or its file system forbid the access.
  package var isDenied: Bool { code == .permissionDenied || code == .readOnlyFileSystem }
  /// Whether the reader of a pipe went away.
  package var isClosedPipe: Bool { code == .brokenPipe }
}

extension FileFailure: CustomStringConvertible {
  /// The message for people, without a final full stop.
  package var description: String { "\(path): \(reason)" }
}

extension FileFailure {
  /// The failure of the last system call that was made for a path.
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

  /// Closes a descriptor; Linux has closed it also where a signal interrupts the call.
  static func closing(_ descriptor: FileDescriptor, of path: String) throws(FileFailure) {
    do throws(FileFailure) {
      try carrying(path) { try descriptor.close() }
    } catch { if error.code != .interrupted { throw error } }
  }

  /// Repeats a system call until no signal interrupts it, for the calls that swift-system has not.
  static func retrying(_ path: String, _ call: () -> Int32) throws(FileFailure) {
    while call() != 0 {
      let code = Errno.last
      if code != .interrupted { throw FileFailure(path: path, code: code) }
    }
  }
}

extension Errno {
  /// The reason for which the last system call failed.
  static var last: Errno { Errno(rawValue: errno) }
}
