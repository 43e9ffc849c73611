internal import Glibc

/// A folder that is gone, with all that is in it, when its last owner is.
///
/// Without Foundation, which cannot stand in one module with the ICU that the text rules import.
package final class TemporaryFolder: Sendable {
  /// The folder.
  package let path: String

  /// Makes one.
  package init() throws {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/calque-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard made else { throw SystemError(code: errno) }
    path = unsafe template.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe String(cString: $0) } ?? ""
    }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in names(in: path) where unsafe unlink("\(path)/\(name)") != 0 {
      remove("\(path)/\(name)")
    }
    unsafe rmdir(path)
  }

  private static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names = [String]()
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// What stands in the folder, sorted.
  package var names: [String] { Self.names(in: path) }

  /// What stands in a folder inside this one, sorted.
  package func names(in name: String) -> [String] { Self.names(in: file(name)) }

  /// The path of a file in the folder.
  package func file(_ name: String) -> String { path + "/" + name }
}

/// A call of the system that failed.
package struct SystemError: Error {
  /// Its `errno`.
  package let code: Int32
}

extension TemporaryFolder {
  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }

  /// Makes a file of bytes and gives its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    let bytes = Array(bytes)
    var place = 0
    while place < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { raw in
        unsafe Glibc.write(descriptor, raw.baseAddress?.advanced(by: place), bytes.count - place)
      }
      guard written > 0 else { throw SystemError(code: errno) }
      place += written
    }
    return file(name)
  }

  /// The bytes of a file, wherever it stands.
  package func bytes(of path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8]()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { raw in
        unsafe read(descriptor, raw.baseAddress, raw.count)
      }
      guard count >= 0 else { throw SystemError(code: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Puts a copy of a file in the place of another.
  package func copy(_ name: String, to other: String) throws {
    try write(bytes(of: file(name)), to: other)
  }

  /// Turns bits of a file over where it stands, so that whoever has it mapped sees that.
  package func flip(_ bits: UInt8 = 1, at offset: Int, of name: String) throws {
    let descriptor = unsafe open(file(name), O_RDWR)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var byte: UInt8 = 0
    let count = unsafe pread(descriptor, &byte, 1, off_t(offset))
    byte ^= bits
    guard count == 1, unsafe pwrite(descriptor, &byte, 1, off_t(offset)) == 1 else {
      throw SystemError(code: errno)
    }
  }

  /// Takes a file away.
  package func remove(_ name: String) throws {
    guard unsafe unlink(file(name)) == 0 else { throw SystemError(code: errno) }
  }

  /// Removes a folder inside this one, with all that is in it.
  package func removeFolder(_ name: String) { Self.remove(file(name)) }

  /// Makes a folder inside this one.
  package func makeFolder(_ name: String) throws {
    guard unsafe mkdir(file(name), 0o755) == 0 else { throw SystemError(code: errno) }
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to path: String) throws {
    guard unsafe symlink(path, file(name)) == 0 else { throw SystemError(code: errno) }
  }

  /// Whether a plain file stands at a path, and not a device.
  package func isPlainFile(_ path: String) throws -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw SystemError(code: errno) }
    return status.st_mode & S_IFMT == S_IFREG
  }
}
