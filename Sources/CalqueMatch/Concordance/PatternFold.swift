import CalqueText

/// Folds the letters of a regular expression in the same way as the texts that it is searched for
/// in.
enum PatternFold {
  /// The pattern with every scalar beyond ASCII folded.
  ///
  /// ASCII holds the syntax and stays as it is. `œ` becomes `(?:oe)`, so that a quantifier behind
  /// the letter applies to both letters of the fold. Inside brackets, `œ` becomes `oe`. The ends of
  /// a range stay as they are.
  static func folded(_ pattern: String, keepsAccents: Bool, keepsCase: Bool = false) -> String {
    var folded = ""
    forEachScalar(of: pattern) { scalar, part in
      if scalar.isASCII || part == .rangeEnd {
        folded.unicodeScalars.append(scalar)
        return
      }
      let letters = String(
        decoding: MappedFold(
          String(scalar), keepingAccents: keepsAccents, keepingCase: keepsCase
        ).utf8, as: UTF8.self)
      let isGroup = letters.unicodeScalars.count > 1 && part == .text
      folded += isGroup ? "(?:\(escaped(letters)))" : escaped(letters)
    }
    return folded
  }

  /// Whether the pattern names accented letters in a way that folding cannot follow: by a range
  /// (`[à-ÿ]`) or an escape (`\u00e9`, `\x{e9}`, `\N{…}`).
  static func namesAccents(_ pattern: String) -> Bool {
    var isNamed = false
    forEachScalar(of: pattern) { scalar, part in
      isNamed = isNamed || part == .rangeEnd && !scalar.isASCII
    }
    return isNamed || namesAccentsByEscape(Array(pattern.unicodeScalars))
  }

  /// The part of a pattern in which a scalar stands.
  private enum Part { case text, brackets, rangeEnd }

  private static func forEachScalar(of pattern: String, _ body: (Unicode.Scalar, Part) -> Void) {
    let scalars = Array(pattern.unicodeScalars)
    var depth = 0
    var isEscaped = false
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "[" where !isEscaped: depth += 1
      case "]" where !isEscaped: depth -= 1
      default: break
      }
      isEscaped = scalar == "\\" && !isEscaped
      body(scalar, depth <= 0 ? .text : isRangeEnd(place, in: scalars) ? .rangeEnd : .brackets)
    }
  }

  /// Whether a scalar inside brackets is the first or the last of a range.
  private static func isRangeEnd(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    func isDash(_ place: Int) -> Bool { scalars.indices.contains(place) && scalars[place] == "-" }
    func isLetter(_ place: Int) -> Bool {
      scalars.indices.contains(place) && !"[]&-".unicodeScalars.contains(scalars[place])
    }
    return isDash(place + 1) && isLetter(place + 2) || isDash(place - 1) && isLetter(place - 2)
  }

  private static func namesAccentsByEscape(_ scalars: [Unicode.Scalar]) -> Bool {
    var place = 0
    while place + 1 < scalars.count {
      guard scalars[place] == "\\" else {
        place += 1
        continue
      }
      let rest = scalars[(place + 2)...]
      switch scalars[place + 1] {
      case "N": return true
      case "u": if value(rest.prefix(4)) > 0x7F { return true }
      case "U": if value(rest.prefix(8)) > 0x7F { return true }
      case "x":
        let digits = rest.first == "{" ? rest.dropFirst().prefix { $0 != "}" } : rest.prefix(2)
        if value(digits) > 0x7F { return true }
      case "0":
        let digits = rest.prefix(3).prefix { ("0"..."7").contains($0) }
        if Int(String(String.UnicodeScalarView(digits)), radix: 8) ?? 0 > 0x7F { return true }
      default: break
      }
      place += 2
    }
    return false
  }

  private static func value(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
    Int(String(String.UnicodeScalarView(digits)), radix: 16) ?? 0
  }

  /// The letters with a backslash each if one of them is a full stop, which would be syntax.
  ///
  /// `…` folds to three full stops.
  private static func escaped(_ letters: String) -> String {
    letters.contains(".") ? letters.map { "\\\($0)" }.joined() : letters
  }
}
