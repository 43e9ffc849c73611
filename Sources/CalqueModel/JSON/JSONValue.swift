/// A JSON value (RFC 8259).
///
/// An object keeps the order of its members.
///
/// `JSONDecoder` would load all of Foundation at the start of every lookup.
package enum JSONValue: Equatable, Sendable {
  case string(String)
  case number(Int)
  /// A number that is no `Int`, as it is written: with a fraction, an exponent, or many digits.
  case decimal(String)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// Whether two values are the same, their texts byte for byte.
  package static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.number(let a), .number(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.null, .null): true
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy {
          $0.name.hasSameBytes(as: $1.name) && $0.value == $1.value
        }
    default: false
    }
  }

  /// Reads a text that is one value; nil where it is none.
  package init?(_ text: String) {
    guard case .success(let value) = Self.read(Array(text.utf8)) else { return nil }
    self = value
  }

  /// A place at which bytes are no JSON.
  package struct Fault: Error, Hashable, Sendable {
    /// The offset of the first byte that does not fit, or just behind it.
    package let offset: Int
  }

  /// Reads UTF-8 that is one value, or tells where it is none.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - depth: the maximum number of values inside each other.
  /// - Returns: the value, or the place of the fault.
  package static func read(_ bytes: [UInt8], depth: Int = 16) -> Result<JSONValue, Fault> {
    var reader = Reader(bytes: bytes, maximumDepth: depth)
    guard let value = reader.value(depth: 0) else {
      return .failure(Fault(offset: min(reader.position, bytes.count)))
    }
    reader.skipSpace()
    return reader.isAtEnd ? .success(value) : .failure(Fault(offset: reader.position))
  }

  /// The value of the first member with a name; nil if the value is no object or has no such
  /// member.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  private struct Reader {
    let bytes: [UInt8]
    let maximumDepth: Int
    var position = 0

    init(bytes: [UInt8], maximumDepth: Int) {
      self.bytes = bytes
      self.maximumDepth = maximumDepth
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skipSpace() {
      while position < bytes.count {
        switch bytes[position] {
        case 0x20, 0x09, 0x0A, 0x0D: position += 1
        default: return
        }
      }
    }

    /// Steps over a byte if it is the next but for white space.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    mutating func value(depth: Int) -> JSONValue? {
      guard depth < maximumDepth else { return nil }
      if take("\"") { return string().map(JSONValue.string) }
      if take("[") { return array(depth: depth) }
      if take("{") { return object(depth: depth) }
      if let number = number() { return number }
      for (word, value) in Self.words where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      return nil
    }

    private static let words: [(String, JSONValue)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]

    private mutating func array(depth: Int) -> JSONValue? {
      var items = [JSONValue]()
      if take("]") { return .array(items) }
      repeat {
        guard let item = value(depth: depth + 1) else { return nil }
        items.append(item)
      } while take(",")
      return take("]") ? .array(items) : nil
    }

    private mutating func object(depth: Int) -> JSONValue? {
      var members = [(name: String, value: JSONValue)]()
      if take("}") { return .object(members) }
      repeat {
        guard take("\""), let name = string(), take(":"), let value = value(depth: depth + 1) else {
          return nil
        }
        members.append((name, value))
      } while take(",")
      return take("}") ? .object(members) : nil
    }

    private mutating func number() -> JSONValue? {
      let start = position
      while position < bytes.count, Self.isNumeric(bytes[position]) { position += 1 }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      if let number = Int(text), text.first != "+" { return .number(number) }
      // A digit stands before and after a full stop (RFC 8259, section 6).
      let isNumber = text.first != "+" && text.first != "." && text.last != "."
      let isWhole = !text.contains("-.") && !text.contains(".e") && !text.contains(".E")
      return isNumber && isWhole && Double(text) != nil ? .decimal(text) : nil
    }

    /// Whether a number may hold the byte: a digit, a sign, a full stop, `e` or `E`.
    private static func isNumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x2D, 0x2B, 0x2E, 0x65, 0x45: true
      default: false
      }
    }

    private mutating func string() -> String? {
      var text = [UInt8]()
      // Stretches without escapes are copied whole, and nearly every string is one.
      var start = position
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
          let rest = bytes[start..<position - 1]
          if text.isEmpty { return String(decoding: rest, as: UTF8.self) }
          text += rest
          return String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard position < bytes.count else { return nil }
          text += bytes[start..<position - 1]
          let escape = bytes[position]
          position += 1
          switch escape {
          case UInt8(ascii: "n"): text.append(0x0A)
          case UInt8(ascii: "r"): text.append(0x0D)
          case UInt8(ascii: "t"): text.append(0x09)
          case UInt8(ascii: "b"): text.append(0x08)
          case UInt8(ascii: "f"): text.append(0x0C)
          case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return nil }
            text.append(contentsOf: String(Character(scalar)).utf8)
          case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
          default: return nil
          }
          start = position
        default: break
        }
      }
      return nil
    }

    /// The scalar after `\u`: four digits, or two times four for one beyond U+FFFF.
    private mutating func escapedScalar() -> Unicode.Scalar? {
      guard let first = escapedUnit() else { return nil }
      guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
      guard bytes[position...].starts(with: "\\u".utf8) else { return nil }
      position += 2
      guard let second = escapedUnit(), UTF16.isTrailSurrogate(second) else { return nil }
      return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    }

    private mutating func escapedUnit() -> UInt16? {
      guard position + 4 <= bytes.count else { return nil }
      let digits = bytes[position..<position + 4]
      position += 4
      guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
  }
}
