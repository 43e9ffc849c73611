import CalqueModel
import Glibc

/// A file that the system did not let us read or write.
package struct FileFailure: Error, CustomStringConvertible {
  package let path: String
  package let reason: String

  /// What the last failed call said of a path.
  package static func last(_ path: String) -> FileFailure {
    FileFailure(path: path, reason: unsafe String(cString: strerror(errno)))
  }

  package var description: String { "\(path): \(reason)" }
}

/// Small files, read and written whole, without Foundation.
package enum Files {
  /// The bytes of a file; nil where nothing stands at the path.
  package static func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    let descriptor = unsafe PathText.withCString(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .last(path)
    }
    defer { close(descriptor) }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last(path)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Whether anything stands at a path.
  package static func exists(_ path: String) -> Bool {
    unsafe PathText.withCString(path) { unsafe access($0, F_OK) } == 0
  }

  /// The path with all links followed, absolute; nil where nothing stands at it.
  package static func resolved(_ path: String) -> String? {
    guard let real = unsafe PathText.withCString(path, { unsafe realpath($0, nil) }) else {
      return nil
    }
    defer { unsafe free(real) }
    return unsafe PathText.decoding(
      UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) })
  }

  /// The names in a folder, sorted by bytes; nil where there is no such folder.
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
}

/// Paths as text; nothing is looked up.
package enum Paths {
  /// A path as seen from a folder.
  package static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty || folder == "." { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
  }

  /// The folder that a path lies in: `.` for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// What stands behind a name's last full stop, in lower case; empty where there is none.
  package static func suffix(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.utf8.index(after: dot)...].lowercased()
  }
}
