/// The text of a file as UTF-8.
package struct TextInput {
  /// The text as UTF-8, not yet validated unless it was converted from another encoding.
  package let source: any ByteSource
  /// The first 64 KiB of the text, or all of a shorter text.
  package let head: [UInt8]
  /// The warning about the encoding.
  package let warning: String?
  /// The source that reads the text as Windows-1252 or Mac Roman if it is not UTF-8.
  private let fallback: WesternFallback?

  /// Decodes a file.
  ///
  /// - Parameters:
  ///   - file: the file, whose bytes are consumed.
  ///   - encoding: the encoding that the user named.
  ///   - isWestern: whether text that is not UTF-8 can be Windows-1252 or Mac Roman; false for XML.
  /// - Throws: `InputError` if the encoding is not read.
  package init(_ file: OpenedFile, encoding: String?, isWestern: Bool) throws(InputError) {
    let found = try TextEncoding(file.head, asked: encoding)
    warning = found.warning
    let marked = MarkedSource(file.source, skipping: found.mark)
    let isOpen = found.name == nil && found.mark == 0 && encoding == nil
    fallback = isWestern && isOpen ? WesternFallback(marked) : nil
    let text: PeekedSource
    if let name = found.name {
      guard let converted = ConvertedSource(marked, encoding: name) else {
        throw InputError(message: "encoding \(name) is not known")
      }
      text = PeekedSource(converted)
    } else {
      text = PeekedSource(fallback ?? marked)
    }
    head = text.peek(OpenedFile.headSize)
    source = text
  }

  /// The warning about the whole file, known after the file is read.
  package var finalWarning: String? {
    fallback?.found.map { "the file is not UTF-8; it was read as \($0)" }
  }
}
