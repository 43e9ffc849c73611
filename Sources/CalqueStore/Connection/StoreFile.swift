import CalqueModel
import CalqueSystem

/// A store's file as the system sees it.
///
/// The first hundred bytes tell, without SQLite, whether the file is a store.
struct StoreFile {
  /// The possible contents of a path.
  enum Content: Equatable {
    /// There is no file.
    case nothing
    /// The file has no bytes.
    case empty
    /// A store of Calque, with the schema that last wrote the file.
    ///
    /// Nil if SQLite has the file open in this process, when only SQLite may read the file.
    case store(schema: Int?)
    /// Anything else.
    case foreign
  }

  let path: String

  /// Reads the kind of the file; neither the file nor its neighbours are changed.
  func content() throws(StoreError) -> Content {
    guard !path.isEmpty else { throw .unnamed }
    return try HeldFiles.unlessHeld(path) { () throws(StoreError) in try readContent() }
      ?? .store(schema: nil)
  }

  /// Reads the kind of the file from its header.
  ///
  /// SQLite's file format, section 1.3, has `user_version` at byte 60 and `application_id` at
  /// byte 68, big-endian.
  private func readContent() throws(StoreError) -> Content {
    // Opening a pipe would wait for its other end.
    if let status = FileStatus(path), status.kind != .file { return .foreign }
    let header: [UInt8]
    do throws(FileFailure) {
      header = try InputFile(path).read(upTo: 100)
    } catch {
      if error.isMissing { return .nothing }
      throw failure(error, during: .reading)
    }
    if header.isEmpty { return .empty }
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      return .foreign
    }
    func number(at offset: Int) -> UInt32 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard number(at: 68) == UInt32(bitPattern: Schema.applicationID) else { return .foreign }
    return .store(schema: Int(number(at: 60)))
  }

  /// Makes an empty file if there is none, so that its identity is known before SQLite opens it.
  ///
  /// - Returns: whether the file was made.
  func make() throws(StoreError) -> Bool {
    do throws(FileFailure) {
      return try Files.makeEmpty(path)
    } catch {
      if error.isDenied { throw .readOnly(path: path) }
      let folder = Paths.folder(of: path)
      if error.isMissing, !folder.isEmpty, FileStatus(folder) == nil {
        throw .failed(path: path, reason: "there is no folder \(folder)", nil, during: .changing)
      }
      throw failure(error, during: .changing)
    }
  }

  private func failure(
    _ failure: FileFailure, during activity: StoreError.Activity
  ) -> StoreError {
    .failed(path: path, reason: failure.reason, nil, during: activity)
  }

  /// Whether there is a write-ahead log beside the file that is not empty.
  var hasLog: Bool { FileStatus(path + "-wal").map { $0.size > 0 } ?? false }

  /// The name by which SQLite opens this file and no other.
  ///
  /// SQLite takes some other names for addresses or for databases in memory.
  var plainName: String {
    guard PathText.isPlain(path) else { return address() }
    return isAbsolute ? path : "./" + path
  }

  /// The address by which SQLite opens the file as one that nothing changes.
  var immutableAddress: String { address() + "?immutable=1" }

  private var isAbsolute: Bool { path.utf8.first == UInt8(ascii: "/") }

  /// The path as an address, which can hold bytes that are not text.
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
  /// Whether a path leads to a store, or to a file that SQLite keeps beside a store.
  ///
  /// An export must not replace such a file.
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
