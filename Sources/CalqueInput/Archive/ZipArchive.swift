import CArchive
import CalqueModel

/// A zip file: a workbook, a document, a package.
///
/// The compressed file is held in memory, because its list of entries is at its end; the entries
/// are read as streams. Nothing is unpacked onto the disk, so the names of entries are names only.
///
///     let archive = try ZipArchive(file.source, limits: limits)
///     let styles = try archive.bytes(of: "word/styles.xml")
///     let text = try archive.open("word/document.xml")  // a ByteSource
package struct ZipArchive {
  /// The names of the files in the archive, in its order, without folders.
  package let names: [String]
  private let content: ZipContent

  /// Reads a whole source and lists its entries.
  ///
  /// - Throws: `InputError` if the source fails or is no sound zip file, is larger than
  ///   `limits.archive`, has more entries than `limits.entries`, two of the same name, or one that
  ///   a password protects.
  package init(_ source: any ByteSource, limits: InputLimits) throws(InputError) {
    var bytes = [UInt8]()
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { break }
      bytes += chunk
      if bytes.count > limits.archive {
        throw InputError(
          message: "the archive has more than \(limits.archive >> 20) MiB: it is refused")
      }
    }
    try self.init(bytes, limits: limits)
  }

  /// Lists the entries of a zip file in memory; throws as the other initialiser does.
  package init(_ bytes: [UInt8], limits: InputLimits) throws(InputError) {
    content = ZipContent(bytes, limits: limits)
    let walk = try ZipWalk(content)
    var names = [String]()
    var known: Set<String> = []
    var count = 0
    while let entry = try walk.next() {
      count += 1
      if count > limits.entries {
        throw InputError(
          message: "the archive has more than \(limits.entries) entries: it is refused")
      }
      guard entry.isFile else { continue }
      if entry.isEncrypted {
        throw InputError(
          message: "a password protects '\(entry.name)' in the archive",
          remedy: "save the file without a password")
      }
      if !known.insert(entry.name).inserted {
        throw InputError(message: "the archive has two entries called '\(entry.name)'")
      }
      names.append(entry.name)
    }
    self.names = names
  }

  /// Opens an entry by its name, byte for byte.
  ///
  /// - Returns: the entry's bytes, as a stream. The stream fails where the entry is damaged, or
  ///   where what was read of the archive so far passes `limits.unpacked` or, after the first
  ///   16 MiB, `limits.ratio`.
  /// - Throws: `InputError` if there is no such entry.
  /// - Complexity: O(*n*) of the archive's entries.
  package func open(_ name: String) throws(InputError) -> any ByteSource {
    let walk = try ZipWalk(content)
    while let entry = try walk.next() {
      if entry.isFile, entry.name.utf8.elementsEqual(name.utf8) {
        return ZipEntrySource(walk, name: name)
      }
    }
    throw InputError(message: "the archive has no '\(name)'")
  }

  /// The whole content of an entry; throws as `open` does, and as its stream fails.
  package func bytes(of name: String) throws(InputError) -> [UInt8] {
    let source = try open(name)
    var bytes = [UInt8]()
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  /// Whether a file begins like a zip file with an entry.
  package static func isZip(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }
}

/// The bytes of an archive at a fixed address, and how much they have expanded to so far.
@safe final class ZipContent {
  private let storage: UnsafeMutableRawBufferPointer
  private let size: Int
  private let limits: InputLimits
  private var given = 0

  // Below this size every ratio is accepted, as for gzip.
  private static let trusted = 16 << 20

  init(_ bytes: [UInt8], limits: InputLimits) {
    unsafe storage = .allocate(byteCount: bytes.count, alignment: 1)
    unsafe storage.copyBytes(from: bytes)
    size = bytes.count
    self.limits = limits
  }

  deinit { unsafe storage.deallocate() }

  /// Opens the archive once more, from its first entry on.
  func open() -> OpaquePointer? { unsafe calque_zip_open(storage.baseAddress, size) }

  /// Counts bytes that an entry expanded to.
  func count(_ bytes: Int, of name: String) throws(InputError) {
    given += bytes
    if given > limits.unpacked {
      throw InputError(
        message:
          "the archive expands to more than \(limits.unpacked >> 20) MiB at '\(name)': it is refused"
      )
    }
    if given > Self.trusted, given / max(1, size) > limits.ratio {
      throw InputError(
        message: "the archive expands more than \(limits.ratio)-fold at '\(name)': it is refused",
        remedy: "if it is honest, unpack it and save it again")
    }
  }
}

/// A walk over the entries of an archive.
@safe final class ZipWalk {
  /// An entry, without its content.
  struct Entry {
    let name: String
    let isFile: Bool
    let isEncrypted: Bool
  }

  let content: ZipContent
  private let zip: OpaquePointer

  init(_ content: ZipContent) throws(InputError) {
    guard calque_archive_is_there() != 0 else {
      throw InputError(
        message: "workbooks and other zip files need libarchive, which is not installed",
        remedy: "install it, on Debian: apt install libarchive13")
    }
    guard let zip = unsafe content.open() else {
      throw InputError(message: "no memory for the archive")
    }
    self.content = content
    unsafe self.zip = zip
  }

  deinit { unsafe calque_zip_close(zip) }

  /// Goes to the next entry; nil at the end.
  func next() throws(InputError) -> Entry? {
    switch unsafe calque_zip_next(zip) {
    case 0: return nil
    case 1: break
    default: throw damage("the zip archive is damaged or cut off")
    }
    let name = unsafe calque_zip_name(zip).map { unsafe String(cString: $0) }
    return unsafe Entry(
      name: name ?? "", isFile: calque_zip_is_file(zip) != 0,
      isEncrypted: calque_zip_is_encrypted(zip) != 0)
  }

  /// Reads the next bytes of the entry; none at its end.
  func read(_ name: String) throws(InputError) -> [UInt8] {
    let size = 256 << 10
    var count: Int64 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      count = unsafe calque_zip_read(zip, buffer.baseAddress, size)
      filled = max(0, Int(count))
    }
    if count < 0 { throw damage("'\(name)' in the zip archive is damaged") }
    try content.count(chunk.count, of: name)
    return chunk
  }

  private func damage(_ what: String) -> InputError {
    let reason = unsafe String(cString: calque_zip_error(zip))
    return InputError(message: reason.isEmpty ? what : "\(what): \(reason)")
  }
}

/// The content of an archive's entry.
final class ZipEntrySource: ByteSource {
  private let walk: ZipWalk
  private let name: String
  private var hasEnded = false

  init(_ walk: ZipWalk, name: String) {
    self.walk = walk
    self.name = name
  }

  func next() throws(InputError) -> [UInt8] {
    if hasEnded { return [] }
    let chunk = try walk.read(name)
    hasEnded = chunk.isEmpty
    return chunk
  }
}
