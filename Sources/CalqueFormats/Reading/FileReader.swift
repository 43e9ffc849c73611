import CalqueInput
import CalqueModel

/// Reads a file of any supported format as a stream of units or concepts, in constant memory.
///
///     let reader = try FileReader(path: "archive.fr-en.tmx", options: FormatOptions())
///     try reader.read { event in
///       if case .unit(let unit, _) = event { print(unit.variants.map(\.text)) }
///     }
///
/// The initialiser opens the file and examines its beginning, so that `detected` can be shown
/// before anything is stored. A file is read once.
public final class FileReader {
  /// The properties found in the file's beginning.
  public let detected: Detected
  private let file: String
  private let opening: [String]
  private let bytes: FileBytes?
  private let text: TextInput?
  private var reader: any FormatReader
  private var isRead = false

  /// Opens a file and examines its beginning.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - options: the options of the reading.
  /// - Throws: `FormatError` if the file cannot be opened, is empty, or is of no known format.
  public convenience init(
    path: String, options: FormatOptions = FormatOptions()
  ) throws(FormatError) {
    try self.init(path: path, options: options, formats: FormatRegistry.all)
  }

  /// Examines the beginning of bytes that are read in the same way as a file.
  ///
  /// - Parameters:
  ///   - bytes: all the file's bytes.
  ///   - name: the name that the file would have.
  ///   - options: the options of the reading.
  /// - Throws: `FormatError` if there are no bytes, or if they are of no known format.
  public convenience init(
    bytes: [UInt8], named name: String, options: FormatOptions = FormatOptions()
  ) throws(FormatError) {
    try self.init(path: name, bytes: bytes, options: options, formats: FormatRegistry.all)
  }

  /// Opens two files whose lines translate each other, as the Moses tools write them.
  ///
  /// - Parameters:
  ///   - source: the file in the source language; without `pair`, its suffix names the language.
  ///   - target: the file with the translations.
  ///   - options: the options of the reading.
  /// - Throws: `FormatError` if a file cannot be opened or the languages are not known.
  public init(
    moses source: String, _ target: String, options: FormatOptions = FormatOptions()
  ) throws(FormatError) {
    reader = try MosesReader(source, target, options)
    (file, opening, bytes, text) = (source, [], nil, nil)
    detected = Detected(
      format: .moses, kind: .memory, languages: reader.languages, isCompressed: false,
      resourceName: MosesReader.name(source), said: nil, understood: nil)
  }

  /// Opens a file of one of some formats.
  init(
    path: String, bytes: [UInt8]? = nil, options: FormatOptions, formats: [FormatDescription]
  ) throws(FormatError) {
    do throws(InputError) {
      let opened = try OpenedFormat(path: path, bytes: bytes, options: options, formats: formats)
      file = path
      opening = opened.warnings
      text = opened.text
      self.bytes = opened.bytes
      reader = opened.reader
      detected = Detected(
        format: opened.format, kind: reader.kind, languages: reader.languages,
        isCompressed: opened.isCompressed, resourceName: opened.name.stem, said: reader.said,
        understood: reader.understood)
    } catch {
      throw FormatError(error, file: path)
    }
  }

  /// The number of bytes of the file that were read so far, compressed ones if the file is
  /// compressed; 0 for bytes that were given.
  public var bytesRead: Int { bytes?.count ?? 0 }
  /// The size of the file in bytes; nil if it is not known.
  public var size: Int? { bytes?.size }

  /// Reports the content of the file, in its order.
  ///
  /// - Parameter each: receives every event; an error of `each` ends the reading.
  /// - Throws: `FormatError` if the file is broken or its languages are unknown; errors of `each`.
  public func read<E: Error>(_ each: (FileEvent) throws(E) -> Void) throws {
    guard !isRead else {
      throw FormatError(place: SourcePlace(file: file), message: "the file was read before")
    }
    isRead = true
    for message in opening {
      try each(.warning(FormatWarning(line: 1, column: 0, message: message)))
    }
    try reader.read { event in try each(event) }
    if let message = text?.finalWarning {
      try each(.warning(FormatWarning(line: 0, column: 0, message: message)))
    }
  }
}

/// A file whose format is known, and its reader.
struct OpenedFormat {
  let format: FileFormat
  let reader: any FormatReader
  let name: FileName
  let isCompressed: Bool
  /// The bytes of the file on the disk; nil if the content was given.
  let bytes: FileBytes?
  /// The text; nil for a binary file.
  private(set) var text: TextInput?
  /// The warnings about the beginning.
  private(set) var warnings: [String]

  /// Opens a file: the user's choice decides, otherwise the surest format.
  ///
  /// A format that is recognised by its bytes, such as zip, comes before both.
  ///
  /// - Throws: `InputError` if the file cannot be opened, is refused, or is of no format.
  init(
    path: String, bytes: [UInt8]? = nil, options: FormatOptions, formats: [FormatDescription]
  ) throws(InputError) {
    let file = try OpenedFile(path: path, bytes: bytes, limits: options.limits)
    name = FileName(path: path)
    isCompressed = file.isCompressed
    self.bytes = file.bytes
    warnings = file.warnings
    var head = FileHead(bytes: file.head, text: [], name: name)
    var source: any ByteSource = file.source
    var chosen = FormatRegistry.detect(head, among: formats)
    if chosen == nil {
      let isXML = XMLBeginning.isLikely(file.head)
      let asked = options.format.flatMap { asked in formats.first { $0.format == asked } }
      let text = try TextInput(
        file, encoding: options.encoding,
        isWestern: !isXML || asked.map { TableFormat.formats.contains($0.format) } ?? name.isTable)
      if let warning = text.warning { warnings.append(warning) }
      self.text = text
      source = text.source
      head = FileHead(bytes: file.head, text: text.head, name: name)
      chosen = asked ?? FormatRegistry.detect(head, among: formats)
    }
    guard let chosen else { throw Self.unknown(head) }
    guard let makeReader = chosen.makeReader else { throw chosen.refusal(head) }
    format = chosen.format
    reader = try makeReader(
      FormatInput(file: path, head: head, source: source, options: options))
  }

  /// The error for a file of no format.
  private static func unknown(_ head: FileHead) -> InputError {
    if let broken = InputError(notUTF8: head.text) { return broken }
    let error = InputError(
      message: "neither TMX nor a table of pairs or terms",
      remedy: .nameFormat(FormatRegistry.readable))
    return head.text.isEmpty ? error : error.located(at: 0, in: head.text)
  }
}
