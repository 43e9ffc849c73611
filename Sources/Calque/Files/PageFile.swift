import CalqueSystem
import CalqueText

/// The writing of a page to a file.
package enum PageFile {
  /// The language of a page's own words.
  package static let language = Language.english.primary

  /// Writes a text as UTF-8, whole or not at all.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the file cannot be written, or is a store.
  package static func write(_ text: String, to path: String) throws(WorkspaceError) {
    try StoreGuard.checkReplacing(path)
    try WorkspaceError.carrying {
      let file = try AtomicFile(path)
      try file.write(Array(text.utf8))
      try file.commit()
    }
  }

  /// The SHA-256 of a text in Base64 (RFC 4648, section 4), as a content security policy names it.
  package static func digest(of text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let hex = Array(SHA256.of(Array(text.utf8)).utf8)
    func nibble(_ digit: UInt8) -> Int { digit < 0x60 ? Int(digit) - 0x30 : Int(digit) - 0x57 }
    let bytes = stride(from: 0, to: hex.count, by: 2).map {
      nibble(hex[$0]) << 4 | nibble(hex[$0 + 1])
    }
    var coded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.enumerated().reduce(0) { $0 | $1.element << (16 - 8 * $1.offset) }
      for place in 0..<4 {
        coded.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: coded, as: UTF8.self)
  }
}
