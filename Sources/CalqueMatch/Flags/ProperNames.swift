import CalqueText

/// Words that are written with a capital where no sentence begins: names, for the most part.
enum ProperNames {
  /// Whether one of two texts holds a name whose word the other does not hold at all.
  ///
  /// A word counts as held in any case and in any form of its class, so that neither *Premier
  /// ministre* beside *premier ministre* nor *Français* beside *Française* is a difference.
  static func differ(_ a: ComparedText, _ b: ComparedText) -> Bool {
    isAnyMissing(names(a), in: b) || isAnyMissing(names(b), in: a)
  }

  private static func isAnyMissing(_ names: [[UInt32]], in text: ComparedText) -> Bool {
    names.contains { name in
      !text.tokens.contains { $0.kind == .word && $0.classKey == name }
    }
  }

  /// The classes of a text's names.
  static func names(_ text: ComparedText) -> [[UInt32]] {
    var names = [[UInt32]]()
    var isInside = false
    for token in text.tokens {
      switch token.kind {
      case .word:
        // One letter alone is an initial, the English I, or what an apostrophe left.
        if isInside, token.folded.count > 1, isCapitalised(token.plain) {
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

  /// Whether a sentence goes on behind a sign: behind a stop, a colon or a quote one may begin.
  private static func leadsOn(_ sign: [UInt32]) -> Bool {
    guard sign.count == 1 else { return false }
    return switch sign[0] {
    case 0x2C, 0x3B, 0x28, 0x29, 0x2F, 0x26, 0x2D, 0x27: true  // , ; ( ) / & - '
    default: false
    }
  }
}
