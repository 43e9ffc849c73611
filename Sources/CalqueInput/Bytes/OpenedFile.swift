/// A file that was opened and, where gzip compressed it, is decompressed; its beginning is known.
package struct OpenedFile {
  /// How many bytes of a file are looked at before the file is read.
  package static let headSize = 64 << 10

  /// The file as the user named it; `-` is standard input.
  package let path: String
  /// All bytes from the first one on, which come once.
  package let source: PeekedSource
  /// The first 64 KiB, or all.
  package let head: [UInt8]
  /// Whether gzip compressed the file.
  package let isCompressed: Bool
  /// What was odd.
  package private(set) var warnings: [String] = []

  /// Opens a file.
  ///
  /// - Throws: `InputError` where the file cannot be read, is empty, or holds only blanks.
  package init(path: String, limits: InputLimits) throws(InputError) {
    self.path = path
    let file = PeekedSource(try FileBytes(path: path))
    isCompressed = GzipSource.isGzip(file.peek(4))
    source = isCompressed ? PeekedSource(try GzipSource(file, limits: limits)) : file
    if !isCompressed, path.utf8.suffix(3).elementsEqual(".gz".utf8) {
      warnings.append("the name ends in .gz, but the file is not compressed")
    }
    head = source.peek(Self.headSize)
    if head.count < Self.headSize, head.allSatisfy({ $0 <= 0x20 && $0 > 0 }) {
      // Where nothing came for a reason, the reason is what matters.
      if head.isEmpty { _ = try source.next() }
      throw InputError(message: head.isEmpty ? "the file is empty" : "the file holds only blanks")
    }
  }

  /// Whether the file is a zip archive: a workbook, a document, a package.
  package var isZip: Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }
}
