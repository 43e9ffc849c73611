/// An opened file, decompressed if gzip compressed it, with its beginning.
package struct OpenedFile {
  /// The number of bytes that are examined before a file is read.
  package static let headSize = 64 << 10

  /// The file as the user named it; `-` is standard input.
  package let path: String
  /// All bytes of the file from the first one on; a source is read once.
  package let source: PeekedSource
  /// The first 64 KiB, or all bytes of a shorter file.
  package let head: [UInt8]
  /// The bytes of the file on the disk; nil if the content was given.
  package let bytes: FileBytes?
  /// Whether gzip compressed the file.
  package let isCompressed: Bool
  /// The warnings about the file.
  package private(set) var warnings: [String] = []

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - bytes: the file's content; nil to read the file.
  ///   - limits: the limits beyond which the file is refused.
  ///   - mayBeBlank: whether a file without content is read.
  /// - Throws: `InputError` if the file cannot be read, or if it is empty or has only blanks and
  ///   must not.
  package init(
    path: String, bytes: [UInt8]? = nil, limits: InputLimits, mayBeBlank: Bool = false
  ) throws(InputError) {
    self.path = path
    let content = bytes == nil ? try FileBytes(path: path) : nil
    self.bytes = content
    let source: any ByteSource = if let content { content } else { BytesInMemory(bytes ?? []) }
    let file = PeekedSource(source)
    isCompressed = GzipSource.isGzip(file.peek(4))
    self.source = isCompressed ? PeekedSource(try GzipSource(file, limits: limits)) : file
    if !isCompressed, path.utf8.suffix(3).elementsEqual(".gz".utf8) {
      warnings.append("the name ends in .gz, but the file is not compressed")
    }
    head = self.source.peek(Self.headSize)
    if head.count < Self.headSize, head.allSatisfy({ $0 <= 0x20 && $0 > 0 }) {
      // An empty head can come from a failure of the source. `next` throws that failure.
      if head.isEmpty { _ = try self.source.next() }
      if mayBeBlank { return }
      throw InputError(message: head.isEmpty ? "the file is empty" : "the file holds only blanks")
    }
  }

  /// Whether the file is a zip archive: a workbook, a document, a package.
  package var isZip: Bool { ZipArchive.isZip(head) }
}
