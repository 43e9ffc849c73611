import CalqueFormats
import CalqueModel
import CalqueSystem

/// The text of a document's file, decoded to UTF-8 without its byte order mark.
enum DocumentText {
  /// Reads a file that must contain text.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the file is missing, is not text, or is
  ///   blank.
  static func read(_ path: String) throws(WorkspaceError) -> String {
    let text = try contents(of: path)
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw wrong(SourcePlace(file: path), "holds no text")
    }
    return text
  }

  /// Reads a file, which may be blank; `-` is standard input from its present position on.
  ///
  /// UTF-16 is recognised by its byte order mark. Any other text must be UTF-8.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the file is missing or is not text.
  static func contents(of path: String) throws(WorkspaceError) -> String {
    try StoreGuard.checkReading(path)
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try InputFile.named(path).readAll()
    } catch {
      throw error.isMissing
        ? wrong(SourcePlace(file: path), "no such file") : WorkspaceError(error)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, path, isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, path, isLittleEndian: false) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw wrong(
        place(ofFirstBadByteIn: Array(content), path), "not UTF-8",
        remedy: "convert it to UTF-8")
    }
    if let zero = content.firstIndex(of: 0) {
      let before = content[..<zero]
      throw wrong(
        SourcePlace(file: path, line: before.count { $0 == 0x0A } + 1),
        "a zero byte: this is no plain text", remedy: "save it as plain text and try again")
    }
    return text
  }

  private static func utf16(
    _ bytes: [UInt8], _ path: String, isLittleEndian: Bool
  ) throws(WorkspaceError) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self)
    else {
      throw wrong(SourcePlace(file: path), "not the UTF-16 that its first bytes announce")
    }
    return text
  }

  private static func wrong(
    _ place: SourcePlace, _ message: String, remedy: Remedy? = nil
  ) -> WorkspaceError {
    .file(FormatError(place: place, message: message, remedy: remedy), readable: nil)
  }

  private static func place(ofFirstBadByteIn bytes: [UInt8], _ path: String) -> SourcePlace {
    var offset = bytes.count
    do { _ = try UTF8Span(validating: bytes.span) } catch { offset = error.byteOffsets.lowerBound }
    let before = bytes[..<offset]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return SourcePlace(
      file: path, line: before.count { $0 == 0x0A } + 1,
      column: bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
  }
}
