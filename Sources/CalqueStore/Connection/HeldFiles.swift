import CalqueSystem
import Synchronization

/// The files of the stores that SQLite has open in this process.
///
/// No code may open such a file beside SQLite: closing any descriptor of a file drops all POSIX
/// locks that the process has on the file, those of SQLite included (SQLite, "How To Corrupt An
/// SQLite Database File", section 2.2). Another process then takes itself for the last user of the
/// store, and deletes the write-ahead log under the readers and writers of this process.
package enum HeldFiles {
  private struct Entry {
    let identity: FileIdentity
    let path: String
    var count: Int
  }

  /// A list, since a process holds few stores: the first dictionary of a type costs the start of
  /// the process 400,000 instructions.
  private static let entries = Mutex<[Entry]>([])

  /// The endings of the files beside a store that SQLite keeps open or locks.
  static let companions = ["-wal", "-shm", "-journal"]

  /// A note that a store's file is open, until the note is ended or has no owner.
  final class Hold: Sendable {
    private let identity: FileIdentity
    private let isEnded = Atomic(false)

    fileprivate init(_ identity: FileIdentity) { self.identity = identity }

    deinit { end {} }

    /// Closes the file and ends the note in one step.
    ///
    /// As soon as the file is closed, its identity can become that of another file.
    func end(closing close: () -> Void) {
      if !isEnded.exchange(true, ordering: .relaxed) { HeldFiles.release(identity, closing: close) }
    }
  }

  /// Notes that SQLite is about to open a file; nil if there is no file.
  static func hold(_ path: String) -> Hold? {
    entries.withLock { entries in
      guard let identity = FileIdentity(path) else { return nil }
      if let place = entries.firstIndex(where: { $0.identity == identity }) {
        entries[place].count += 1
      } else {
        entries.append(Entry(identity: identity, path: path, count: 1))
      }
      return Hold(identity)
    }
  }

  private static func release(_ identity: FileIdentity, closing close: () -> Void) {
    entries.withLock { entries in
      close()
      guard let place = entries.firstIndex(where: { $0.identity == identity }) else { return }
      entries[place].count -= 1
      if entries[place].count == 0 { entries.remove(at: place) }
    }
  }

  /// Runs a body that opens and closes a file; nil, without running it, if SQLite has the file
  /// open.
  ///
  /// No store is opened while the body runs.
  static func unlessHeld<T, E: Error>(
    _ path: String, _ body: () throws(E) -> T
  ) throws(E) -> T? {
    try entries.withLock { entries throws(E) -> T? in
      if let identity = FileIdentity(path), entries.contains(where: { $0.identity == identity }) {
        return nil
      }
      return try body()
    }
  }

  /// Whether a path leads to the file of an open store, to its log, or to the log's index.
  package static func contains(_ path: String) -> Bool {
    guard let identity = FileIdentity(path) else { return false }
    return entries.withLock { entries in
      entries.contains { entry in
        entry.identity == identity
          || companions.contains { FileIdentity(entry.path + $0) == identity }
      }
    }
  }
}
