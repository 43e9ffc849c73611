import CalqueModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file by the numbers that the system knows it by, whatever its name.
struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64

  /// The identity of the file at a path, links followed; nil where there is none.
  init?(path: String) {
    var status = stat()
    guard unsafe PathText.withCString(path, { unsafe stat($0, &status) }) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

/// The files of the stores that SQLite has open in this process.
///
/// No code may open such a file beside SQLite: closing any descriptor of a file drops all POSIX
/// locks that the process has on the file, SQLite's own among them (SQLite, "How To Corrupt An
/// SQLite Database File", section 2.2). Another process then takes itself for the last user of the
/// store and deletes the write-ahead log under the readers and writers of this one.
package enum HeldFiles {
  private struct Entry {
    let path: String
    var count: Int
  }

  private static let entries = Mutex<[FileIdentity: Entry]>([:])

  /// The names beside a store's own that SQLite keeps open or locks.
  static let companions = ["-wal", "-shm", "-journal"]

  /// A note that a store's file is open; the note is gone when it is ended or with its last owner.
  final class Hold: Sendable {
    private let identity: FileIdentity
    private let isEnded = Atomic(false)

    fileprivate init(_ identity: FileIdentity) { self.identity = identity }

    deinit { end {} }

    /// Closes the file and ends the note in one step: as soon as the file is closed, its identity
    /// can become that of another file.
    func end(closing close: () -> Void) {
      if !isEnded.exchange(true, ordering: .relaxed) { HeldFiles.release(identity, closing: close) }
    }
  }

  /// Notes that SQLite is about to open a file; nil where there is none.
  static func hold(_ path: String) -> Hold? {
    entries.withLock { entries in
      guard let identity = FileIdentity(path: path) else { return nil }
      entries[identity, default: Entry(path: path, count: 0)].count += 1
      return Hold(identity)
    }
  }

  private static func release(_ identity: FileIdentity, closing close: () -> Void) {
    entries.withLock { entries in
      close()
      guard let count = entries[identity]?.count else { return }
      if count > 1 { entries[identity]?.count = count - 1 } else { entries[identity] = nil }
    }
  }

  /// Runs a body that opens and closes a file, unless SQLite has the file open; then nil.
  ///
  /// No store is opened while the body runs.
  static func unlessHeld<T, E: Error>(
    _ path: String, _ body: () throws(E) -> T
  ) throws(E) -> T? {
    try entries.withLock { entries throws(E) -> T? in
      if let identity = FileIdentity(path: path), entries[identity] != nil { return nil }
      return try body()
    }
  }

  /// Whether a path leads to a file of an open store: its own, its log, or the log's index.
  package static func contains(_ path: String) -> Bool {
    guard let identity = FileIdentity(path: path) else { return false }
    return entries.withLock { entries in
      entries[identity] != nil
        || entries.values.contains { entry in
          companions.contains { FileIdentity(path: entry.path + $0) == identity }
        }
    }
  }
}
