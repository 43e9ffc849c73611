import CalqueSystem

/// How much room text takes on a terminal, and how it is fitted into less.
enum Columns {
  /// The columns that pages are laid out for: the terminal's, at most 120; 80 where there is none.
  static var width: Int { min(120, max(40, OutputFile.standardOutput.columns ?? 80)) }

  /// The columns a text takes: two for the wide letters of East Asia and for pictures, none for
  /// marks.
  static func count(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The text with spaces before it, up to a width.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count(text))) + text
  }

  /// The text with spaces behind it, up to a width.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - count(text)))
  }

  /// The beginning of a text, with `…` where more follows.
  static func clipped(_ text: String, to width: Int) -> String {
    if count(text) <= width { return text }
    return taken(text.unicodeScalars, width - 1) + "…"
  }

  /// The end of a text, with `…` where more stands before.
  static func clippedStart(_ text: String, to width: Int) -> String {
    if count(text) <= width { return text }
    let end = taken(text.unicodeScalars.reversed(), width - 1)
    return "…" + String(String.UnicodeScalarView(end.unicodeScalars.reversed()))
  }

  /// A text over as many lines as it takes, broken at spaces.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [String]()
    var (line, columns) = ("", 0)
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let room = count(String(word))
      if columns > 0, columns + 1 + room > width {
        lines.append(line)
        (line, columns) = (String(word), room)
      } else {
        line += (columns > 0 || !line.isEmpty ? " " : "") + word
        columns += room + (columns > 0 ? 1 : 0)
      }
    }
    return lines + [line]
  }

  /// A text with a remark at the right margin: on its line where that fits, else under it.
  static func row(_ text: String, _ tail: String, indent: String, _ colour: Colour) -> [String] {
    var lines = wrapped(text, to: width - count(indent)).map { indent + $0 }
    let room = width - count(tail)
    if let last = lines.last, count(last) + 2 <= room {
      lines[lines.count - 1] = left(last, room) + colour(tail, .faint)
    } else {
      lines.append(right("", room) + colour(tail, .faint))
    }
    return lines
  }

  private static func taken(_ scalars: some Sequence<Unicode.Scalar>, _ width: Int) -> String {
    var taken = String.UnicodeScalarView()
    var room = width
    for scalar in scalars {
      room -= self.width(of: scalar)
      if room < 0 { break }
      taken.append(scalar)
    }
    return String(taken)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x300: 1
    case 0x300..<0x370, 0x200B...0x200F, 0x20D0..<0x2100, 0xFE00..<0xFE10, 0xFE20..<0xFE30, 0xFEFF:
      0
    // Unicode Standard Annex 11, the ranges that are wide throughout.
    case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4,
      0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x1F300..<0x1F650,
      0x1F680..<0x1F700, 0x1F900..<0x1FB00, 0x20000..<0x3FFFE:
      2
    default: 1
    }
  }
}
