import CalqueModel

/// The name of an editor's document, and what it says of languages.
struct DocumentURI: Hashable {
  /// The URI as the editor writes it.
  let written: String
  /// The URI up to the last slash.
  private let folder: String
  /// The parts of the file's name between full stops, decoded.
  private let parts: [String]

  init(_ written: String) {
    self.written = written
    let bytes = written.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) }
    folder = String(written[..<(start ?? written.startIndex)])
    parts = Self.decoded(String(written[(start ?? written.startIndex)...]))
      .utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// The path of a file; nil if the URI names no file.
  var path: String? {
    guard written.hasPrefix("file://") else { return nil }
    let rest = written.dropFirst("file://".count)
    // file://host/path: only the local host's files can be read.
    guard let slash = rest.firstIndex(of: "/"), ["", "localhost"].contains(rest[..<slash]) else {
      return nil
    }
    return Self.decoded(String(rest[slash...]))
  }

  /// The URI without escapes: editors escape different characters.
  var key: String { Self.decoded(written) }

  /// The language that the name says, before the last full stop or behind it; one of two.
  func language(of pair: LanguagePair) -> LanguageTag? { place(pair)?.language }

  /// The names that the document in the other language of a pair may have.
  func siblings(in pair: LanguagePair) -> [DocumentURI] {
    guard let (place, own) = place(pair) else { return [] }
    let other = own.primary == pair.source.primary ? pair.target : pair.source
    var tags = [other.primary, other.written]
    if tags[0] == tags[1] { tags.removeLast() }
    return tags.map { tag in
      var parts = parts
      parts[place] = tag
      return DocumentURI(folder + Self.encoded(parts.joined(separator: ".")))
    }
  }

  private func place(_ pair: LanguagePair) -> (place: Int, language: LanguageTag)? {
    for place in parts.indices.dropFirst().suffix(2) {
      let tag = LanguageTag(parts[place])
      if let own = [pair.source, pair.target].first(where: { $0.primary == tag.primary }) {
        return (place, own)
      }
    }
    return nil
  }

  /// A text whose `%41` are read as UTF-8; one that is none stays as it is.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    var place = 0
    while place < all.count {
      if all[place] == UInt8(ascii: "%"), place + 2 < all.count,
        let byte = UInt8(String(decoding: all[place + 1...place + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        place += 3
      } else {
        bytes.append(all[place])
        place += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// A file's name as a part of a URI (RFC 3986).
  private static func encoded(_ name: String) -> String {
    var uri = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += "%" + (hex.utf8.count == 1 ? "0" + hex : hex)
      }
    }
    return uri
  }
}
