package import CalqueModel

/// XML in its written form.
package enum XMLText {
  /// Appends character data; `&`, `<`, `>` and characters that a parser would change are escaped.
  ///
  /// - Returns: the number of characters that were replaced because XML does not allow them.
  @discardableResult
  package static func append(
    _ text: Span<UInt8>, to bytes: inout [UInt8], inAttribute: Bool = false
  ) -> Int {
    var replaced = 0
    // Stretches without such characters are copied whole.
    var start = 0
    func copy(to end: Int) {
      if start < end { bytes.append(text.extracting(start..<end)) }
      start = end + 1
    }
    var next = 0
    while true {
      let offset = text.xmlMark(from: next)
      if offset == text.count { break }
      next = offset + 1
      let byte = text[offset]
      let reference: StaticString
      switch byte {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\r"): reference = "&#13;"
      case UInt8(ascii: "\"") where inAttribute: reference = "&quot;"
      case UInt8(ascii: "\t") where inAttribute: reference = "&#9;"
      case UInt8(ascii: "\n") where inAttribute: reference = "&#10;"
      case 0..<0x20 where byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n"):
        replaced += 1
        reference = "\u{FFFD}"
      case 0xBE, 0xBF:
        // XML does not allow U+FFFE and U+FFFF (EF BF BE and EF BF BF).
        let isNone = offset >= 2 && text[offset - 1] == 0xBF && text[offset - 2] == 0xEF
        guard isNone else { continue }
        replaced += 1
        copy(to: offset)
        bytes.append(0xBD)
        continue
      default: continue
      }
      copy(to: offset)
      bytes.append(reference)
    }
    copy(to: text.count)
    return replaced
  }

  /// Appends ` name="value"`.
  @discardableResult
  package static func append(_ attribute: Meta.Attribute, to bytes: inout [UInt8]) -> Int {
    append(attribute.name, attribute.value, to: &bytes)
  }

  /// Appends ` name="value"`.
  @discardableResult
  package static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) -> Int {
    bytes.append(UInt8(ascii: " "))
    bytes.append(name.utf8Span.span)
    bytes.append("=\"")
    let replaced = append(value.utf8.span, to: &bytes, inAttribute: true)
    bytes.append(UInt8(ascii: "\""))
    return replaced
  }
}

extension [UInt8] {
  /// Appends a literal's bytes.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends bytes in one stroke.
  package mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

/// A part of a document that is written again while it is read: markup and text.
package struct XMLCapture {
  package private(set) var bytes: [UInt8] = []
  /// Whether the `>` of the last start tag is not written yet, because `/>` may come instead.
  private var isOpen = false
  package private(set) var depth = 0

  /// Creates an empty capture.
  package init() {}

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func start(_ name: String, _ attributes: [Meta.Attribute]) {
    close()
    bytes.append(UInt8(ascii: "<"))
    bytes.append(name.utf8Span.span)
    for attribute in attributes { XMLText.append(attribute, to: &bytes) }
    isOpen = true
    depth += 1
  }

  package mutating func end(_ name: String) {
    depth -= 1
    if isOpen {
      bytes.append("/>")
      isOpen = false
      return
    }
    bytes.append("</")
    bytes.append(name.utf8Span.span)
    bytes.append(UInt8(ascii: ">"))
  }

  package mutating func text(_ text: Span<UInt8>) {
    if text.isEmpty { return }
    close()
    XMLText.append(text, to: &bytes)
  }

  package mutating func instruction(_ target: String, _ text: String) {
    close()
    bytes.append(contentsOf: "<?\(target)\(text.isEmpty ? "" : " ")\(text)?>".utf8)
  }

  /// Writes the `>` of a start tag whose element goes on outside the capture.
  package mutating func finishTag() { close() }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isOpen = false
    depth = 0
  }

  private mutating func close() {
    if isOpen { bytes.append(UInt8(ascii: ">")) }
    isOpen = false
  }
}
