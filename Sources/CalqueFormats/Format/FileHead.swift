import CalqueInput

/// The beginning of a file and the file's name: what the formats judge by.
package struct FileHead: Sendable {
  /// The first 64 KiB as they are, or all; decompressed where gzip compressed the file.
  package let bytes: [UInt8]
  /// The first 64 KiB of the text as UTF-8, or all; empty where the file is binary.
  package let text: [UInt8]
  /// What the file's name tells, which never decides alone.
  package let name: FileName
  /// Whether the first character that is no blank opens a tag.
  package let isXML: Bool
  /// The name of the XML root element without its prefix; nil where there is none.
  package let root: String?

  /// The complete lines of the text up to the first broken one.
  let lines: [String]

  /// Makes the head of a file.
  package init(bytes: [UInt8], text: [UInt8], name: FileName) {
    self.bytes = bytes
    self.text = text
    self.name = name
    isXML = XMLBeginning.isLikely(text)
    root = isXML ? XMLBeginning.root(text) : nil
    lines = TableSample(text).lines
  }

  /// Whether the content can be a table: it is no XML, or has a table's name.
  ///
  /// A table whose first text begins with a tag has no XML declaration and a table's name.
  var canBeTable: Bool { !text.isEmpty && (!isXML || name.isTable) }
}
