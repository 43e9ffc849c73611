internal import CalqueSystem

/// The time that a builder of an index waits for another builder.
package enum IndexPatience: Sendable {
  /// No time: the next question catches up.
  case none
  /// The time that another thread of this process needs to build, but only a moment for another
  /// process.
  ///
  /// Another process may build for minutes, while the scan can answer.
  case moment

  fileprivate static let otherProcess = Duration.seconds(1)
}

/// The lock of an index's folder, which lets one thread of one process build at a time.
struct IndexLock {
  private let file: FileLock

  /// Makes the folder if it is missing, and takes the lock.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - name: the name of the lock; files that are built apart have locks of their own.
  ///   - patience: the time to wait for another builder.
  /// - Throws: `IndexError.busy` if another builder holds the lock; `IndexError.unreadable` if the
  ///   folder cannot be written.
  init(
    folder: String, name: String = "lock", patience: IndexPatience
  ) throws(IndexError) {
    let path = Paths.join(folder, name)
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
