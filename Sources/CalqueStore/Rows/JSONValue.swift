/// The part of JSON that the store writes: objects, arrays, strings and whole numbers.
///
/// `JSONDecoder` would load all of Foundation at the start of every lookup.
enum JSONValue: Equatable {
  case string(String)
  case number(Int)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.string(let a), .string(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    default: false
    }
  }

  /// Reads a text that is one value; nil if the text is anything else.
  init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    guard reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skipSpace() {
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      }
    }

    /// Skips white space, then steps over a byte if it is the given one.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    mutating func value(depth: Int) -> JSONValue? {
      guard depth < 16 else { return nil }
      if take("\"") { return string().map(JSONValue.string) }
      if take("[") { return array(depth: depth) }
      if take("{") { return object(depth: depth) }
      return number()
    }

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
      while position < bytes.count,
        bytes[position] == 0x2D || (0x30...0x39).contains(bytes[position])
      { position += 1 }
      return Int(String(decoding: bytes[start..<position], as: UTF8.self)).map(JSONValue.number)
    }

    private mutating func string() -> String? {
      var text = [UInt8]()
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard position < bytes.count else { return nil }
          let escape = bytes[position]
          position += 1
          switch escape {
          case UInt8(ascii: "n"): text.append(0x0A)
          case UInt8(ascii: "r"): text.append(0x0D)
          case UInt8(ascii: "t"): text.append(0x09)
          case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return nil }
            text.append(contentsOf: String(Character(scalar)).utf8)
          default: text.append(escape)
          }
        default: text.append(byte)
        }
      }
      return nil
    }

    /// Reads the four digits behind `\u`; the store's writer escapes no scalar beyond U+FFFF.
    private mutating func escapedScalar() -> Unicode.Scalar? {
      guard position + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
      position += 4
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
  }
}
