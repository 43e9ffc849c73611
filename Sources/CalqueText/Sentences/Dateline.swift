/// The dateline of a news story: `PARIS, 9 décembre 2025 (AFP) -`, `LONDON, Nov 1 (Reuters) —`.
///
/// A dateline is a place, a date or an agency in brackets, and a dash. A place alone counts only in
/// capitals before a long dash, in the first paragraphs of a story. A dateline is no sentence: it is
/// neither translated nor matched with the story's lead.
package enum Dateline {
  /// The maximum length in UTF-16 units.
  private static let longest = 100

  /// The UTF-8 offset behind the dateline at the start of a text, white space included; nil if the
  /// text does not start with a dateline, or is nothing else.
  ///
  /// - Complexity: O(1) in the length of the text.
  package static func end(in text: String) -> Int? {
    guard mayHoldDash(text) else { return nil }
    let units = Array(text.utf16.prefix(longest + 60))
    guard let end = end(in: units, isOpening: true), end < units.count else { return nil }
    return String(decoding: units[..<end], as: UTF16.self).utf8.count
  }

  /// Whether a dash that may end a dateline stands near the beginning of a text, as in few texts.
  ///
  /// `DatelineReader.endOfDash` wants a long dash, two hyphens, or one before white space.
  private static func mayHoldDash(_ text: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8.prefix(longest * 3) {
      if last == 0x2D, byte <= 0x2D || byte >= 0xC2 { return true }
      // U+2010 to U+2015.
      if before == 0xE2, last == 0x80, (0x90...0x95).contains(byte) { return true }
      (before, last) = (last, byte)
    }
    return last == 0x2D
  }

  /// The place behind the dateline at the start of a block.
  ///
  /// - Parameters:
  ///   - units: the block.
  ///   - isOpening: whether the block is one of the first of its document.
  /// - Returns: the place, past white space; nil if there is no dateline.
  static func end(in units: [UInt16], isOpening: Bool) -> Int? {
    var reader = DatelineReader(units, isOpening: isOpening)
    while reader.at < min(units.count, longest) {
      if let end = reader.endOfDash() { return reader.behind(end) }
      guard reader.readPart() else { return nil }
    }
    return nil
  }
}
