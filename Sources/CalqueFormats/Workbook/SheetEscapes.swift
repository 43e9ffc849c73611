import CalqueModel

/// The escapes of characters that a workbook's XML cannot hold: `_x000D_` is a carriage return.
enum SheetEscapes {
  /// The text that an escaped text stands for; control characters are replaced as in tables.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var out = [UInt8]()
    var place = 0
    while place < bytes.count {
      if let scalar = escape(bytes, at: place) {
        out += StorableText.cleaned(String(Character(scalar))).text.utf8
        place += 7
      } else {
        out.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text with escapes for carriage returns and for text that looks like an escape.
  static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == 0x0D || $0 == UInt8(ascii: "_") }) else { return text }
    // The escape of a carriage return begins with the line that ends what looks like an escape.
    let read = bytes.map { $0 == 0x0D ? UInt8(ascii: "_") : $0 }
    var out = [UInt8]()
    for place in bytes.indices {
      if bytes[place] == 0x0D {
        out += "_x000D_".utf8
      } else if escape(read, at: place) != nil {
        out += "_x005F_".utf8
      } else {
        out.append(bytes[place])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The scalar of the escape at a place; nil if there is none.
  private static func escape(_ bytes: [UInt8], at place: Int) -> Unicode.Scalar? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place + 2..<place + 6] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return Unicode.Scalar(value)
  }
}
