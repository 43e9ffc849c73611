import CalqueText

/// Folds the letters of a regular expression in the same way as the texts that it is searched for
/// in.
enum PatternFold {
  /// The pattern with every scalar beyond ASCII folded.
  ///
  /// ASCII holds the syntax and stays as it is. `œ` becomes `(?:oe)`, so that a quantifier behind
  /// the letter applies to both letters of the fold. Inside brackets, `œ` becomes `oe`.
  static func folded(_ pattern: String, keepsAccents: Bool) -> String {
    var folded = ""
    var depth = 0
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "[" where !isEscaped: depth += 1
      case "]" where !isEscaped: depth -= 1
      default: break
      }
      isEscaped = scalar == "\\" && !isEscaped
      if scalar.isASCII {
        folded.unicodeScalars.append(scalar)
        continue
      }
      let letters = String(
        decoding: MappedFold(String(scalar), keepingAccents: keepsAccents).utf8, as: UTF8.self)
      let isGroup = letters.unicodeScalars.count > 1 && depth == 0
      folded += isGroup ? "(?:\(escaped(letters)))" : escaped(letters)
    }
    return folded
  }

  /// The letters with a backslash each if one of them is a full stop, which would be syntax.
  ///
  /// `…` folds to three full stops.
  private static func escaped(_ letters: String) -> String {
    letters.contains(".") ? letters.map { "\\\($0)" }.joined() : letters
  }
}
