internal import CalqueText

/// How much room text takes on a terminal.
///
///     TerminalColumns.count("été")   // 3
///     TerminalColumns.count("東京")  // 4
public enum TerminalColumns {
  /// The columns of a text: two for the wide letters of East Asia and for pictures, none for marks
  /// that go onto the letter before.
  public static func count(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + count($1) }
  }

  /// The columns of a scalar: 0, 1 or 2.
  public static func count(_ scalar: Unicode.Scalar) -> Int {
    TerminalWidth.columns(of: scalar.value)
  }
}
