/// A JSON value, read by the grammar of RFC 8259 and nothing else.
///
/// The reader is strict where `JSONText` has to be: control characters inside a string, unknown
/// escapes, trailing commas and text behind the value are refused.
indirect enum ParsedJSON: Equatable {
  case null
  case boolean(Bool)
  /// A number as it is written.
  case number(String)
  /// A string as its scalars: `==` of two strings takes composed and decomposed letters for one.
  case string([Unicode.Scalar])
  case array([ParsedJSON])
  case object([Member])

  struct Member: Equatable {
    let name: [Unicode.Scalar]
    let value: ParsedJSON
  }

  struct Malformed: Error {
    let place: Int
  }

  /// Reads a whole text.
  init(_ text: String) throws(Malformed) {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    self = try reader.value()
    try reader.expectEnd()
  }
}

private struct Reader {
  let scalars: [Unicode.Scalar]
  var place = 0

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func malformed() -> ParsedJSON.Malformed { ParsedJSON.Malformed(place: place) }

  func expectEnd() throws(ParsedJSON.Malformed) {
    if next != nil { throw malformed() }
  }

  private mutating func take(_ text: String) throws(ParsedJSON.Malformed) {
    for scalar in text.unicodeScalars {
      guard next == scalar else { throw malformed() }
      place += 1
    }
  }

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  mutating func value() throws(ParsedJSON.Malformed) -> ParsedJSON {
    switch next {
    case "n":
      try take("null")
      return .null
    case "t":
      try take("true")
      return .boolean(true)
    case "f":
      try take("false")
      return .boolean(false)
    case "\"": return .string(try string())
    case "[": return try array()
    case "{": return try object()
    default: return .number(try number())
    }
  }

  private mutating func array() throws(ParsedJSON.Malformed) -> ParsedJSON {
    try take("[")
    if takes("]") { return .array([]) }
    var values = [try value()]
    while takes(",") { values.append(try value()) }
    try take("]")
    return .array(values)
  }

  private mutating func object() throws(ParsedJSON.Malformed) -> ParsedJSON {
    try take("{")
    if takes("}") { return .object([]) }
    var members = [try member()]
    while takes(",") { members.append(try member()) }
    try take("}")
    return .object(members)
  }

  private mutating func member() throws(ParsedJSON.Malformed) -> ParsedJSON.Member {
    let name = try string()
    try take(":")
    return ParsedJSON.Member(name: name, value: try value())
  }

  private mutating func digits() throws(ParsedJSON.Malformed) -> String {
    var digits = ""
    while let digit = next, ("0"..."9").contains(digit) {
      digits.unicodeScalars.append(digit)
      place += 1
    }
    if digits.isEmpty { throw malformed() }
    return digits
  }

  private mutating func number() throws(ParsedJSON.Malformed) -> String {
    var number = takes("-") ? "-" : ""
    let whole = try digits()
    if whole.utf8.count > 1, whole.utf8.first == UInt8(ascii: "0") { throw malformed() }
    number += whole
    if takes(".") { number += "." + (try digits()) }
    return number
  }

  private mutating func string() throws(ParsedJSON.Malformed) -> [Unicode.Scalar] {
    try take("\"")
    var string = [Unicode.Scalar]()
    while let scalar = next {
      place += 1
      switch scalar {
      case "\"": return string
      case "\\": string.append(try escaped())
      case "\u{0}"..."\u{1F}": throw malformed()
      default: string.append(scalar)
      }
    }
    throw malformed()
  }

  private mutating func escaped() throws(ParsedJSON.Malformed) -> Unicode.Scalar {
    guard let letter = next else { throw malformed() }
    place += 1
    switch letter {
    case "\"", "\\", "/": return letter
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      var code: UInt32 = 0
      for _ in 0..<4 {
        guard let digit = next, let value = digit.properties.numericValue ?? hexLetter(digit) else {
          throw malformed()
        }
        code = code * 16 + UInt32(value)
        place += 1
      }
      guard let scalar = Unicode.Scalar(code) else { throw malformed() }
      return scalar
    default: throw malformed()
    }
  }

  private func hexLetter(_ scalar: Unicode.Scalar) -> Double? {
    ("a"..."f").contains(scalar) ? Double(scalar.value - 0x61 + 10) : nil
  }
}
