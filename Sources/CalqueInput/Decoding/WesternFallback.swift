/// Reads text that is not UTF-8 as Windows-1252, which spreadsheets in western Europe write, or as
/// Mac Roman, which Excel for the Mac writes.
///
/// The first byte beyond ASCII and the 64 KiB behind that byte decide. The text before that byte is
/// ASCII, which both encodings read alike. If most of the characters beyond ASCII are UTF-8, the
/// file is UTF-8, and a broken byte is an error with a place.
package final class WesternFallback: ByteSource {
  /// The encoding that the source has found, in words; nil for UTF-8.
  package private(set) var found: String?
  private let source: PeekedSource
  private var decided: (any ByteSource)?

  /// Creates a source of UTF-8, or of Windows-1252 or Mac Roman converted to UTF-8.
  package init(_ source: any ByteSource) { self.source = PeekedSource(source) }

  /// The next bytes; none at the end.
  package func next() throws(InputError) -> [UInt8] {
    if let decided { return try decided.next() }
    let chunk = source.peek(1)
    guard let first = chunk.firstIndex(where: { $0 >= 0x80 }) else { return try source.next() }
    let seen = source.peek(first + OpenedFile.headSize)
    let evidence = WesternEvidence(
      seen[first...].prefix(OpenedFile.headSize), isWhole: seen.count < first + OpenedFile.headSize)
    if evidence.isWestern {
      let isMac = MacRomanEvidence(seen[first...]).isMacRoman
      let bytes: any ByteSource = isMac ? source : WindowsBytes(source)
      if let converted = ConvertedSource(bytes, encoding: isMac ? "macintosh" : "windows-1252") {
        found = isMac ? "Mac Roman" : "Windows-1252"
        decided = converted
        return try converted.next()
      }
    }
    decided = source
    return try source.next()
  }
}

/// The evidence for and against UTF-8 in the bytes beyond ASCII of a text.
struct WesternEvidence: Equatable {
  /// The number of valid characters of more than one byte.
  private(set) var whole = 0
  /// The number of bytes that UTF-8 does not allow at their place.
  private(set) var broken = 0
  /// The number of sequences with the shape of UTF-8 that UTF-8 forbids: overlong forms,
  /// surrogates.
  private(set) var forbidden = 0
  /// Whether the first character beyond ASCII is valid UTF-8.
  private(set) var beginsWhole = false

  /// Counts the evidence; a character that is cut off at the end counts only if the text ends
  /// there.
  init(_ bytes: ArraySlice<UInt8>, isWhole: Bool) {
    var rest = bytes
    while let first = rest.firstIndex(where: { $0 >= 0x80 }) {
      rest = rest[first...]
      let length = Self.length(rest[first])
      let tail = rest.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }.count
      if !isWhole, length > 1, tail == rest.count - 1, tail < length - 1 { break }
      if length > 1, tail == length - 1 {
        let character = rest.prefix(length)
        if String(validating: character, as: UTF8.self) != nil {
          if whole + broken + forbidden == 0 { beginsWhole = true }
          whole += 1
        } else {
          forbidden += 1
        }
        rest = rest.dropFirst(length)
      } else {
        broken += 1
        rest = rest.dropFirst()
      }
    }
  }

  /// Whether the text is Windows-1252 rather than UTF-8 with a broken byte.
  ///
  /// In Windows-1252, `LIBERTÉ»` happens to contain a sequence that UTF-8 allows, and `À :` with a
  /// no-break space a sequence with the shape of UTF-8. Both are rare.
  var isWestern: Bool {
    let likeUTF8 = whole + forbidden
    return broken > (beginsWhole ? 10 * likeUTF8 : likeUTF8)
  }

  /// The number of bytes of a character, by its first byte; 1 if no character begins with the byte.
  private static func length(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }
}
