import CalqueInput
public import CalqueModel

/// A bilingual file whose empty translations can be filled while every other byte stays as it is:
/// XLIFF 1 and 2, SDLXLIFF, PO.
///
///     let file = try BilingualFile(path: "job.sdlxliff")
///     let bytes = file.filled { segment in segment.isOpen ? filling(for: segment) : nil }
///
/// The file is held in memory.
public struct BilingualFile: Sendable {
  /// The file's format.
  public let format: FileFormat
  /// Whether the file names a language of its segments.
  public let namesLanguages: Bool
  /// The segments, in the order of the file.
  public var segments: [BilingualSegment] { slots.map(\.segment) }

  /// Decides whether a trans-unit is filled as a whole, although the file cuts it into segments.
  public typealias Choice = (_ whole: BilingualSegment, _ segments: [BilingualSegment]) -> Bool

  private let slots: [BilingualSlot]
  private let text: [UInt8]
  private let encoding: RewrittenText

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - pair: the languages of a file that names none.
  ///   - asWhole: decides about a trans-unit of plain XLIFF 1 that is cut into segments; without it,
  ///     segments are filled.
  /// - Throws: `FormatError` if the file is broken, of another format, or of an encoding that cannot
  ///   be written back byte for byte.
  public init(
    path: String, pair: LanguagePair? = nil, asWhole: Choice? = nil
  ) throws(FormatError) {
    do throws(InputError) {
      let rewritten = try RewrittenText(path: path)
      (encoding, text) = (rewritten, rewritten.text)
      let head = FileHead(
        bytes: rewritten.head, text: Array(text.prefix(OpenedFile.headSize)),
        name: FileName(path: path))
      let found = FormatRegistry.detect(head)?.format
      switch found {
      case FileFormat.po where !MOFile.isLikely(head.bytes):
        let catalogue = try BilingualPO(text, pair: pair)
        (slots, namesLanguages) = (catalogue.slots, catalogue.namesLanguages)
        format = .po
      case FileFormat.xliff, FileFormat.sdlxliff, FileFormat.mqxliff:
        let dialect = XLIFFDialect(head) ?? .plain
        (slots, namesLanguages) = try BilingualXLIFF.slots(
          text, dialect, pair: pair, asWhole: asWhole)
        format = found ?? .xliff
      default:
        throw InputError(
          message: "\(found?.title ?? "a file of no known format") cannot be filled",
          remedy: "name an XLIFF, SDLXLIFF or PO file")
      }
    } catch {
      throw FormatError(error, file: path)
    }
  }

  /// Whether the file's encoding has every character of a text.
  public func holds(_ text: String) -> Bool { encoding.holds(text) }

  /// The file's bytes with translations, matches and terms filled in.
  ///
  /// - Parameter filling: gives what to fill into a segment; nil for nothing. Segments that are not
  ///   open are passed over.
  /// - Returns: the bytes, in the file's own encoding.
  public func filled(
    _ filling: (Int, BilingualSegment) throws -> BilingualFilling?
  ) rethrows -> [UInt8] {
    var fillings = [Int: BilingualFilling]()
    var groups = Set<Int>()
    for (number, slot) in slots.enumerated() where slot.segment.isOpen {
      guard let filling = try filling(number, slot.segment), !filling.isEmpty else { continue }
      fillings[number] = filling
      if let group = slot.group, filling.translation != nil { groups.insert(group) }
    }
    var edits = [BilingualEdit]()
    for (number, slot) in slots.enumerated() {
      if let group = slot.group {
        if groups.contains(group) {
          edits += slot.edits(fillings[number] ?? BilingualFilling())
        } else if let filling = fillings[number], let proposals = slot.proposals {
          edits += proposals(filling)
        }
      } else if let filling = fillings[number] {
        edits += slot.edits(filling)
      }
    }
    var result = [UInt8]()
    var place = 0
    // Changes at one offset stay in their order.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.isLast ? 1 : 0, $0.offset)
        < ($1.element.range.lowerBound, $1.element.isLast ? 1 : 0, $1.offset)
    }
    var shared = Set<Int>()
    for (_, edit) in ordered where edit.range.lowerBound >= place {
      if edit.isShared, !shared.insert(edit.range.lowerBound).inserted { continue }
      result += text[place..<edit.range.lowerBound]
      result += edit.bytes
      place = edit.range.upperBound
    }
    result += text[place...]
    return encoding.bytes(of: result)
  }
}

/// A file's text, and the way back to its bytes.
struct RewrittenText: Sendable {
  /// The text as UTF-8, without a byte order mark.
  let text: [UInt8]
  /// The first bytes of the file.
  let head: [UInt8]
  private let mark: [UInt8]
  private let encoder: Encoder

  private enum Encoder {
    case utf8, utf16(isLittle: Bool), other(TextEncoder)
  }

  /// Reads a file.
  ///
  /// - Throws: `InputError` if its encoding cannot be written back.
  init(path: String) throws(InputError) {
    let limits = InputLimits()
    let file = try OpenedFile(path: path, limits: limits)
    if file.isCompressed {
      throw InputError(message: "the file is compressed", remedy: "unpack it first: gunzip")
    }
    let found = try TextEncoding(file.head, asked: nil)
    head = file.head
    mark = Array(file.head.prefix(found.mark))
    let raw = try Self.all(MarkedSource(file.source, skipping: found.mark), limits)
    guard let name = found.name else {
      (text, encoder) = (raw, .utf8)
      return
    }
    guard let source = ConvertedSource(BytesInMemory(raw), encoding: name) else {
      throw InputError(message: "encoding \(name) is not known")
    }
    text = try Self.all(source, limits)
    switch name {
    case "UTF-16LE": encoder = .utf16(isLittle: true)
    case "UTF-16BE": encoder = .utf16(isLittle: false)
    default: encoder = .other(TextEncoder(singleByte: name))
    }
    if bytes(of: text) != mark + raw {
      throw InputError(
        message: "text in \(name) cannot be written back as it is",
        remedy: "convert the file to UTF-8 first: iconv -t UTF-8")
    }
  }

  private static func all(
    _ source: any ByteSource, _ limits: InputLimits
  ) throws(InputError) -> [UInt8] {
    var bytes = [UInt8]()
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { return bytes }
      bytes += chunk
      if bytes.count > limits.document {
        throw InputError(message: "the file is larger than \(limits.document >> 20) MiB")
      }
    }
  }

  /// Whether the encoding has every character of a text.
  func holds(_ text: String) -> Bool {
    guard case .other(let encoder) = encoder else { return true }
    var bytes = [UInt8]()
    return encoder.append(text, to: &bytes) == 0
  }

  /// The bytes of a text in the file's encoding, with its byte order mark.
  func bytes(of text: [UInt8]) -> [UInt8] {
    switch encoder {
    case .utf8: return mark + text
    case .utf16(let isLittle):
      var bytes = mark
      for unit in String(decoding: text, as: UTF8.self).utf16 {
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        bytes += isLittle ? [low, high] : [high, low]
      }
      return bytes
    case .other(let encoder):
      var bytes = mark
      _ = encoder.append(String(decoding: text, as: UTF8.self), to: &bytes)
      return bytes
    }
  }
}
