internal import CalqueSystem

/// How long a builder of an index waits for another one.
package enum IndexPatience: Sendable {
  /// Not at all: the next question catches up.
  case none
  /// As long as another thread of this process builds; a moment where another process does, which
  /// may build for minutes while the scan can answer.
  case moment

  fileprivate static let otherProcess = Duration.seconds(1)
}

/// The lock of an index's folder: one process builds at a time, and in it one thread.
struct IndexLock {
  private let file: FileLock

  /// Makes the folder where it is missing, and takes the lock.
  ///
  /// - Throws: `IndexError.busy` where another builder holds the lock, `IndexError.unreadable` where
  ///   the folder cannot be written.
  init(folder: String, patience: IndexPatience) throws(IndexError) {
    let path = Paths.join(folder, "lock")
    let taken: FileLock?
    do throws(FileFailure) {
      try Files.makeFolder(folder)
      taken =
        switch patience {
        case .none: try FileLock(path)
        case .moment:
          try FileLock(path, patience: IndexPatience.otherProcess, waitsForThreads: true)
        }
    } catch { throw .unreadable(error) }
    guard let taken else { throw .busy(path: folder) }
    file = taken
  }
}
