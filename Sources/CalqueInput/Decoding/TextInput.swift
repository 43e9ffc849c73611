/// The text of a file as UTF-8.
package struct TextInput {
  /// UTF-8, still to be validated unless the text was converted from another encoding.
  package let source: any ByteSource
  /// The first 64 KiB of the text, or all.
  package let head: [UInt8]
  /// What was odd about the encoding.
  package let warning: String?
  /// What reads the text as Windows-1252 should it not be UTF-8.
  private let fallback: WesternFallback?

  /// Decodes a file.
  ///
  /// - Parameters:
  ///   - file: the file; its bytes are taken.
  ///   - encoding: the encoding that the user named.
  ///   - isWestern: whether a text that is not UTF-8 may be Windows-1252; no XML may.
  /// - Throws: `InputError` where the encoding is not read.
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

  /// What is odd of the file as a whole, known once the file is read.
  package var finalWarning: String? {
    fallback?.isUsed == true ? "the file is not UTF-8; it was read as Windows-1252" : nil
  }
}
