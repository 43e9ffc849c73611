internal import CICU

/// The properties of Unicode scalars for scanning and folding, with a table of those asked before.
///
/// ICU answers in tens to hundreds of instructions. Scalars below U+2100 make up nearly all text in
/// European languages; ICU is asked once for each, and the table answers from then on. A scanner's
/// table costs 84 KB, and 128 questions at the start.
package struct ScalarProperties: Sendable {
  /// The classes of a scalar as a set of bits, so that a loop tests several at once.
  package typealias Classes = UInt16

  /// Category L.
  package static let letter: Classes = 1
  /// Category M.
  package static let mark: Classes = 2
  /// Category Nd.
  package static let decimal: Classes = 4
  /// White space, the separators U+001C–U+001F included.
  package static let space: Classes = 8
  /// Categories Nl and No.
  package static let otherNumber: Classes = 16
  /// The digits of numbers: Nd, and raised and lowered digits.
  package static let digit: Classes = 32
  /// Scalars that NFC may change or join to one before, so that the text has to be normalised.
  package static let composing: Classes = 64
  /// Scalars that scanning and folding skip: U+00AD, U+200B–U+200F, U+2060, U+FEFF.
  package static let skipped: Classes = 128
  /// Letters of scripts without spaces, whose words ICU's dictionaries cut.
  package static let unspaced: Classes = 256
  private static let known: Classes = 0x8000

  private static let tableSize: UInt32 = 0x2100
  /// The classes of the scalars that were asked; those of ASCII are always there.
  private(set) var classTable = [Classes](repeating: 0, count: Int(tableSize))
  private var foldTable = [UInt64](repeating: 0, count: Int(tableSize))

  package init() {
    for scalar in 0..<UInt32(0x80) { classTable[Int(scalar)] = Self.ask(scalar) | Self.known }
  }

  /// The classes of a scalar.
  package mutating func classes(of scalar: UInt32) -> Classes {
    guard scalar < Self.tableSize else {
      return Self.isIdeograph(scalar) ? Self.letter | Self.unspaced : Self.ask(scalar)
    }
    let found = classTable[Int(scalar)]
    if found != 0 { return found }
    let asked = Self.ask(scalar) | Self.known
    classTable[Int(scalar)] = asked
    return asked
  }

  /// The fold of a scalar: up to three scalars, or a sign that the scalar cannot be folded alone.
  package mutating func fold(of scalar: UInt32) -> ScalarFold {
    guard scalar < Self.tableSize else {
      return Self.isIdeograph(scalar) ? ScalarFold(itself: scalar) : ScalarFold(of: scalar)
    }
    let found = foldTable[Int(scalar)]
    if found != 0 { return ScalarFold(bits: found) }
    let asked = ScalarFold(of: scalar)
    foldTable[Int(scalar)] = asked.bits
    return asked
  }

  /// Whether a scalar is an ideograph of Unicode 1.1, as most of Chinese is.
  ///
  /// Asking ICU for each of these letters would cost more than everything else.
  private static func isIdeograph(_ scalar: UInt32) -> Bool { (0x4E00...0x9FA5).contains(scalar) }

  private static func ask(_ scalar: UInt32) -> Classes {
    if isSkipped(scalar) { return skipped }
    let point = Int32(bitPattern: scalar)
    var classes: Classes = 0
    switch calque_general_category(point) {
    case 1...5: classes |= letter
    case 6...8: classes |= mark
    case 9: classes |= decimal | digit
    case 10, 11: classes |= otherNumber
    default: break
    }
    if raisedDigit(scalar) != nil { classes |= digit }
    if isSpace(scalar) { classes |= space }
    if scalar >= 0x300 {
      if !NormalForm.isInert(scalar) { classes |= composing }
      if classes & letter != 0, calque_is_unspaced(point) != 0 { classes |= unspaced }
    }
    return classes
  }

  /// Whether scanning and folding skip a scalar.
  package static func isSkipped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether a scalar has the property White_Space or is one of U+001C–U+001F.
  package static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// The digit that a raised or lowered digit stands for.
  package static func raisedDigit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xB9: 0x31
    case 0xB2, 0xB3: scalar - 0x80
    case 0x2070, 0x2074...0x2079: scalar - 0x2040
    case 0x2080...0x2089: scalar - 0x2050
    default: nil
    }
  }

  /// Whether a scalar is an apostrophe: `'`, `’` or `ʼ`.
  package static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x27 || scalar == 0x2019 || scalar == 0x2BC
  }

  /// Whether a scalar is a quotation mark of any kind, apostrophes included.
  package static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2BC, 0x2018...0x201F, 0x2033, 0x2039, 0x203A: true
    default: false
    }
  }

  /// Whether a scalar is a hyphen, a dash or the minus sign.
  package static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }

  /// Whether a scalar is a space that groups the digits of a number.
  package static func isGroupingSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0xA0 || scalar == 0x202F || scalar == 0x2009
  }
}
