import CalqueModel
import Glibc
import SystemPackage

/// A lock in the form of a file, held by one thread of one process at a time.
///
/// The lock ends with the value, and with the process.
package final class FileLock: Sendable {
  private let path: String
  private let descriptor: FileDescriptor

  /// The locks that threads of this process hold or wait for.
  private static let held = Monitor<Set<String>>([])
  /// The time between two attempts, in microseconds.
  private static let pause: UInt32 = 10_000

  /// Takes the lock if it is free or becomes free in time; nil if another process or thread holds
  /// it.
  ///
  /// - Parameters:
  ///   - path: the lock's file, which is made if it is missing, and stays.
  ///   - patience: the time to wait for another process; zero for a single attempt.
  ///   - waitsForThreads: whether to wait, without limit, for another thread of this process.
  /// - Throws: `FileFailure` if the file cannot be made or cannot be locked.
  package init?(
    _ path: String, patience: Duration = .zero, waitsForThreads: Bool = false
  ) throws(FileFailure) {
    guard Self.enter(path, waits: waitsForThreads) else { return nil }
    do throws(FileFailure) {
      guard let descriptor = try Self.lock(path, patience) else {
        Self.leave(path)
        return nil
      }
      self.path = path
      self.descriptor = descriptor
    } catch {
      Self.leave(path)
      throw error
    }
  }

  deinit {
    try? descriptor.close()
    Self.leave(path)
  }

  private static func enter(_ path: String, waits: Bool) -> Bool {
    held.wait { held in
      if held.insert(path).inserted { return true }
      return waits ? nil : false
    }
  }

  private static func leave(_ path: String) {
    held.change { _ = $0.remove(path) }
  }

  private static func lock(
    _ path: String, _ patience: Duration
  ) throws(FileFailure) -> FileDescriptor? {
    let descriptor = try InputFile.open(
      path, .readWrite, options: .create, permissions: FilePermissions(rawValue: 0o666))
    let end = ContinuousClock.now + patience
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let code = Errno.last
      let isTaken = code == .wouldBlock || code == .interrupted
      if isTaken, ContinuousClock.now < end {
        usleep(pause)
        continue
      }
      try? descriptor.close()
      if isTaken { return nil }
      throw FileFailure(path: path, code: code)
    }
    return descriptor
  }
}
