package import CalqueInput
import CalqueModel

/// Reads a document of any format that Calque knows.
///
///     let document = try DocumentReader().read("story.html")
///     for block in document.blocks { print(block.kind) }
///
/// The format is found in the content; a file's name decides only between Markdown and plain text.
package struct DocumentReader {
  /// The encoding that the user named; nil to find it.
  package var encoding: String?
  /// The limits beyond which a file is refused.
  package var limits = InputLimits()

  /// Creates a reader.
  package init(encoding: String? = nil) { self.encoding = encoding }

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - bytes: the file's content; nil to read the file.
  /// - Returns: the document, which may be blank.
  /// - Throws: `InputError` if the file cannot be read, is no text or document, or passes a limit.
  package func read(_ path: String, bytes: [UInt8]? = nil) throws(InputError) -> Document {
    let file = try OpenedFile(path: path, bytes: bytes, limits: limits, mayBeBlank: true)
    if file.isZip { return try OfficeFile.read(file.source, limits: limits) }
    if let refusal = ForeignFile.refusal(file.head) { throw refusal }
    let format = Self.format(of: file.head, named: path)
    // A page names its encoding in its own way.
    let declared = format == .html ? HTMLEncoding.declared(in: file.head) : nil
    let (bytes, warnings) = try decoded(file, encoding: encoding ?? declared)
    var document: Document
    switch format {
    case .html: document = Document(try HTMLArticle.blocks(of: bytes, limits), format: .html)
    case .markdown:
      document = Document(
        MarkdownReader.blocks(of: String(decoding: bytes, as: UTF8.self)), format: .markdown)
    default: document = PlainText.document(String(decoding: bytes, as: UTF8.self))
    }
    document.warnings = file.warnings + warnings
    return document
  }

  private static func format(of head: [UInt8], named path: String) -> DocumentFormat {
    // The zeros of UTF-16 lie between the letters.
    let beginning = head.prefix(2_048).filter { $0 != 0 }
    if HTMLEncoding.isPage(beginning, named: path) { return .html }
    let name = path.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    let isMarkdown = [".md", ".markdown", ".mdown"].contains { suffix in
      name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    return isMarkdown ? .markdown : .plain
  }

  /// The whole text in valid UTF-8, and what is to be said about its encoding.
  private func decoded(
    _ file: OpenedFile, encoding: String?
  ) throws(InputError) -> ([UInt8], warnings: [String]) {
    let input = try TextInput(file, encoding: encoding, isWestern: true)
    var bytes: [UInt8] = []
    while true {
      let chunk: [UInt8]
      do throws(InputError) { chunk = try input.source.next() } catch {
        var error = error
        if error.line == 0, !bytes.isEmpty { error.line = bytes.count { $0 == 0x0A } + 1 }
        throw error
      }
      if chunk.isEmpty { break }
      bytes += chunk
      if bytes.count > limits.document {
        throw InputError(
          message: "the text is longer than \(limits.document >> 20) MiB: it is refused",
          remedy: "cut it into several files")
      }
    }
    if let broken = InputError(notUTF8: bytes) { throw broken }
    // A scalar that the end cuts off is no text either.
    if case .unfinished = ValidUTF8(bytes.span, from: 0) {
      throw InputError(
        message: "the file ends inside a character", line: bytes.count { $0 == 0x0A } + 1)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw InputError(
        message: "a zero byte: this is no plain text",
        line: bytes[..<zero].count { $0 == 0x0A } + 1,
        remedy: "save it as plain text and try again")
    }
    return (bytes, [input.warning, input.finalWarning].compactMap(\.self))
  }
}
