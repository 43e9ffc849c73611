import CalqueInput
import CalqueModel

/// The prefixes of names that a document's root declares.
///
/// A unit keeps names of the file that it came from. In another document their prefixes may mean
/// nothing, and a parser that heeds namespaces refuses such a document.
struct DeclaredPrefixes {
  private let prefixes: Set<String>

  /// Reads the declarations of the first start tag in a document's beginning.
  init(_ beginning: String?) {
    let markup = Markup(text: Array((beginning ?? "").utf8))
    var root: MarkupNode?
    markup.visit(whole: { _ in false }) { node, _ in root = root ?? node }
    prefixes = root.map { Self.declared(by: markup.attributes($0).map(\.name)) } ?? []
  }

  private static func declared(by attributes: [String]) -> Set<String> {
    Set(attributes.filter { $0.hasPrefix("xmlns:") }.map { String($0.dropFirst(6)) })
  }

  /// Whether a text is the name of an attribute or element, and needs no further declaration.
  ///
  /// - Parameters:
  ///   - name: the text.
  ///   - more: further prefixes that are declared around the name.
  /// - Returns: whether the name can be written.
  func hold(name: String, _ more: Set<String> = []) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Self.isName) else { return false }
    guard parts.count == 2, let prefix = String(parts[0]) else { return true }
    return ["xml", "xmlns"].contains(prefix) || prefixes.contains(prefix) || more.contains(prefix)
  }

  /// Whether a text is a name without a prefix, as far as its ASCII characters tell (XML 1.0,
  /// production 5).
  private static func isName(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }
    if isDigit(first) || isMark(first) { return false }
    return text.allSatisfy { byte in
      byte >= 0x80 || byte == UInt8(ascii: "_") || isDigit(byte) || isMark(byte)
        || (0x61...0x7A).contains(byte | 0x20)
    }
  }

  /// Whether all names in a piece of XML are declared in the piece or around.
  func hold(_ xml: String) -> Bool {
    guard xml.utf8.contains(UInt8(ascii: ":")) else { return true }
    let markup = Markup(piece: xml)
    var waiting = markup.roots.map { (node: $0, around: Set<String>()) }
    while let (node, around) = waiting.popLast() {
      let names = markup.attributes(node).map(\.name)
      let declared = around.union(Self.declared(by: names))
      guard ([node.name] + names).allSatisfy({ hold(name: $0, declared) }) else { return false }
      waiting += node.children.map { ($0, declared) }
    }
    return true
  }

  /// The attributes that an element of the document can have: each name once, its prefix declared.
  ///
  /// - Parameters:
  ///   - attributes: the attributes of the element that the file had.
  ///   - taken: the names that the element has already.
  /// - Returns: the attributes, and those that need another place.
  func split(
    _ attributes: [Meta.Attribute], taken: Set<String> = []
  ) -> (held: [Meta.Attribute], others: [Meta.Attribute]) {
    let own = Self.declared(by: attributes.map(\.name))
    var met = taken
    var (held, others) = ([Meta.Attribute](), [Meta.Attribute]())
    for attribute in attributes {
      if hold(name: attribute.name, own), met.insert(attribute.name).inserted {
        held.append(attribute)
      } else {
        others.append(attribute)
      }
    }
    return (held, others)
  }
}
