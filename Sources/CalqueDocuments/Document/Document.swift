/// A document to translate or to align: its text and the blocks that the text is made of.
package struct Document: Sendable {
  /// The text in UTF-8 without a byte order mark.
  ///
  /// A plain text is the file's own, so offsets are places in the decoded file. The text of any
  /// other format is extracted: its blocks in their order, with a blank line between two.
  package let text: String
  /// The format of the file.
  package let format: DocumentFormat
  /// The blocks, in order; they do not overlap.
  package let blocks: [DocumentBlock]
  /// The warnings about the file's encoding and content.
  package var warnings: [String]

  init(
    text: String, format: DocumentFormat, blocks: [DocumentBlock], warnings: [String] = []
  ) {
    self.text = text
    self.format = format
    self.blocks = blocks
    self.warnings = warnings
  }

  /// Joins the blocks of a format that is extracted.
  init(_ blocks: [TextBlock], format: DocumentFormat) {
    var text: [UInt8] = []
    var places: [DocumentBlock] = []
    for block in blocks {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      text += block.text.utf8
      places.append(DocumentBlock(kind: block.kind, range: start..<text.count))
    }
    self.init(text: String(decoding: text, as: UTF8.self), format: format, blocks: places)
  }
}

/// A stretch of a document's text that no sentence crosses.
package struct DocumentBlock: Hashable, Sendable {
  /// A kind of block.
  package enum Kind: String, Sendable {
    /// The title of the document or of a part of it.
    case heading
    /// Running text.
    case paragraph
    /// An item of a list.
    case listItem
    /// The text below a picture or a table.
    case caption
    /// The dateline of a news story, alone in its block or before the lead.
    case dateline
  }

  /// The kind.
  package let kind: Kind
  /// The block's bytes in the document's text.
  package let range: Range<Int>
}

/// A block that a reader has extracted, not yet joined with the others.
struct TextBlock: Hashable {
  var kind: DocumentBlock.Kind
  var text: String
}

/// A format of documents.
package enum DocumentFormat: String, Sendable {
  /// Plain text: paragraphs between blank lines, wrapped or not, or one paragraph a line.
  case plain
  /// A web page.
  case html
  /// Markdown.
  case markdown
  /// A document of Word.
  case docx
  /// A document of LibreOffice.
  case odt
}
