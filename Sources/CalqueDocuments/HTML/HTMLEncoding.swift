/// The signs of a web page, and the encoding that a page declares.
enum HTMLEncoding {
  /// Whether a file is a web page.
  ///
  /// - Parameters:
  ///   - beginning: the first bytes of the file.
  ///   - path: the file's name, which decides where a page begins with any other tag.
  /// - Returns: whether the file is read as a page.
  static func isPage(_ beginning: [UInt8], named path: String) -> Bool {
    let text = beginning.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let small = lowered(text.prefix(1_024))
    if holds(small, "<!doctype html") || holds(small, "<html") { return true }
    guard small.first == 0x3C else { return false }
    if ["<head", "<body", "<article", "<div", "<p>", "<h1"].contains(where: { begins(small, $0) }) {
      return true
    }
    let name = lowered(path.utf8)
    return [".html", ".htm", ".xhtml"].contains { suffix in
      name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
  }

  /// The encoding that a `meta` element names; nil if none does, or if it says UTF-8.
  ///
  /// As browsers do, ISO-8859-1 and ASCII are read as Windows-1252, which holds both.
  static func declared(in head: [UInt8]) -> String? {
    let small = lowered(head.prefix(8_192))
    var at = 0
    while let meta = place(of: "<meta", in: small, from: at) {
      let end = small[meta...].firstIndex(of: 0x3E) ?? small.count
      at = end
      guard let charset = place(of: "charset", in: small, from: meta), charset < end else {
        continue
      }
      let value = small[(charset + 7)..<end].drop { [0x20, 0x3D, 0x22, 0x27].contains($0) }
      let name = String(
        decoding: value.prefix { ![0x20, 0x22, 0x27, 0x2F, 0x3B].contains($0) }, as: UTF8.self)
      switch name {
      case "", "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be": return nil
      case "iso-8859-1", "latin1", "us-ascii", "ascii": return "windows-1252"
      default: return name
      }
    }
    return nil
  }

  private static func lowered(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
  }

  private static func begins(_ bytes: [UInt8], _ tag: String) -> Bool {
    bytes.starts(with: tag.utf8)
  }

  private static func holds(_ bytes: [UInt8], _ tag: String) -> Bool {
    place(of: tag, in: bytes, from: 0) != nil
  }

  private static func place(of tag: String, in bytes: [UInt8], from: Int) -> Int? {
    let tag = Array(tag.utf8)
    guard bytes.count >= tag.count, from <= bytes.count - tag.count else { return nil }
    return (from...(bytes.count - tag.count)).first { bytes[$0...].starts(with: tag) }
  }
}
