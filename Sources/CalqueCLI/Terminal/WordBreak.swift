/// The places where a line of text may end.
enum WordBreak {
  /// Whether a scalar is white space where a line may end.
  ///
  /// - Parameters:
  ///   - scalars: the text.
  ///   - place: the scalar's place in the text.
  ///   - last: the last scalar before the place; nil after white space.
  /// - Returns: true if a line may end there.
  static func isBreak(
    _ scalars: [Unicode.Scalar], at place: Int, after last: Unicode.Scalar?
  ) -> Bool {
    guard isSpace(scalars[place]) else { return false }
    guard scalars[place] == " ", let last, place + 1 < scalars.count else {
      return last != "«" || scalars[place] != " "
    }
    let next = scalars[place + 1]
    if last == "«", next != " " { return false }
    if isHanging(next), !isHanging(last) { return false }
    return !(isDigit(last) && isGroup(scalars[(place + 1)...]))
  }

  /// Whether a scalar is white space, other than a no-break space.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The parts of a word wider than a line.
  ///
  /// Chinese has no spaces, so a line may end between any two ideographs.
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

  /// Whether a scalar is a French sign that follows a space but must not begin a line.
  private static func isHanging(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "»", ":", ";", "?", "!": true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Whether a text begins with exactly three digits, as after a thousands separator.
  private static func isGroup(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.prefix(while: isDigit).count == 3
  }
}
