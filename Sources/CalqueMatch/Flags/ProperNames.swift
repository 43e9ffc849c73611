import CalqueText

/// Words with a capital where no sentence begins, most of which are names.
enum ProperNames {
  /// Whether one of two texts holds a name of which the other text does not hold the word.
  ///
  /// A text holds a word in upper or lower case and in any form of the word's class. So *Premier
  /// ministre* and *premier ministre* do not differ, and neither do *Français* and *Française*.
  static func differ(_ a: MarkedText, _ b: MarkedText) -> Bool {
    isAnyMissing(a.names, in: b.text) || isAnyMissing(b.names, in: a.text)
  }

  private static func isAnyMissing(_ names: [[UInt32]], in text: ComparedText) -> Bool {
    names.contains { name in
      !text.tokens.contains { $0.kind == .word && $0.classKey == name }
    }
  }

  /// The classes of a text's names.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - dates: the tokens that are months and days, which English writes with a capital, too.
  /// - Returns: the classes.
  static func names(_ text: ComparedText, besides dates: [Int]) -> [[UInt32]] {
    var names = [[UInt32]]()
    var isInside = false
    for (place, token) in text.tokens.enumerated() {
      switch token.kind {
      case .word:
        // A single letter is an initial, the English I, or the rest of a word before an apostrophe.
        if isInside, token.folded.count > 1, isCapitalised(token.plain), !dates.contains(place) {
          names.append(token.classKey)
        }
        isInside = true
      case .punctuation: isInside = isInside && leadsOn(token.plain)
      default: isInside = true
      }
    }
    return names
  }

  private static func isCapitalised(_ word: [UInt32]) -> Bool {
    guard let first = word.first, let scalar = Unicode.Scalar(first) else { return false }
    return scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter
  }

  /// Whether the sentence goes on behind a sign.
  ///
  /// Behind a stop, a colon or a quote, another sentence may begin.
  private static func leadsOn(_ sign: [UInt32]) -> Bool {
    guard sign.count == 1 else { return false }
    return switch sign[0] {
    case 0x2C, 0x3B, 0x28, 0x29, 0x2F, 0x26, 0x2D, 0x27: true  // , ; ( ) / & - '
    default: false
    }
  }
}
