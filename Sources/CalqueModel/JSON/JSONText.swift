/// A writer of JSON text, one value after the other.
///
///     var json = JSONText()
///     json.object { $0.member("score", 88); $0.member("source", "l’IA") }
///     json.text  // {"score":88,"source":"l’IA"}
///
/// `JSONEncoder` costs nine times as many instructions and cannot keep the members in the order of
/// writing. Strings are escaped by RFC 8259, section 7. U+007F–U+009F, U+2028–U+202E and
/// U+2066–U+2069 are escaped as well, so that a value is one line for every reader and no control
/// character or bidi override reaches a terminal.
package struct JSONText: Sendable {
  private var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Writes behind bytes that are there, such as a file's; `takeBytes` gives them back.
  package init(after bytes: consuming [UInt8]) { self.bytes = bytes }

  /// All bytes, those that were there first included; the writer is empty afterwards.
  package mutating func takeBytes() -> [UInt8] {
    var taken = [UInt8]()
    swap(&taken, &bytes)
    needsComma = false
    return taken
  }

  /// The text written so far.
  package var text: String { String(repairing: bytes.span) }

  /// The text written so far, as UTF-8.
  package var utf8: [UInt8] { bytes }

  package mutating func object<E: Error>(_ body: (inout JSONText) throws(E) -> Void) throws(E) {
    begin("{")
    try body(&self)
    end("}")
  }

  package mutating func array<E: Error>(_ body: (inout JSONText) throws(E) -> Void) throws(E) {
    begin("[")
    try body(&self)
    end("]")
  }

  /// Begins an object or array, given by its bracket: `object` and `array` cost more than the few
  /// values of a small one.
  package mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = false
  }

  /// Ends an object or array that was begun, given by its bracket.
  package mutating func end(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(truncatingIfNeeded: bracket.value))
    needsComma = true
  }

  /// Writes the name of a member; the value must follow.
  ///
  /// The names that the program itself gives are written as they stand: none holds a character that
  /// is escaped.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes the name of a member that comes from outside; the value must follow.
  package mutating func name(given name: String) {
    separate()
    appendString(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func member(_ name: StaticString, _ value: String?) {
    self.name(name)
    self.value(value)
  }

  package mutating func member(given name: String, _ value: String?) {
    self.name(given: name)
    self.value(value)
  }

  package mutating func member(_ name: StaticString, _ value: Int?) {
    self.name(name)
    self.value(value)
  }

  package mutating func member(given name: String, _ value: Int?) {
    self.name(given: name)
    self.value(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(name)
    appendWord(value ? "true" : "false")
  }

  /// Writes a member whose value is a stretch of a text as `{"start","end"}`, or null.
  package mutating func member(_ name: StaticString, _ span: Range<Int>?) {
    self.name(name)
    guard let span else { return value(nil as String?) }
    object { json in
      json.member("start", span.lowerBound)
      json.member("end", span.upperBound)
    }
  }

  package mutating func member(_ name: StaticString, _ values: [String]) {
    self.name(name)
    array { json in for value in values { json.value(value) } }
  }

  package mutating func value(_ value: String?) {
    separate()
    if let value { appendString(value) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  /// Writes a value that was read.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .string(let text): self.value(text)
    case .number(let number): self.value(number)
    case .boolean(let isTrue): appendWord(isTrue ? "true" : "false")
    case .decimal(let digits): appendWord(digits)
    case .null: self.value(nil as Int?)
    case .array(let values): array { json in for value in values { json.value(value) } }
    case .object(let members):
      object { json in
        for member in members {
          json.name(given: member.name)
          json.value(member.value)
        }
      }
    }
  }

  private mutating func appendWord(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
    needsComma = true
  }

  package mutating func value(_ value: Int?) {
    separate()
    bytes.append(contentsOf: (value.map(String.init) ?? "null").utf8)
    needsComma = true
  }

  /// Writes a member whose value is a number with `digits` decimals, or null for nil.
  package mutating func member(_ name: StaticString, _ value: Double?, digits: Int) {
    if let value { member(name, value, digits: digits) } else { member(name, nil as Int?) }
  }

  /// Writes a member whose value is a number with `digits` decimals.
  ///
  /// A value that is not finite, from 10^12 on, or too large for so many decimals becomes null.
  package mutating func member(_ name: StaticString, _ value: Double, digits: Int) {
    self.name(name)
    separate()
    needsComma = true
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    // An Int holds up to 10^18: the value with all decimals.
    guard value.isFinite, abs(value) < 1e12, abs(value) * scale < 1e18 else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    let rounded = (value * scale).rounded()
    if rounded < 0 { bytes.append(UInt8(ascii: "-")) }
    let whole = Int(abs(rounded))
    bytes.append(contentsOf: String(whole / Int(scale)).utf8)
    guard digits > 0 else { return }
    var fraction = String(whole % Int(scale))
    fraction = String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: fraction.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func appendString(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = string.utf8Span.span
    // Stretches without escapes are copied whole; nearly every text is one.
    var (start, place) = (0, 0)
    while place < utf8.count {
      if place &+ 8 <= utf8.count {
        let word = ByteWord.load(utf8, at: place)
        let marks = word & ByteWord.tops == 0 ? Self.marks(ofASCII: word) : Self.marks(in: word)
        if marks == 0 {
          place &+= 8
          continue
        }
        place &+= marks.trailingZeroBitCount / 8
      }
      let byte = utf8[place]
      if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        place &+= 1
        continue
      }
      let (length, scalar) = Self.escaped(byte, at: place, in: utf8)
      if let scalar {
        append(utf8.extracting(start..<place))
        appendEscape(scalar)
        start = place + length
      }
      place += length
    }
    append(utf8.extracting(start..<utf8.count))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ stretch: Span<UInt8>) {
    unsafe stretch.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// The bytes of a word of ASCII that are escaped; behind the first one there may be false ones.
  @inline(__always)
  private static func marks(ofASCII word: UInt64) -> UInt64 {
    // No byte has its top bit set, so adding 1 sets that of U+007F alone, and of none beside it.
    (ByteWord.findsFirst(below: 0x20, in: word)
      | ByteWord.findsFirst(UInt8(ascii: "\""), in: word)
      | ByteWord.findsFirst(UInt8(ascii: "\\"), in: word) | (word &+ ByteWord.ones))
      & ByteWord.tops
  }

  /// The bytes of a word that are escaped, or with which an escaped character begins; behind the
  /// first one there may be false ones.
  @inline(__always)
  private static func marks(in word: UInt64) -> UInt64 {
    ByteWord.findsFirst(below: 0x20, in: word)
      | ByteWord.findsFirst(UInt8(ascii: "\""), in: word)
      | ByteWord.findsFirst(UInt8(ascii: "\\"), in: word)
      | ByteWord.findsFirst(0x7F, in: word) | ByteWord.findsFirst(0xC2, in: word)
      | ByteWord.findsFirst(0xE2, in: word)
  }

  /// The length of the character at a place and, if it is escaped, its scalar; of a character that
  /// is not, the length may be that of its first byte alone.
  private static func escaped(
    _ byte: UInt8, at place: Int, in utf8: Span<UInt8>
  ) -> (length: Int, scalar: UInt32?) {
    if byte < 0x80 { return (1, UInt32(byte)) }
    // U+0080 to U+009F; U+2028 to U+202E and U+2066 to U+2069 begin with E2 80 and E2 81.
    if byte == 0xC2, place + 1 < utf8.count, utf8[place + 1] < 0xA0 {
      return (2, UInt32(utf8[place + 1]))
    }
    if byte == 0xE2, place + 2 < utf8.count, utf8[place + 1] <= 0x81, utf8[place + 2] >= 0xA6 {
      let scalar = 0x2000 | UInt32(utf8[place + 1] & 0x3F) << 6 | UInt32(utf8[place + 2] & 0x3F)
      switch scalar {
      case 0x2028...0x202E, 0x2066...0x2069: return (3, scalar)
      default: return (3, nil)
      }
    }
    return (1, nil)
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    switch scalar {
    case 0x22, 0x5C:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(scalar))
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      let hex = String(scalar, radix: 16)
      let zeros = String(repeating: "0", count: 4 - hex.utf8.count)
      bytes.append(contentsOf: "\\u\(zeros)\(hex)".utf8)
    }
  }
}
