internal import CICU

/// The width of scalars on a terminal, by ICU's properties.
package enum TerminalWidth {
  /// The number of columns of a scalar: 0, 1 or 2.
  ///
  /// Marks on the letter before, the later parts of a Hangul syllable and invisible scalars take 0.
  /// Scalars that Unicode Standard Annex 11 calls wide take 2.
  package static func columns(of scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    return Int(calque_columns(Int32(bitPattern: scalar)))
  }
}
