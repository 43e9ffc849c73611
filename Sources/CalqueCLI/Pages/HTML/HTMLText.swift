/// A writer of HTML text (WHATWG HTML, section 13.1), which escapes everything from outside.
///
///     var html = HTMLText()
///     html.element("p", ["class": "note"]) { $0.text("a < b") }   // <p class="note">a &lt; b</p>
struct HTMLText {
  private(set) var text = ""

  /// Writes an element with its contents.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ body: (inout HTMLText) -> Void = { _ in }
  ) {
    open(name, attributes)
    body(&self)
    text += "</\(name)>"
  }

  /// Writes an element that has no contents, such as `meta`.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    text += "<" + name
    for (key, value) in attributes {
      guard let value else { continue }
      text += " \(key)=\"\(Self.escaped(value))\""
    }
    text += ">"
  }

  /// Writes text from outside.
  mutating func text(_ outside: String) { text += Self.escaped(outside) }

  /// Writes text of ours as it is: a style sheet, a script.
  mutating func raw(_ ours: String) { text += ours }

  /// Text with the characters escaped that HTML gives a meaning, and without control characters.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\r": escaped += "\n"
      // Control characters are no characters of HTML; bidi controls would turn the page's words.
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
