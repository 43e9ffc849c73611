/// A block of plain text, with the signs that tell its kind.
package struct PlainBlock: Hashable, Sendable {
  /// The block's bytes in the text, without white space at its ends.
  package let range: Range<Int>
  /// Whether the block begins as an item of a list.
  package let beginsItem: Bool
  /// Whether the block ends as a sentence or a provision does.
  package let isFinished: Bool
  /// Whether the block has no line break.
  package let isOneLine: Bool
  /// Whether the block begins with the dateline of a news story.
  package let hasDateline: Bool

  /// The blocks of a text, in order.
  ///
  /// Blank lines end a block, and so does a line break that no machine made to fit a width.
  ///
  /// - Complexity: linear in the text.
  package static func blocks(of text: String) -> [PlainBlock] {
    let units = Array(text.utf16)
    var offsets = ByteOffsets(units)
    return Blocks(of: units).ranges.enumerated().compactMap { number, block in
      guard let line = Line(units, block) else { return nil }
      let start = offsets.offset(of: block.lowerBound)
      return PlainBlock(
        range: start..<offsets.offset(of: block.upperBound), beginsItem: line.beginsItem,
        isFinished: line.isFinished || line.endsClause,
        isOneLine: !units[block].contains(where: Marks.isLineEnd),
        hasDateline: Dateline.end(
          in: Array(units[block].prefix(160)), isOpening: number < SentenceSplitter.opening) != nil)
    }
  }
}

/// Places in UTF-16 units as UTF-8 offsets, in one walk.
struct ByteOffsets {
  private let units: [UInt16]
  private var at = 0
  private var bytes = 0

  init(_ units: [UInt16]) { self.units = units }

  /// The UTF-8 offset of a place; places must not fall from one call to the next.
  mutating func offset(of place: Int) -> Int {
    while at < place {
      let unit = units[at]
      // A surrogate pair is four bytes: two for each half.
      bytes += unit < 0x80 ? 1 : unit < 0x800 || (0xD800...0xDFFF).contains(unit) ? 2 : 3
      at += 1
    }
    return bytes
  }
}
