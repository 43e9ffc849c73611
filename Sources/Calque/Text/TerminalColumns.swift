internal import CalqueText

/// The width of text on a terminal.
///
///     TerminalColumns.count("été")   // 3
///     TerminalColumns.count("東京")  // 4
public enum TerminalColumns {
  /// The number of columns of a text.
  ///
  /// Wide letters of East Asia and pictures take two columns. Marks on the previous letter take
  /// none.
  public static func count(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + count($1) }
  }

  /// The number of columns of a scalar: 0, 1 or 2.
  public static func count(_ scalar: Unicode.Scalar) -> Int {
    TerminalWidth.columns(of: scalar.value)
  }
}
