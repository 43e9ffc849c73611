/// Lines of a file with marks under them.
public struct Excerpt: Hashable, Sendable {
  /// A line and what is marked in it.
  public struct Line: Hashable, Sendable {
    /// The line's number, from 1.
    public var number: Int
    /// The line, without its end.
    public var text: String
    /// The first marked column in Unicode scalars, from 1.
    public var column: Int
    /// How many scalars are marked, 1 or more.
    public var length: Int
    /// The sign under each of them: `^` for the place in question, `-` for what belongs to it.
    public var sign: Character
    /// What is to be said of them.
    public var label: String

    /// Makes a marked line.
    public init(
      number: Int, text: String, column: Int, length: Int = 1, sign: Character = "^",
      label: String = ""
    ) {
      self.number = number
      self.text = text
      self.column = column
      self.length = length
      self.sign = sign
      self.label = label
    }
  }

  /// The lines, in order.
  public var lines: [Line]

  /// Makes an excerpt.
  public init(lines: [Line]) { self.lines = lines }
}

extension Excerpt: CustomStringConvertible {
  /// The lines with their numbers in a gutter, long ones cut around their mark.
  public var description: String {
    let width = lines.map { String($0.number).utf8.count }.max() ?? 0
    let gutter = String(repeating: " ", count: width) + " |"
    var rows = [gutter]
    for line in lines {
      let number = String(line.number)
      let shown = line.shown
      rows.append(
        String(repeating: " ", count: width - number.utf8.count) + number + " | " + shown.text)
      let label = line.label.isEmpty ? "" : " " + line.label
      rows.append(
        gutter + " " + String(repeating: " ", count: shown.indent)
          + String(repeating: line.sign, count: shown.length) + label)
    }
    return rows.joined(separator: "\n")
  }
}

extension Excerpt.Line {
  /// The line as it goes to a terminal: at most 80 scalars around the mark, each visible.
  fileprivate var shown: (text: String, indent: Int, length: Int) {
    let scalars = Array(text.unicodeScalars)
    let place = max(0, min(column - 1, scalars.count))
    var (first, end) = (0, scalars.count)
    if scalars.count > 80 {
      let wanted = max(0, place - 40)
      first = boundary(before: wanted)
      end = max(place, boundary(before: min(scalars.count, wanted + 80)))
    }
    var text = first > 0 ? "…" : ""
    for scalar in scalars[first..<end] { text.unicodeScalars.append(scalar.visible) }
    if end < scalars.count { text += "…" }
    let length = max(1, min(length, end - place))
    return (text, place - first + (first > 0 ? 1 : 0), length)
  }
}

extension Excerpt.Line {
  /// The last place at or before a scalar where a character begins.
  ///
  /// So none is cut, no emoji of several scalars and no letter before its accents; one without end
  /// is cut all the same.
  private func boundary(before place: Int) -> Int {
    var start = 0
    for character in text {
      let next = start + character.unicodeScalars.count
      if next > place { return place - start > 20 ? place : start }
      start = next
    }
    return start
  }
}

extension Unicode.Scalar {
  /// The scalar, or a stand-in of the same width where it would move the cursor or turn the text.
  fileprivate var visible: Unicode.Scalar {
    switch value {
    case 0x09: " "
    // What joins the parts of an emoji, or parts letters, moves nothing.
    case 0x200C, 0x200D: self
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      "\u{FFFD}"
    default: self
    }
  }
}
