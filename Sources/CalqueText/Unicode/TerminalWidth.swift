internal import CICU

/// How much room a scalar takes on a terminal, by ICU's properties.
package enum TerminalWidth {
  /// The columns of a scalar: 0 for marks that go onto the letter before, for the parts that finish
  /// a Hangul syllable and for what is not shown; 2 where Unicode Standard Annex 11 calls the scalar
  /// wide; else 1.
  package static func columns(of scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    return Int(calque_columns(Int32(bitPattern: scalar)))
  }
}
