#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files that are replaced as a whole and then stand on the disk.
enum DurableFile {
  /// Puts a file in the place of another: temporary file, fsync, rename, fsync of the folder.
  static func replace(
    _ path: String, with words: [UInt64], in folder: String
  ) throws(IndexError) {
    let temporary = path + ".new"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unreadable(path: temporary, errno: errno) }
    var place = 0
    let count = words.count * 8
    while place < count {
      let written = unsafe words.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress.unsafelyUnwrapped + place, count - place)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let reason = errno
        close(descriptor)
        unsafe unlink(temporary)
        throw .unreadable(path: temporary, errno: reason)
      }
      place += written
    }
    let isSynced = fsync(descriptor) == 0
    guard close(descriptor) == 0, isSynced, unsafe rename(temporary, path) == 0 else {
      let reason = errno
      unsafe unlink(temporary)
      throw .unreadable(path: path, errno: reason)
    }
    synchronize(folder)
  }

  /// Brings a folder's entries to the disk.
  static func synchronize(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The names of a folder's files.
  static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names = [String]()
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}
