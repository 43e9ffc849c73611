import CalqueInput
import CalqueModel

/// The documents of Word and LibreOffice, which are zip archives of XML.
enum OfficeFile {
  /// Reads a document.
  ///
  /// - Throws: `InputError` if the archive is damaged, is no document, or passes a limit.
  static func read(_ source: any ByteSource, limits: InputLimits) throws(InputError) -> Document {
    let archive = try ZipArchive(source, limits: limits)
    if archive.names.contains("word/document.xml") {
      return Document(try WordDocument.blocks(in: archive, limits: limits), format: .docx)
    }
    if archive.names.contains("content.xml") {
      return Document(try OpenDocument.blocks(in: archive, limits: limits), format: .odt)
    }
    throw InputError(
      message: "a zip archive that holds no document of Word or LibreOffice",
      remedy: "unpack it, or save the text as DOCX, ODT or plain text")
  }

  /// Parses a part of an archive; an error names the part.
  static func parse(
    _ name: String, in archive: ZipArchive, limits: InputLimits, _ handler: any XMLHandler
  ) throws(InputError) {
    let input = XMLDocument(try archive.open(name), handler: handler, limits: limits)
    do throws(InputError) {
      while try input.parseNext() {}
    } catch {
      var error = error
      error.message = "\(name): \(error.message)"
      throw error
    }
  }

  /// An element's name without its prefix.
  static func local(_ name: String) -> Substring {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return Substring(name) }
    return name[name.utf8.index(after: colon)...]
  }
}

/// The paragraphs of a document that is being parsed; a text box has paragraphs inside a paragraph.
struct OfficeParagraphs {
  private(set) var blocks: [TextBlock] = []
  private var open: [(kind: DocumentBlock.Kind, text: [UInt8])] = []
  private var size = 0
  private let limit: Int

  init(limits: InputLimits) { limit = limits.document }

  mutating func begin(_ kind: DocumentBlock.Kind) { open.append((kind, [])) }

  /// Changes the kind of the innermost paragraph.
  mutating func change(to kind: DocumentBlock.Kind) {
    if !open.isEmpty { open[open.count - 1].kind = kind }
  }

  mutating func append(_ bytes: Span<UInt8>) throws(InputError) {
    guard !open.isEmpty else { return }
    size += bytes.count
    if size > limit {
      throw InputError(message: "the text is longer than \(limit >> 20) MiB: it is refused")
    }
    for offset in bytes.indices { open[open.count - 1].text.append(bytes[offset]) }
  }

  mutating func append(_ byte: UInt8) {
    if !open.isEmpty { open[open.count - 1].text.append(byte) }
  }

  mutating func end() {
    guard let paragraph = open.popLast() else { return }
    // A paragraph of one stretch: an empty line in it would end a block.
    var text: [UInt8] = []
    for byte in paragraph.text where byte != 0x0A || text.last != 0x0A { text.append(byte) }
    while let last = text.last, last == 0x20 || last == 0x0A || last == 0x09 { text.removeLast() }
    let start = text.firstIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 } ?? text.count
    if start < text.count {
      blocks.append(
        TextBlock(kind: paragraph.kind, text: String(decoding: text[start...], as: UTF8.self)))
    }
  }
}
