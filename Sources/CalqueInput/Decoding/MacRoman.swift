import CalqueModel

/// The evidence for Mac Roman against Windows-1252, in the bytes of a text in a western language.
///
/// Windows-1252 has no characters for the bytes 81, 8D, 8F, 90 and 9D, which are the å, ç, è, ê and ù
/// of Mac Roman. The byte 8E is the é of Mac Roman and a Ž in Windows-1252, which no text in a
/// western language has without any é, è, à or ç of its own.
struct MacRomanEvidence {
  private var hasUndefined = false
  private var acute = 0
  private var windowsLetters = 0

  /// Counts the evidence.
  init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if WindowsBytes.isUndefined(byte) {
        hasUndefined = true
      } else if byte == 0x8E {
        acute += 1
      } else if [0xE0, 0xE2, 0xE7, 0xE8, 0xE9, 0xEA, 0xEE, 0xF4, 0xFB].contains(byte) {
        windowsLetters += 1
      }
    }
  }

  /// Whether the text is Mac Roman.
  var isMacRoman: Bool { hasUndefined || acute > 0 && windowsLetters == 0 }
}

/// The bytes of a file in Windows-1252, refused where they are no characters of that encoding.
final class WindowsBytes: ByteSource {
  private let source: any ByteSource

  init(_ source: any ByteSource) { self.source = source }

  /// Whether Windows-1252 has no character for a byte.
  static func isUndefined(_ byte: UInt8) -> Bool {
    [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
  }

  func next() throws(InputError) -> [UInt8] {
    let chunk = try source.next()
    if let byte = chunk.first(where: Self.isUndefined) {
      let digits = String(byte, radix: 16, uppercase: true)
      throw InputError(
        message: "the file is neither UTF-8 nor Windows-1252: byte 0x\(digits)",
        remedy: "name its encoding, such as macintosh")
    }
    return chunk
  }
}
