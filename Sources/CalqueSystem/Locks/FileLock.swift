import CalqueModel
import Glibc
import SystemPackage

/// A lock that one process at a time holds, by a file of its own; it ends with the process.
package final class FileLock: Sendable {
  private let descriptor: FileDescriptor

  /// Takes the lock if it is free, or becomes free within the patience; nil where another holds it.
  ///
  /// - Parameters:
  ///   - path: the lock's file, which is made where it is missing and stays.
  ///   - patience: how long to wait for another holder; none for a single try.
  /// - Throws: `FileFailure` where the file cannot be made or cannot be locked.
  package convenience init?(_ path: String, patience: Duration = .zero) throws(FileFailure) {
    let descriptor = try FileFailure.carrying(path) {
      try unsafe PathText.withCString(path) {
        try unsafe FileDescriptor.open(
          $0, .readWrite, options: [.create, .closeOnExec],
          permissions: FilePermissions(rawValue: 0o666))
      }
    }
    self.init(descriptor)
    let end = ContinuousClock.now + patience
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let code = Errno.last
      guard code == .wouldBlock || code == .interrupted else {
        throw FileFailure(path: path, code: code)
      }
      if ContinuousClock.now >= end { return nil }
      usleep(Self.pause)
    }
  }

  /// Microseconds between two tries.
  private static let pause: UInt32 = 10_000

  private init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  /// Gives the lock back.
  deinit { try? descriptor.close() }
}
