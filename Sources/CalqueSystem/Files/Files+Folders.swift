import CalqueModel
import Glibc
import SystemPackage

extension Files {
  /// Makes a folder; an existing folder is left as it is.
  package static func makeFolder(_ path: String) throws(FileFailure) {
    if unsafe PathText.withCString(path, { unsafe mkdir($0, 0o777) }) == 0 { return }
    let failure = FileFailure.last(path)
    guard failure.code == .fileExists else { throw failure }
    guard FileStatus(path)?.kind == .folder else {
      throw FileFailure(path: path, code: .notDirectory)
    }
  }

  /// The names in a folder, sorted by bytes; nil if the folder does not exist.
  package static func names(in folder: String) -> [String]? {
    guard let directory = unsafe PathText.withCString(folder, { unsafe opendir($0) }) else {
      return nil
    }
    defer { unsafe closedir(directory) }
    var names = [[UInt8]]()
    while let entry = unsafe readdir(directory) {
      unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe names.append(Array(bytes.prefix { $0 != 0 }))
      }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names.map { PathText.decoding($0) }.filter { $0 != "." && $0 != ".." }
  }

  /// Deletes temporary files that killed processes left in a folder.
  ///
  /// All files of the folder must be written under a lock that the caller holds.
  package static func removeTemporaryFiles(in folder: String) {
    for name in names(in: folder) ?? [] where name.hasPrefix(TemporaryFile.prefix) {
      try? remove(Paths.join(folder, name))
    }
  }

  /// Flushes a folder's entries to the disk, so that a renamed file keeps its name after a power
  /// cut.
  package static func synchronize(folder: String) throws(FileFailure) {
    let descriptor = try InputFile.open(folder, .readOnly, options: .directory)
    defer { try? descriptor.close() }
    try FileFailure.retrying(folder) { fsync(descriptor.rawValue) }
  }
}
