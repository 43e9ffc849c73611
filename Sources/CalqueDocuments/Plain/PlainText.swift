import CalqueText

/// Plain text, whose blocks are found in its lines.
enum PlainText {
  /// The maximum number of UTF-8 bytes of a heading.
  private static let longestHeading = 160

  /// Finds the blocks of a text, which stays as it is.
  static func document(_ text: String) -> Document {
    var blocks: [DocumentBlock] = []
    for block in PlainBlock.blocks(of: text) {
      blocks.append(DocumentBlock(kind: kind(of: block), range: block.range))
    }
    return Document(text: text, format: .plain, blocks: blocks)
  }

  private static func kind(of block: PlainBlock) -> DocumentBlock.Kind {
    if block.hasDateline { return .dateline }
    if block.beginsItem { return .listItem }
    let isShort = block.range.count <= longestHeading
    return isShort && block.isOneLine && !block.isFinished ? .heading : .paragraph
  }
}
