/// The text of a stretch of Markdown without its marks.
enum MarkdownText {
  /// Removes emphasis, the targets of links, images, tags and escapes.
  ///
  /// - Complexity: O(n), because a target or a tag that does not end is looked for once.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var ends = Ends(bytes)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x5C where at + 1 < bytes.count && isMark(bytes[at + 1]):
        out.append(bytes[at + 1])
        at += 2
        continue
      case 0x21 where at + 1 < bytes.count && bytes[at + 1] == 0x5B:
        // The text of an image stands for the picture, and is no text of the story.
        if let close = ends.next(0x5D, from: at), close + 1 < bytes.count, bytes[close + 1] == 0x28,
          let end = ends.next(0x29, from: close)
        {
          at = end + 1
          continue
        }
      case 0x5B:
        if isLink(at, bytes, &ends) {
          at += 1
          continue
        }
      case 0x5D:
        if let end = targetEnd(at, bytes, &ends) {
          at = end + 1
          continue
        }
      case 0x3C:
        if at + 1 < bytes.count, isTagLetter(bytes[at + 1]), let end = ends.next(0x3E, from: at) {
          at = end + 1
          continue
        }
      case 0x2A, 0x60,
        0x7E where byte != 0x7E || at + 1 < bytes.count && bytes[at + 1] == 0x7E:
        if byte != 0x2A || !isSpaced(at, bytes) {
          at += byte == 0x7E ? 2 : 1
          continue
        }
      case 0x5F where !isInsideWord(at, bytes):
        at += 1
        continue
      default: break
      }
      out.append(byte)
      at += 1
    }
    return collapsed(out)
  }

  /// The next places of closing marks; a mark that does not come is looked for once.
  private struct Ends {
    private let bytes: [UInt8]
    private var found: [UInt8: Int] = [:]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next(_ mark: UInt8, from place: Int) -> Int? {
      if let known = found[mark], known >= place { return known == bytes.count ? nil : known }
      let end = bytes[place...].firstIndex(of: mark) ?? bytes.count
      found[mark] = end
      return end == bytes.count ? nil : end
    }
  }

  private static func isLink(_ at: Int, _ bytes: [UInt8], _ ends: inout Ends) -> Bool {
    guard let close = ends.next(0x5D, from: at) else { return false }
    return targetEnd(close, bytes, &ends) != nil
  }

  /// The end of the target behind the `]` of a link: `(https://…)`, `[name]`.
  private static func targetEnd(_ at: Int, _ bytes: [UInt8], _ ends: inout Ends) -> Int? {
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at + 1] {
    case 0x28: return ends.next(0x29, from: at)
    case 0x5B: return ends.next(0x5D, from: at + 1)
    default: return nil
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func isTagLetter(_ byte: UInt8) -> Bool {
    byte == 0x2F || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether a star stands alone: `2 * 3`.
  private static func isSpaced(_ at: Int, _ bytes: [UInt8]) -> Bool {
    at > 0 && at + 1 < bytes.count && bytes[at - 1] == 0x20 && bytes[at + 1] == 0x20
  }

  /// Whether an underscore joins letters, as in a name of a file.
  private static func isInsideWord(_ at: Int, _ bytes: [UInt8]) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte)
        || isTagLetter(byte) && byte != 0x2F
    }
    return at > 0 && at + 1 < bytes.count && isWord(bytes[at - 1]) && isWord(bytes[at + 1])
  }

  private static func collapsed(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for byte in bytes where byte != 0x20 || (out.last ?? 0x20) != 0x20 { out.append(byte) }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}
