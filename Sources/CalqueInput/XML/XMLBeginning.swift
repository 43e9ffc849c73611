/// The data in the first bytes of an XML document, found before the document is parsed.
package enum XMLBeginning {
  /// Whether the first character that is not a blank opens a tag.
  package static func isLikely(_ head: [UInt8]) -> Bool {
    head.first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// The name of the root element, without its prefix; nil if the head does not hold the root's
  /// tag.
  package static func root(_ head: [UInt8]) -> String? { rootTag(head)?.name }

  /// The root's tag: its name without the prefix, and the offset of its `<`.
  package static func rootTag(_ head: [UInt8]) -> (name: String, offset: Int)? {
    var rest = head[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(open + 1)...]
      switch rest.first {
      case UInt8(ascii: "?"): rest = after("?>", rest) ?? []
      case UInt8(ascii: "!"):
        rest =
          (rest.starts(with: "!--".utf8) ? after("-->", rest) : afterDeclaration(rest)) ?? []
      default:
        let name = rest.prefix {
          $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        if name.isEmpty || name.endIndex == rest.endIndex { return nil }
        let local = name.split(separator: UInt8(ascii: ":")).last ?? name
        return (String(decoding: local, as: UTF8.self), open)
      }
    }
    return nil
  }

  private static func afterDeclaration(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let end = bytes.firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    guard let subset = bytes[..<end].firstIndex(of: UInt8(ascii: "[")) else {
      return bytes[end...]
    }
    return after("]", bytes[subset...])
  }

  /// The bytes behind the first occurrence of a text; nil if the text does not occur.
  package static func after(_ text: String, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = Array(text.utf8)
    var place = bytes.startIndex
    while place + text.count <= bytes.endIndex {
      if bytes[place] == text[0], bytes[place...].starts(with: text) {
        return bytes[(place + text.count)...]
      }
      place += 1
    }
    return nil
  }
}
