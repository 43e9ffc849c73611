internal import CICU

/// The classes of UTF-16 units in the rules of sentences.
///
/// Units suffice: every mark of the rules is in the basic plane, and half of a surrogate pair counts
/// as a letter without case.
enum Marks {
  static func isSpace(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x09...0x0D: true
    case 0..<0x80: false
    default: calque_is_white_space(Int32(unit)) != 0
    }
  }

  /// Whether a unit ends a line: LF, CR, vertical tab, form feed, NEL, U+2028, U+2029.
  static func isLineEnd(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  static func isLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x41...0x5A, 0x61...0x7A, 0xD800...0xDFFF: true
    case 0..<0x80: false
    default: (1...5).contains(category(unit)) || (6...8).contains(category(unit))
    }
  }

  static func isUpper(_ unit: UInt16) -> Bool {
    unit < 0x80 ? (0x41...0x5A).contains(unit) : category(unit) == 1 || category(unit) == 3
  }

  static func isLower(_ unit: UInt16) -> Bool {
    unit < 0x80 ? (0x61...0x7A).contains(unit) : category(unit) == 2
  }

  /// Whether a unit is `.`, `!`, `?`, `…` or a combination of them such as `‼`.
  static func isTerminator(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x203C, 0x203D, 0x2047...0x2049: true
    default: false
    }
  }

  /// Whether a unit is a full stop of another script, which ends a sentence without white space.
  static func isForeignTerminator(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x0964, 0x0965: true
    default: false
    }
  }

  /// Whether a unit opens a quotation or a bracket; the straight quote is judged by its context.
  static func isOpener(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: true
    default: false
    }
  }

  /// Whether a unit closes a quotation or a bracket, also behind a space as in French.
  static func isCloser(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x29, 0x5D, 0x7D, 0xBB, 0x201D, 0x203A: true
    default: false
    }
  }

  /// Whether a unit closes a quotation only without a space before: straight quotes, apostrophe.
  static func isTouchingCloser(_ unit: UInt16) -> Bool {
    unit == 0x22 || unit == 0x27 || unit == 0x2019
  }

  static func isApostrophe(_ unit: UInt16) -> Bool { unit == 0x27 || unit == 0x2019 }

  static func isDash(_ unit: UInt16) -> Bool {
    unit == 0x2D || (0x2010...0x2015).contains(unit)
  }

  /// Whether a unit continues a sentence: comma, semicolon, colon.
  static func isContinuation(_ unit: UInt16) -> Bool {
    unit == 0x2C || unit == 0x3A || unit == 0x3B
  }

  static func isRomanDigit(_ unit: UInt16) -> Bool {
    [0x49, 0x56, 0x58, 0x4C, 0x43].contains(unit)
  }

  private static func category(_ unit: UInt16) -> Int8 {
    calque_general_category(Int32(unit))
  }
}
