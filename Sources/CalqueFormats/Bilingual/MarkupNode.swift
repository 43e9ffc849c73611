import CalqueInput
import CalqueModel

/// An element of a text, with its places.
struct MarkupNode: Sendable {
  /// The name as written.
  let name: String
  /// The start tag.
  let tag: Range<Int>
  /// The content; for an empty element, behind its tag.
  var inner: Range<Int>
  /// The whole element.
  var outer: Range<Int>
  var children: [MarkupNode] = []

  /// Whether the element is one tag: `<target/>`.
  var isOneTag: Bool { outer == tag }

  /// The first child with a local name.
  func first(_ local: String) -> MarkupNode? { children.first { $0.name.local == local } }

  /// The element itself and all inside, in order.
  var all: [MarkupNode] { [self] + children.flatMap(\.all) }
}

/// The elements of a well-formed XML text, with their places.
struct Markup: Sendable {
  let text: [UInt8]

  /// A text.
  init(text: [UInt8]) { self.text = text }

  /// A piece of XML, such as a segment's codes, as the content of an element.
  init(piece xml: String) { text = Array("<x>\(xml)</x>".utf8) }

  /// The outermost elements, with all their content.
  var roots: [MarkupNode] {
    var roots: [MarkupNode] = []
    visit(whole: { _ in true }) { node, _ in roots.append(node) }
    return roots
  }

  /// Visits elements: for each start tag, `enter` decides whether the element is wanted as a whole.
  ///
  /// - Parameters:
  ///   - isWhole: whether the element with a local name is gathered with all its content.
  ///   - visit: receives the elements that are gathered, and the start tags of all others outside
  ///     of them, in order.
  func visit(
    whole isWhole: (String) -> Bool, _ visit: (MarkupNode, _ isWhole: Bool) throws -> Void
  ) rethrows {
    var open = [MarkupNode]()
    var place = 0
    while let start = text[place...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = end(of: start) else { return }
      place = end
      switch text[start + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): continue
      case UInt8(ascii: "/"):
        guard var node = open.popLast() else { continue }
        node.inner = node.tag.upperBound..<start
        node.outer = node.tag.lowerBound..<end
        if open.isEmpty {
          try visit(node, true)
        } else {
          open[open.count - 1].children.append(node)
        }
      default:
        let tag = text[(start + 1)..<end].prefix {
          $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        let node = MarkupNode(
          name: String(decoding: tag, as: UTF8.self), tag: start..<end, inner: end..<end,
          outer: start..<end)
        let isEmpty = text[end - 2] == UInt8(ascii: "/")
        if open.isEmpty, !isWhole(node.name.local) {
          try visit(node, false)
        } else if !isEmpty {
          open.append(node)
        } else if open.isEmpty {
          try visit(node, true)
        } else {
          open[open.count - 1].children.append(node)
        }
      }
    }
  }

  /// The offset behind the markup that begins at an offset; nil if it does not end.
  private func end(of start: Int) -> Int? {
    let rest = text[start...]
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where rest.starts(with: opening.utf8) {
      return XMLBeginning.after(closing, rest.dropFirst(opening.utf8.count))?.startIndex
    }
    var quote: UInt8?
    var depth = 0
    for place in rest.indices.dropFirst() {
      let byte = text[place]
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return place + 1
      case UInt8(ascii: ">"): depth -= text[start + 1] == UInt8(ascii: "!") ? 1 : 0
      default: break
      }
    }
    return nil
  }

  // MARK: - Content

  /// The text as written in a range.
  func written(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The attributes of a start tag, with the places of their values inside the quotes.
  func attributes(_ node: MarkupNode) -> [(name: String, value: String, range: Range<Int>)] {
    var found = [(name: String, value: String, range: Range<Int>)]()
    var place = node.tag.lowerBound + 1 + node.name.utf8.count
    while place < node.tag.upperBound {
      guard let equals = text[place..<node.tag.upperBound].firstIndex(of: UInt8(ascii: "=")),
        let start = text[equals..<node.tag.upperBound].firstIndex(where: {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }), let end = text[(start + 1)..<node.tag.upperBound].firstIndex(of: text[start])
      else { break }
      let name = written(place..<equals).trimmingBlanks
      found.append((name, decoded((start + 1)..<end), (start + 1)..<end))
      place = end + 1
    }
    return found
  }

  /// The value of an attribute.
  func value(_ name: String, _ node: MarkupNode) -> String? {
    attributes(node).first { $0.name == name }?.value
  }

  /// The change that gives an attribute a value: in its place, or at the end of the start tag.
  func set(_ name: String, _ value: String, _ node: MarkupNode) -> BilingualEdit {
    var bytes = [UInt8]()
    XMLText.append(value.utf8.span, to: &bytes, inAttribute: true)
    let text = String(decoding: bytes, as: UTF8.self)
    if let old = attributes(node).first(where: { $0.name == name }) {
      return BilingualEdit(old.range, text.replacing("'", with: "&apos;"))
    }
    let end =
      node.tag.upperBound - (self.text[node.tag.upperBound - 2] == UInt8(ascii: "/") ? 2 : 1)
    return BilingualEdit(at: end, " \(name)=\"\(text)\"")
  }

  /// The text of a segment: what `g`, `mrk` and `pc` hold counts, native code does not.
  func plain(_ node: MarkupNode) -> String {
    var result = ""
    var place = node.inner.lowerBound
    for child in node.children {
      result += decoded(place..<child.outer.lowerBound)
      if ["g", "mrk", "pc"].contains(child.name.local) { result += plain(child) }
      place = child.outer.upperBound
    }
    return result + decoded(place..<node.inner.upperBound)
  }

  /// The characters of a range without elements, as a parser gives them.
  private func decoded(_ range: Range<Int>) -> String {
    if range.isEmpty { return "" }
    var bytes = [UInt8]()
    var place = range.lowerBound
    while place < range.upperBound {
      let rest = text[place..<range.upperBound]
      let byte = text[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\r"):
        if rest.dropFirst().first != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: "&"):
        let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ";") }
        place = min(name.endIndex + 1, range.upperBound)
        bytes += Self.character(String(decoding: name, as: UTF8.self)).utf8
      case UInt8(ascii: "<"):
        place = min(end(of: place - 1) ?? range.upperBound, range.upperBound)
        let opening = "<![CDATA[".utf8
        if rest.starts(with: opening) {
          bytes += rest[(rest.startIndex + opening.count)..<(place - 3)]
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func character(_ name: String) -> String {
    guard let scalar = XMLEntities.character(name) else { return "&\(name);" }
    return String(Character(scalar))
  }
}
