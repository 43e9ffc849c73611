/// The places in a text at which an inline code breaks the line or stands for a tab.
///
///     mardi<ph>&lt;br/&gt;</ph>Entrée     the text is "mardiEntrée"; its break is at byte 5
///
/// The words on both sides of such a code are two words. The text itself keeps no trace of the code,
/// so whatever compares texts takes the places beside the text. Codes for bold and the like, which
/// can stand in the middle of a word, break nothing.
package enum InlineBreaks {
  /// The breaks between two letters or digits of a text, in UTF-8 bytes, in ascending order.
  ///
  /// - Parameters:
  ///   - codes: the segment's inner XML.
  ///   - text: the segment's text without native codes.
  /// - Returns: the places; none if the inner XML does not hold the text.
  /// - Complexity: O(codes).
  package static func places(in codes: String, of text: String) -> [Int] {
    var reading = InlineReading(Array(codes.utf8))
    guard reading.read(), reading.text.count == text.utf8.count else { return [] }
    return reading.breaks.filter { place in
      let scalars = text.unicodeScalars
      let index = text.utf8.index(text.startIndex, offsetBy: place)
      guard index > text.startIndex, index < text.endIndex else { return false }
      return isInWord(scalars[scalars.index(before: index)]) && isInWord(scalars[index])
    }
  }

  /// The text of a segment's inner XML, without native codes; nil if the XML is broken.
  package static func text(in codes: String) -> String? {
    var reading = InlineReading(Array(codes.utf8))
    return reading.read() ? String(decoding: reading.text, as: UTF8.self) : nil
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Whether a code's type, such as `lb`, `x-br` or `tab`, names a break.
  static func isBreak(type: String) -> Bool {
    let type = type.lowercased()
    return names.contains(type.hasPrefix("x-") ? String(type.dropFirst(2)) : type)
  }

  /// Whether native code is a line break or a tab: `<br/>`, `</p><p>`, `\line`, `[br]`, a tab.
  static func isBreak(native code: String) -> Bool {
    let scalars = code.unicodeScalars
    let blanks: Set<Unicode.Scalar> = ["\t", "\n", "\u{B}", "\r", "\u{2028}", "\u{2029}"]
    if scalars.contains(where: blanks.contains),
      scalars.allSatisfy({ $0 == " " || blanks.contains($0) })
    {
      return true
    }
    let marks: Set<Unicode.Scalar> = ["<", "[", "{", "/", " "]
    var rest = scalars.drop(while: marks.contains)
    let isRTF = rest.first == "\\"
    if isRTF { rest = rest.dropFirst() }
    // The prefix of a namespace says nothing: <w:br/>, <text:tab/>.
    var name = rest.prefix { $0.properties.isAlphabetic || $0 == "-" || $0 == ":" }
    if let colon = name.lastIndex(of: ":") { name = name[name.index(after: colon)...] }
    let word = String(name).lowercased()
    return isRTF ? controls.contains(word) : names.contains(word)
  }

  private static let names: Set = [
    "br", "lb", "pb", "cr", "tab", "hr", "p", "div", "li", "tr", "td", "th", "line-break",
    "linebreak", "newline",
  ]
  /// The control words of RTF, and the escapes of programming languages.
  private static let controls: Set = ["line", "par", "tab", "page", "cell", "row", "n", "r", "t"]
}

/// A walk over a segment's inner XML, which takes the text and finds the codes that break it.
private struct InlineReading {
  private let bytes: [UInt8]
  private var place = 0
  /// The text so far.
  private(set) var text: [UInt8] = []
  /// The lengths of the text before each breaking code, in ascending order.
  private(set) var breaks: [Int] = []
  /// The open elements.
  private var open: [(isNative: Bool, isAlone: Bool)] = []
  /// The number of open elements that hold native code.
  private var native = 0
  /// The native code of the open element that stands alone.
  private var code: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads to the end; false if the bytes are not inner XML as it is kept.
  mutating func read() -> Bool {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "<"): if !readTag() { return false }
      case UInt8(ascii: "&"): if !readReference() { return false }
      default:
        add(bytes[place...place])
        place += 1
      }
    }
    return open.isEmpty
  }

  private mutating func add(_ text: some Collection<UInt8>) {
    if native == 0 { self.text += text } else if open.last?.isAlone == true { code += text }
  }

  private mutating func readTag() -> Bool {
    guard let end = tagEnd() else { return false }
    let tag = bytes[(place + 1)..<end]
    place = end + 1
    switch tag.first {
    case UInt8(ascii: "?"): return true
    case UInt8(ascii: "!"): return false
    case UInt8(ascii: "/"): return close()
    default:
      let isEmpty = tag.last == UInt8(ascii: "/")
      begin(isEmpty ? tag.dropLast() : tag)
      return isEmpty ? close() : true
    }
  }

  /// The place of the tag's `>`; values in quotes can hold one.
  private func tagEnd() -> Int? {
    var quote: UInt8?
    for end in (place + 1)..<bytes.count {
      let byte = bytes[end]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: ">") { return end }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
    }
    return nil
  }

  private mutating func begin(_ tag: ArraySlice<UInt8>) {
    let name = String(decoding: tag.prefix { $0 > 0x20 }, as: UTF8.self)
    let isAlone = native == 0 && InlineCodes.isAlone(name)
    open.append((InlineCodes.isNative(name), isAlone))
    if InlineCodes.isNative(name) { native += 1 }
    guard isAlone else { return }
    code.removeAll(keepingCapacity: true)
    let types = ["type", "ctype"].compactMap { Self.value($0, in: tag) }
    if types.contains(where: InlineBreaks.isBreak(type:)) { note() }
  }

  private mutating func close() -> Bool {
    guard let element = open.popLast() else { return false }
    if element.isNative { native -= 1 }
    if element.isAlone, InlineBreaks.isBreak(native: String(decoding: code, as: UTF8.self)) {
      note()
    }
    return true
  }

  private mutating func note() {
    if breaks.last != text.count { breaks.append(text.count) }
  }

  /// The value of an attribute of a start tag, as written.
  private static func value(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      let opening = Array(" \(name)=".utf8) + [quote]
      var rest = tag
      while rest.count > opening.count {
        if rest.starts(with: opening) {
          return String(
            decoding: rest.dropFirst(opening.count).prefix { $0 != quote }, as: UTF8.self)
        }
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  private mutating func readReference() -> Bool {
    guard let end = bytes[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return false
    }
    let name = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    place = end + 1
    switch name {
    case "lt": add("<".utf8)
    case "gt": add(">".utf8)
    case "amp": add("&".utf8)
    case "quot": add("\"".utf8)
    case "apos": add("'".utf8)
    default:
      guard name.hasPrefix("#") else { return false }
      let number =
        name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      guard let scalar = number.flatMap(Unicode.Scalar.init) else { return false }
      add(String(Character(scalar)).utf8)
    }
    return true
  }
}

/// A segment's text as texts are compared, with its breaks.
package struct SegmentText: Hashable, Sendable {
  /// The text, byte for byte, without inline codes.
  package let text: String
  /// The places at which an inline code ends a word of the text, in UTF-8 bytes, in ascending order.
  package let breaks: [Int]

  /// A text, with the breaks that its inline codes make.
  package init(_ text: String, codes: String?) {
    self.text = text
    breaks = codes.map { InlineBreaks.places(in: $0, of: text) } ?? []
  }
}

extension Variant {
  /// The places at which an inline code breaks the text, in UTF-8 bytes.
  package var breaks: [Int] { SegmentText(text, codes: codes).breaks }
}
