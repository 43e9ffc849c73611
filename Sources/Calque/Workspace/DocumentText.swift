import CalqueFormats
import CalqueModel

/// The text of a document's file.
enum DocumentText {
  /// Reads a file as UTF-8, without its byte order mark.
  ///
  /// - Throws: `WorkspaceError.file` where it is missing, not UTF-8, or holds no text.
  static func read(_ path: String) throws(WorkspaceError) -> String {
    let read = try WorkspaceError.carrying { try Files.read(path) }
    guard var bytes = read else {
      throw wrong(SourcePlace(file: path), "no such file")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw wrong(place(ofFirstBadByteIn: bytes, path), "not UTF-8", remedy: "convert it to UTF-8")
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw wrong(SourcePlace(file: path), "holds no text")
    }
    return text
  }

  private static func wrong(
    _ place: SourcePlace, _ message: String, remedy: String? = nil
  ) -> WorkspaceError {
    .file(FormatError(place: place, message: message, remedy: remedy), readable: nil)
  }

  private static func place(ofFirstBadByteIn bytes: [UInt8], _ path: String) -> SourcePlace {
    var offset = bytes.count
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      offset = error.byteOffsets.lowerBound
    }
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePlace(file: path, line: line + 1, column: column + 1)
  }
}
