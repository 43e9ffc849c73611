import CalqueInput

/// The open elements of a document that is put together from pieces.
///
/// A piece can be missing, because its unit was deleted. So an end tag without its start tag is left
/// out, and one that skips open elements closes these first: the document stays well-formed.
struct XLIFFFrame {
  /// The names of the open elements as written, the root first.
  private(set) var open: [String] = []

  /// The name of the innermost open element, without its prefix.
  var top: String { open.last?.local ?? "" }

  /// Opens an element whose start tag is written elsewhere.
  mutating func push(_ name: String) { open.append(name) }

  /// Writes a piece.
  mutating func append(_ piece: String, to output: inout Output) {
    let bytes = Array(piece.utf8)
    var place = 0
    while place < bytes.count {
      guard let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) else { break }
      output.bytes += bytes[place..<start]
      place = Self.end(of: bytes, from: start) ?? bytes.count
      let tag = bytes[start..<place]
      guard tag.last == UInt8(ascii: ">"), tag.count > 2 else { return }
      switch tag[start + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): output.bytes += tag
      case UInt8(ascii: "/"): close(Self.name(tag.dropFirst(2)), &output)
      default:
        output.bytes += tag
        if tag[place - 2] != UInt8(ascii: "/") { open.append(Self.name(tag.dropFirst())) }
      }
    }
    if place < bytes.count { output.bytes += bytes[place...] }
  }

  /// Closes elements until `count` are open.
  mutating func close(to count: Int, _ output: inout Output) {
    while open.count > count, let name = open.popLast() { output.append("</\(name)>") }
  }

  private mutating func close(_ name: String, _ output: inout Output) {
    // The root is closed by the writer.
    guard let place = open.lastIndex(of: name), place > 0 else { return }
    close(to: place, &output)
  }

  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The offset behind the markup that begins at an offset; nil if it does not end.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    let rest = bytes[start...]
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where rest.starts(with: opening.utf8) {
      return XMLBeginning.after(closing, rest.dropFirst(opening.utf8.count))?.startIndex
    }
    var quote: UInt8?
    // A document type declaration can hold others in brackets.
    var depth = 0
    for place in rest.indices {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return place + 1
      default: break
      }
    }
    return nil
  }
}
