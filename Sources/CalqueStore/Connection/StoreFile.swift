import CalqueModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A store's file as the system sees it: its first hundred bytes tell whose it is without SQLite.
struct StoreFile {
  /// What a path holds.
  enum Content: Equatable {
    /// There is no file.
    case nothing
    /// A file of no bytes.
    case empty
    /// A store of ours, with the schema it was last written by; nil where SQLite has the file open
    /// in this process, and only SQLite may read it.
    case store(schema: Int?)
    /// Anything else.
    case foreign
  }

  let path: String

  /// Looks at the file; it is not changed, nor is anything beside it.
  func content() throws(StoreError) -> Content {
    guard !path.isEmpty else { throw .unnamed }
    return try HeldFiles.unlessHeld(path) { () throws(StoreError) in try readContent() }
      ?? .store(schema: nil)
  }

  /// Reads the header: SQLite's file format, section 1.3, has `user_version` at byte 60 and
  /// `application_id` at byte 68, big-endian.
  private func readContent() throws(StoreError) -> Content {
    var status = stat()
    if unsafe PathText.withCString(path, { unsafe stat($0, &status) }) == 0,
      status.st_mode & S_IFMT != S_IFREG
    {
      // To open a pipe would wait for its other end.
      return .foreign
    }
    let descriptor = unsafe PathText.withCString(path) { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .nothing }
      throw failure(during: .reading)
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = unsafe header.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, 100, 0)
    }
    guard count >= 0 else { throw failure(during: .reading) }
    if count == 0 { return .empty }
    guard count == 100, header.starts(with: "SQLite format 3\0".utf8) else { return .foreign }
    func number(at offset: Int) -> UInt32 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard number(at: 68) == UInt32(bitPattern: Schema.applicationID) else { return .foreign }
    return .store(schema: Int(number(at: 60)))
  }

  /// Makes an empty file where there is none, so that its identity is known before SQLite opens it.
  ///
  /// - Returns: whether the file was made.
  func make() throws(StoreError) -> Bool {
    let descriptor = unsafe PathText.withCString(path) {
      unsafe open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    }
    guard descriptor >= 0 else {
      switch errno {
      case EEXIST: return false
      case EACCES, EROFS: throw .readOnly(path: path)
      default: throw failure(during: .changing)
      }
    }
    close(descriptor)
    return true
  }

  /// What the system's last call said.
  private func failure(during activity: StoreError.Activity) -> StoreError {
    .failed(
      path: path, reason: unsafe String(cString: strerror(errno)), nil, during: activity)
  }

  /// Whether a write-ahead log with something in it lies beside the file.
  var hasLog: Bool {
    var status = stat()
    return unsafe PathText.withCString(path + "-wal") { unsafe stat($0, &status) } == 0
      && status.st_size > 0
  }

  /// The name by which SQLite opens this file and no other: never an address, never a database in
  /// memory.
  var plainName: String {
    guard PathText.isPlain(path) else { return address() }
    return isAbsolute ? path : "./" + path
  }

  /// An address that tells SQLite that nothing will change the file.
  var immutableAddress: String { address() + "?immutable=1" }

  private var isAbsolute: Bool { path.utf8.first == UInt8(ascii: "/") }

  /// The path as an address, which holds the bytes that no text can.
  private func address() -> String {
    var address = isAbsolute ? "file://" : "file:./"
    for byte in PathText.bytes(of: path) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        address += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return address
  }
}

extension Store {
  /// Whether a path leads to a store or to a file that SQLite keeps beside one.
  ///
  /// Nobody means to replace such a file with an export.
  package static func isFile(at path: String) -> Bool {
    if path.isEmpty { return false }
    if HeldFiles.contains(path) { return true }
    let names =
      [path]
      + HeldFiles.companions.filter { path.hasSuffix($0) }.map {
        String(path.dropLast($0.count))
      }
    return names.contains { name in
      if case .store? = try? StoreFile(path: name).content() { return true }
      return false
    }
  }
}
