import CalqueModel
import Glibc
import SystemPackage

/// Files and folders by their paths.
package enum Files {
  /// The bytes of a file; nil if no file has the path.
  package static func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    do throws(FileFailure) {
      return try InputFile(path).readAll()
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Makes an empty file; false if a file has the path already.
  package static func makeEmpty(_ path: String) throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      let descriptor = try InputFile.open(
        path, .readWrite, options: [.create, .exclusiveCreate],
        permissions: FilePermissions(rawValue: 0o644))
      try FileFailure.closing(descriptor, of: path)
      return true
    } catch {
      if error.code == .fileExists { return false }
      throw error
    }
  }

  /// Deletes a file; a missing file is no failure.
  package static func remove(_ path: String) throws(FileFailure) {
    if unsafe PathText.withCString(path, { unsafe unlink($0) }) == 0 || errno == ENOENT { return }
    throw .last(path)
  }

  /// Lends a path for a file that is needed for a moment, and deletes the file.
  ///
  /// The path is in `$TMPDIR`, or in `/tmp`; nobody can foresee the file's name. A `MappedFile` of
  /// the file stays readable.
  package static func withTemporaryPath<Answer>(
    _ use: (String) throws -> Answer
  ) rethrows -> Answer {
    let path = Paths.join(Environment["TMPDIR"] ?? "/tmp", TemporaryFile.randomName())
    defer { try? remove(path) }
    return try use(path)
  }

  /// The absolute path with all links followed; nil if nothing has the path.
  package static func resolved(_ path: String) -> String? {
    guard let real = unsafe PathText.withCString(path, { unsafe realpath($0, nil) }) else {
      return nil
    }
    defer { unsafe free(real) }
    return unsafe PathText.decoding(cString: real)
  }
}
