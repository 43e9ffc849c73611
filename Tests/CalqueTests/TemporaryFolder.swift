import Glibc

/// A folder that is gone when the test is over.
///
/// Foundation cannot stand in one module with the ICU that the text rules import.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/calque-workspace-XXXXXX".utf8CString)
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

  /// What stands in the folder, sorted.
  var names: [String] { Self.names(in: path) }

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

  func file(_ name: String) -> String { path + "/" + name }
}

/// A call of the system that failed.
struct SystemError: Error {
  let code: Int32
}

extension TemporaryFolder {
  /// Writes a file and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)
    let written = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard written == bytes.count else { throw SystemError(code: errno) }
    return file(name)
  }
}

extension TemporaryFolder {
  /// The bytes of a file.
  func bytes(of path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    return Array(bytes[..<max(0, count)])
  }

  /// Whether a plain file stands at a path, and not a device.
  func isPlainFile(_ path: String) throws -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw SystemError(code: errno) }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Makes a symbolic link.
  func link(_ name: String, to path: String) throws {
    guard unsafe symlink(path, file(name)) == 0 else { throw SystemError(code: errno) }
  }
}

extension TemporaryFolder {
  /// Turns bits of a file over where it stands, so that whoever has it mapped sees that.
  func flip(_ bits: UInt8 = 1, at offset: Int, of name: String) throws {
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

  /// Puts a copy of a file in the place of another.
  func copy(_ name: String, to other: String) throws {
    let target = unsafe open(file(other), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard target >= 0 else { throw SystemError(code: errno) }
    defer { close(target) }
    var bytes = try bytes(of: file(name))
    let count = bytes.count
    let written = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.write(target, $0.baseAddress, count)
    }
    guard written == count else { throw SystemError(code: errno) }
  }

  /// Takes a file away.
  func remove(_ name: String) throws {
    guard unsafe unlink(file(name)) == 0 else { throw SystemError(code: errno) }
  }

  /// Makes a folder inside this one.
  func makeFolder(_ name: String) throws {
    guard unsafe mkdir(file(name), 0o755) == 0 else { throw SystemError(code: errno) }
  }

  /// What stands in a folder inside this one, sorted.
  func names(in name: String) -> [String] { Self.names(in: file(name)) }
}
