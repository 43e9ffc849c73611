import CalqueModel

/// Text from outside, escaped for a terminal.
///
/// A segment can hold an escape sequence that renames the window, or a bidi override that shows
/// `exe.txt` for `txt.exe`. These characters are shown as `\u{1B}` or `\u{202E}`.
enum TerminalText {
  /// The text without raw control characters, line and paragraph separators, and bidi controls.
  ///
  /// - Parameters:
  ///   - text: text from a store, a file or the command line.
  ///   - keepsLines: whether line feeds are kept, for messages of several lines, or escaped.
  ///   - keepsTabs: whether tabs are kept, for tables, or escaped.
  /// - Returns: the text with the characters escaped as `\n`, `\t`, `\u{1B}` …
  static func escaped(_ text: String, keepsLines: Bool = false, keepsTabs: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += keepsLines ? "\n" : "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += keepsTabs ? "\t" : "\\t"
      case _ where (0xEF80...0xEFFF).contains(scalar.value) && isUnsafe(scalar):
        // U+EF80 to U+EFFF: a byte of a file name that is not UTF-8 (see PathText).
        escaped += "\\x" + String(scalar.value & 0xFF, radix: 16, uppercase: true)
      case _ where isUnsafe(scalar):
        escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The text of a page, with only line feeds, tabs and the styles of `Colour` unescaped.
  ///
  /// Pages escape each text from outside before styling. This function is the last check.
  static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\u{1B}" }) else {
      return escaped(text, keepsLines: true, keepsTabs: true)
    }
    var parts = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    var composed = escaped(String(parts.removeFirst()), keepsLines: true, keepsTabs: true)
    for part in parts {
      let style = Colour.sequences.first { part.hasPrefix($0) }
      composed += style.map { "\u{1B}" + $0 } ?? "\\u{1B}"
      composed += escaped(
        String(part.dropFirst(style?.count ?? 0)), keepsLines: true, keepsTabs: true)
    }
    return composed
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C,
      0xEF80...0xEFFF:
      true
    default: false
    }
  }
}
