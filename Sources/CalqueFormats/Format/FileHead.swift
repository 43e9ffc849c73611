import CalqueInput

/// The beginning and the name of a file, by which formats recognise their files.
package struct FileHead: Sendable {
  /// The first 64 KiB, or all bytes of a shorter file; decompressed if gzip compressed the file.
  package let bytes: [UInt8]
  /// The first 64 KiB of the text as UTF-8, or all of a shorter text; empty for a binary file.
  package let text: [UInt8]
  /// The parts of the file's name, which never decide alone.
  package let name: FileName
  /// Whether the first character that is not a blank opens a tag.
  package let isXML: Bool
  /// The name of the XML root element without its prefix; nil if none is found.
  package let root: String?

  /// The complete lines of the text up to the first broken one.
  let lines: [String]

  /// Creates the head of a file.
  package init(bytes: [UInt8], text: [UInt8], name: FileName) {
    self.bytes = bytes
    self.text = text
    self.name = name
    isXML = XMLBeginning.isLikely(text)
    root = isXML ? XMLBeginning.root(text) : nil
    lines = TableSample(text).lines
  }

  /// Whether the content can be a table: the text is not XML, or the file has a table's name.
  ///
  /// The first text of a table can begin with a tag, as XML does.
  var canBeTable: Bool { !text.isEmpty && (!isXML || name.isTable) }
}
