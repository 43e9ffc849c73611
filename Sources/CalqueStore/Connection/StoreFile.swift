#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What can be known of a store's file without SQLite: the first hundred bytes tell whose it is.
struct StoreFile {
  /// What a path holds.
  enum Content: Equatable {
    /// Nothing stands there.
    case nothing
    /// A file of no bytes.
    case empty
    /// A store of ours, with the schema it was last written by.
    case store(schema: Int)
    /// Anything else.
    case foreign
  }

  let path: String

  /// Looks at the file; it is not changed, nor is anything beside it.
  ///
  /// The header is that of SQLite's file format, section 1.3: `user_version` stands at byte 60,
  /// `application_id` at byte 68, big-endian.
  func content() throws(StoreError) -> Content {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .nothing }
      throw .failed(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = unsafe header.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, 100, 0)
    }
    guard count >= 0 else {
      if errno == EISDIR { return .foreign }
      throw .failed(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    if count == 0 { return .empty }
    guard count == 100, header.starts(with: "SQLite format 3\0".utf8) else { return .foreign }
    func number(at offset: Int) -> UInt32 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard number(at: 68) == UInt32(bitPattern: Schema.applicationID) else { return .foreign }
    return .store(schema: Int(number(at: 60)))
  }

  /// Whether a write-ahead log with something in it lies beside the file.
  var hasLog: Bool {
    var status = stat()
    return unsafe stat(path + "-wal", &status) == 0 && status.st_size > 0
  }
}
