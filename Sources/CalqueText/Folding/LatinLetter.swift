/// The letters U+00C0–U+00FF without case and accent, for bounds that fold nothing.
package enum LatinLetter {
  /// The letter a to z that a scalar U+00C0–U+00FF folds to.
  ///
  /// Capitals lie 32 before their small letters.
  ///
  /// - Parameter byte: the second byte of the scalar in UTF-8; the first is 0xC3.
  /// - Returns: the letter in ASCII; 0 where folding makes no such letter of the scalar.
  @inlinable
  package static func plain(secondByte byte: UInt8) -> UInt8 {
    switch byte | 0x20 {
    case 0xA0...0xA5: UInt8(ascii: "a")
    case 0xA7: UInt8(ascii: "c")
    case 0xA8...0xAB: UInt8(ascii: "e")
    case 0xAC...0xAF: UInt8(ascii: "i")
    case 0xB1: UInt8(ascii: "n")
    case 0xB2...0xB6: UInt8(ascii: "o")
    case 0xB9...0xBC: UInt8(ascii: "u")
    default: 0
    }
  }
}
