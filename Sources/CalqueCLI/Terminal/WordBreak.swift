/// Where a line of text may end.
enum WordBreak {
  /// What French sets apart from the word before, but not on another line.
  private static let hanging: Set<Unicode.Scalar> = ["»", ":", ";", "?", "!"]

  /// Whether a scalar is white space that a line may end at.
  ///
  /// - Parameters:
  ///   - scalars: the text.
  ///   - place: the scalar's place in the text.
  ///   - last: the scalar that the text so far ends with; nil after white space.
  /// - Returns: true where a line may end.
  static func isBreak(
    _ scalars: [Unicode.Scalar], at place: Int, after last: Unicode.Scalar?
  ) -> Bool {
    guard isSpace(scalars[place]) else { return false }
    guard scalars[place] == " ", let last, place + 1 < scalars.count else {
      return last != "«" || scalars[place] != " "
    }
    let next = scalars[place + 1]
    if last == "«", next != " " { return false }
    if hanging.contains(next), !hanging.contains(last) { return false }
    return !(isDigit(last) && isGroup(scalars[(place + 1)...]))
  }

  /// White space, without the spaces that join what is beside them.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A word that is wider than a line, in parts: Chinese, which has no spaces, may end a line between
  /// any two of its letters.
  static func parts(of word: String, _ width: Int) -> [String] {
    var parts = [""]
    var columns = 0
    var last: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      let more = Columns.count(String(scalar))
      if columns + more > width, let last, last.properties.isIdeographic,
        scalar.properties.isIdeographic
      {
        parts.append("")
        columns = 0
      }
      parts[parts.count - 1].unicodeScalars.append(scalar)
      columns += more
      last = scalar
    }
    return parts
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Whether a text begins with exactly three digits: those behind a thousands separator.
  private static func isGroup(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.prefix(while: isDigit).count == 3
  }
}
