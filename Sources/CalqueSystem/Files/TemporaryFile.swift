import CProcess
import CalqueModel
import Glibc
import SystemPackage

/// A new file under a name that nobody can foresee, until it is renamed or removed.
///
/// The file is made with `O_EXCL` and `O_NOFOLLOW`, so nothing is ever written through a file or
/// link that somebody else has put under the name; another name is tried instead. A signal that
/// ends the process removes the file (see `ProcessControl.installSignals`). After SIGKILL or a
/// power cut the file stays, hidden, and nothing reads it.
final class TemporaryFile {
  let path: String
  let descriptor: FileDescriptor
  private let note: Int32
  private var isOpen = true
  private var isThere = true

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - folder: the file's folder.
  ///   - permissions: the permissions of the file that will be replaced; nil for those of a new
  ///     file.
  ///   - name: gives a name, and another one if a file has that name.
  /// - Throws: `FileFailure` if no file can be made.
  init(
    in folder: String, like permissions: FilePermissions? = nil,
    name: () -> String = TemporaryFile.randomName
  ) throws(FileFailure) {
    // The replacement of a private file is never open to others, not even while it is empty.
    let mode: UInt32 = permissions == nil ? 0o666 : 0o600
    var made: (path: String, descriptor: FileDescriptor, note: Int32)?
    for _ in 0..<Self.attempts where made == nil {
      let path = Paths.join(folder, name())
      var note: Int32 = -1
      let descriptor = unsafe PathText.withCString(path) {
        unsafe calque_temporary_create($0, mode, &note)
      }
      if descriptor >= 0 {
        made = (path, FileDescriptor(rawValue: descriptor), note)
      } else if Errno.last != .fileExists {
        throw .last(path)
      }
    }
    guard let made else { throw FileFailure(path: folder, code: .fileExists) }
    (path, descriptor, note) = made
    if let permissions {
      try FileFailure.retrying(path) { fchmod(descriptor.rawValue, permissions.rawValue) }
    }
  }

  private static let attempts = 16

  /// The beginning of every temporary file's name.
  static let prefix = ".calque-"

  /// A name of 64 random bits.
  static func randomName() -> String {
    prefix + String(UInt64.random(in: 0...UInt64.max), radix: 36) + ".part"
  }

  deinit {
    if isOpen { try? descriptor.close() }
    if isThere { _ = unsafe PathText.withCString(path) { unsafe unlink($0) } }
    calque_temporary_forget(note)
  }

  /// Flushes the content to the disk and closes the file.
  ///
  /// A failed fsync is final, because the kernel may already have dropped the pages.
  func close() throws(FileFailure) {
    try FileFailure.retrying(path) { fsync(descriptor.rawValue) }
    isOpen = false
    try FileFailure.closing(descriptor, of: path)
  }

  /// Gives the closed file its name, and replaces a file of that name.
  func rename(to other: String) throws(FileFailure) {
    let outcome = unsafe PathText.withCString(path) { from in
      unsafe PathText.withCString(other) { to in unsafe Glibc.rename(from, to) }
    }
    guard outcome == 0 else { throw .last(other) }
    isThere = false
  }
}
