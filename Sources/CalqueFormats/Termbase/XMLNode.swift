import CalqueInput
import CalqueModel

/// An element of a termbase's entry with all its content.
///
/// The parser's limit on depth bounds the recursion over the content.
struct XMLNode {
  let name: String
  /// The name without its prefix.
  let local: String
  let attributes: [Meta.Attribute]
  private(set) var content: [Content] = []

  /// A part of an element's content.
  enum Content {
    case node(XMLNode)
    case text(String)
  }

  init(_ name: String, _ attributes: [Meta.Attribute]) {
    self.name = name
    local = name.local
    self.attributes = attributes
  }

  /// Adds a part behind the others.
  mutating func add(_ part: Content) { content.append(part) }

  /// The value of an attribute; nil if there is none.
  subscript(_ attribute: String) -> String? { attributes.value(attribute) }

  /// The elements inside, in order; a walk over all content needs no array of them.
  var elements: [XMLNode] {
    content.compactMap { part in
      if case .node(let node) = part { node } else { nil }
    }
  }

  /// The first element inside with a name.
  func first(_ name: String) -> XMLNode? {
    for case .node(let element) in content where element.local == name { return element }
    return nil
  }

  /// The text inside, that of inner elements included.
  var text: String {
    if content.count == 1, case .text(let only)? = content.first { return only }
    return content.map { part in
      switch part {
      case .text(let text): text
      case .node(let node): node.text
      }
    }.joined()
  }

  /// The text inside with each run of blanks as one space and none at the ends.
  var spacedText: String {
    let text = text
    if text.isSpaced { return text }
    return text.unicodeScalars.split { $0.value <= 0x20 }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}

extension String {
  /// Whether all blanks are single spaces, and none is at an end.
  fileprivate var isSpaced: Bool {
    var isAfterBlank = true
    for byte in utf8 {
      guard byte <= 0x20 else {
        isAfterBlank = false
        continue
      }
      if isAfterBlank || byte != 0x20 { return false }
      isAfterBlank = true
    }
    return !isAfterBlank || utf8.isEmpty
  }
}
