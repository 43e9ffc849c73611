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
    // Nearly all texts have no dash near their beginning.
    guard text.utf8.prefix(longest).contains(where: { $0 == 0x2D || $0 == 0xE2 }) else {
      return nil
    }
    let units = Array(text.utf16.prefix(longest + 60))
    guard let end = end(in: units, isOpening: true), end < units.count else { return nil }
    return String(decoding: units[..<end], as: UTF16.self).utf8.count
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
