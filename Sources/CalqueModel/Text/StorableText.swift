/// The characters that a text of a memory or a glossary can hold.
///
/// XML 1.0, section 2.2, leaves out the C0 controls but tab, line feed and carriage return, and
/// U+FFFE and U+FFFF. A text that holds one could be stored and never leave as TMX or CSV.
package enum StorableText {
  /// The first character that no exported file could hold.
  package static func firstUnstorable(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }

  /// The text without the characters that no exported file could hold, and their number.
  ///
  /// Word's U+001E is a hyphen that does not break, its U+000B a line break, its U+000C a page
  /// break. The others mean nothing outside the program that wrote them.
  package static func cleaned(_ text: String) -> (text: String, count: Int) {
    if firstUnstorable(in: text) == nil { return (text, 0) }
    var out = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: out.append(scalar)
      case 0x1E: out.append("-")
      case 0x0B, 0x0C: out.append("\n")
      case 0..<0x20, 0xFFFE, 0xFFFF: break
      default: out.append(scalar)
      }
      if firstUnstorable(in: String(Character(scalar))) != nil { count += 1 }
    }
    return (String(out), count)
  }

  /// Whether a byte is a control character that word processors put into texts: their line and page
  /// breaks, their hyphens.
  package static func isWordControl(_ byte: UInt8) -> Bool {
    byte == 0x0B || byte == 0x0C || byte == 0x1E || byte == 0x1F
  }

  /// The message for texts in which `cleaned` has replaced such characters.
  package static let replacement =
    "control characters of a word processor were replaced: U+001E is a hyphen, U+000B and U+000C "
    + "are line breaks, U+001F is nothing"

  /// The character as messages name it: `U+001B`.
  package static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
