/// The general entities that a document declares, and their replacement texts.
///
/// References inside replacement texts are expanded too. All references together may lengthen the
/// document by at most `limit` bytes. The limit stops "billion laughs" as well as one long entity
/// that is repeated.
package struct XMLEntities {
  private var declared: [String: String?] = [:]
  private var growth = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Records a declaration; the first one of a name is binding (XML 1.0, section 4.2).
  mutating func declare(_ name: String, _ content: String?) throws(XMLProblem) {
    if declared[name] != nil { return }
    if declared.count >= 10_000 { throw XMLProblem("more than 10,000 entities are declared") }
    if let content, content.utf8.count > limit {
      throw XMLProblem("entity &\(name); is longer than \(limit >> 10) KiB")
    }
    declared[name] = .some(content)
  }

  /// Throws unless the document declares a name with a text inside the document.
  func check(_ name: String) throws(XMLProblem) { _ = try content(of: name) }

  /// The text that a reference expands to.
  mutating func replacement(of name: String) throws(XMLProblem) -> String {
    var bytes = [UInt8]()
    try expand(content(of: name).utf8.span, of: [name], into: &bytes)
    try charge(bytes.count, for: name)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with its references expanded, for an attribute's value.
  mutating func expanded(_ bytes: Span<UInt8>) throws(XMLProblem) -> String {
    var result = [UInt8]()
    try expand(bytes, of: [], into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private func content(of name: String) throws(XMLProblem) -> String {
    guard let content = declared[name] else {
      throw XMLProblem("entity &\(name); is not declared")
    }
    guard let content else { throw XMLProblem("external entity &\(name); is not read") }
    return content
  }

  private mutating func charge(_ size: Int, for name: String) throws(XMLProblem) {
    growth += max(0, size - name.utf8.count - 2)
    if growth > limit { throw XMLProblem("entities expand to more than \(limit >> 10) KiB") }
  }

  private mutating func expand(
    _ text: Span<UInt8>, of names: [String], into bytes: inout [UInt8]
  ) throws(XMLProblem) {
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "<"), let name = names.last {
        throw XMLProblem("entity &\(name); holds markup, which is not read")
      }
      guard byte == UInt8(ascii: "&") else {
        bytes.append(byte)
        offset += 1
        if bytes.count > limit, !names.isEmpty {
          throw XMLProblem("entities expand to more than \(limit >> 10) KiB")
        }
        continue
      }
      var end = offset + 1
      while end < text.count, text[end] != UInt8(ascii: ";") { end += 1 }
      guard end < text.count else { throw XMLProblem("a reference lacks its ;") }
      let name = String(validated: text.extracting(offset + 1..<end))
      offset = end + 1
      if let character = Self.character(name) {
        bytes.append(contentsOf: String(character).utf8)
      } else if names.contains(name) {
        throw XMLProblem("entity &\(name); contains itself")
      } else {
        let count = bytes.count
        try expand(content(of: name).utf8.span, of: names + [name], into: &bytes)
        try charge(bytes.count - count, for: name)
      }
    }
  }

  /// The character of a numeric reference or of one of the five entities that XML declares.
  package static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x")
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init)
  }
}
