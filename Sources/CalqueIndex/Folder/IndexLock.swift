#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The lock of an index's folder: one process builds at a time.
final class IndexLock {
  private let descriptor: Int32

  /// Makes the folder where it is missing, and waits for the lock.
  ///
  /// - Throws: `IndexError.unreadable` where the folder cannot be written.
  init(folder: String) throws(IndexError) {
    if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw .unreadable(path: folder, errno: errno)
    }
    let path = folder + "/lock"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    while flock(descriptor, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      let reason = errno
      close(descriptor)
      throw .unreadable(path: path, errno: reason)
    }
  }

  /// Gives the lock back.
  func release() { close(descriptor) }
}
