/// A file opened, decompressed and decoded as far as UTF-8.
package struct TextInput {
  /// How many bytes of a file are looked at before it is read.
  package static let headSize = 64 << 10

  /// UTF-8, still to be validated unless it was converted from another encoding.
  package let source: any ByteSource
  /// The first 64 KiB of it, or all.
  package let head: [UInt8]
  package let isCompressed: Bool
  /// What was odd at the beginning.
  package private(set) var warnings: [String] = []
  /// What reads a table as Windows-1252 should it not be UTF-8.
  private let fallback: WesternFallback?

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - isCSV: whether it is a spreadsheet's file by its name or the user's word.
  ///   - encoding: the encoding that the user named.
  ///   - limits: how far a compressed file may expand.
  /// - Throws: `InputError` where it cannot be read, or where nothing is in it.
  package init(
    path: String, isCSV: Bool, encoding: String?, limits: InputLimits
  ) throws(InputError) {
    let file = PeekedSource(try FileBytes(path: path))
    let first = file.peek(4)
    if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw InputError(
        message: "a zip archive (a workbook, a document, a package), which is not read",
        remedy: "unpack it, or save the sheet as CSV")
    }
    isCompressed = GzipSource.isGzip(first)
    let plain =
      isCompressed ? PeekedSource(try GzipSource(file, limits: limits)) : file
    if !isCompressed, path.utf8.suffix(3).elementsEqual(".gz".utf8) {
      warnings.append("the name ends in .gz, but the file is not compressed")
    }
    let start = plain.peek(Self.headSize)
    if start.count < Self.headSize, start.allSatisfy({ $0 <= 0x20 && $0 > 0 }) {
      // Where nothing came for a reason, the reason is what matters.
      if start.isEmpty { _ = try plain.next() }
      throw InputError(message: start.isEmpty ? "the file is empty" : "the file holds only blanks")
    }
    let found = try TextEncoding(start, asked: encoding)
    if let warning = found.warning { warnings.append(warning) }
    let marked = MarkedSource(plain, skipping: found.mark)
    let isOpen = found.name == nil && found.mark == 0 && encoding == nil
    fallback = isCSV && isOpen ? WesternFallback(marked) : nil
    let text: PeekedSource
    if let name = found.name {
      guard let converted = ConvertedSource(marked, encoding: name) else {
        throw InputError(message: "encoding \(name) is not known")
      }
      text = PeekedSource(converted)
    } else {
      text = PeekedSource(fallback ?? marked)
    }
    head = text.peek(Self.headSize)
    source = text
  }

  /// What is odd of the file as a whole, known once it is read.
  package var finalWarning: String? {
    fallback?.isUsed == true ? "the file is not UTF-8; it was read as Windows-1252" : nil
  }
}
