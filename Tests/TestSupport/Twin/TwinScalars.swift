/// The characters that the score's contract names, and what kind a scalar is.
///
/// Everything under `Twin` is a second implementation of the score, slow and obvious, written from
/// the contract's words with none of the product's code: where the two agree, either both are
/// right or both misread the same sentence.
package enum TwinScalars {
  package static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{02BC}"]

  package static let openingQuotes: Set<Unicode.Scalar> = [
    "«", "\"", "\u{201C}", "\u{201E}", "\u{2018}",
  ]

  package static let quotes: Set<Unicode.Scalar> = [
    "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "«", "»", "\u{2039}", "\u{203A}",
    "\u{2033}", "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{02BC}",
  ]

  package static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}",
  ]

  package static let groupingSpaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]

  package static let raisedDigits: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉".unicodeScalars, "01234567890123456789".unicodeScalars))

  package static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  /// A number that is no digit: ½, Ⅳ, ².
  package static func isOtherNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .letterNumber, .otherNumber: true
    default: false
    }
  }

  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  package static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber || raisedDigits[scalar] != nil
  }
}
