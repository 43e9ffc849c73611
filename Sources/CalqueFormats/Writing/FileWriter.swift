public import CalqueModel

/// The options of a writer; a value that is absent is taken from the header or the first unit.
public struct WriterOptions: Sendable {
  /// The two languages to write, source first; texts in other languages are losses.
  ///
  /// Without a pair, a TMX file holds all languages.
  public var pair: LanguagePair?
  /// The version of the format: TMX `1.1` for old tools; nil for the version of the header, or 1.4.
  public var version: String?
  /// Whether an apostrophe disarms cells that a spreadsheet would evaluate as formulas.
  public var isSpreadsheetSafe: Bool
  /// The tool's version in a header that Calque makes.
  public var toolVersion: String
  /// The title of a glossary whose header Calque makes.
  public var title: String?
  /// The languages of what is written, as far as they are known before the first unit or concept.
  public var languages: [LanguageTag]
  /// The kind of the memory or glossary of which JSON lines are a dump; nil for a conversion.
  public var dumpedKind: Resource.Kind?
  /// The memory or glossary that is one section of a dump of a whole store.
  package var dumped: Resource?

  /// Creates options.
  public init(
    pair: LanguagePair? = nil, version: String? = nil, isSpreadsheetSafe: Bool = false,
    toolVersion: String = "0", title: String? = nil, languages: [LanguageTag] = []
  ) {
    self.pair = pair
    self.version = version
    self.isSpreadsheetSafe = isSpreadsheetSafe
    self.toolVersion = toolVersion
    self.title = title
    self.languages = languages
  }
}

/// Writes units or concepts to a file of any supported format, as a stream.
///
///     var writer = FileWriter(format: .tmx) { try file.write($0) }
///     try writer.write(unit)
///     try writer.finish()
///     writer.losses  // ["usagecount": 12, "sub": 3]
///
/// A header that was read from the same format is written back. Any other header is replaced by one
/// of Calque. Without `finish` the file is not complete.
public struct FileWriter {
  /// The number of units or concepts in the file; the others are losses.
  public private(set) var written = 0

  private let sink: ([UInt8]) throws -> Void
  private var body: any FormatWriter
  private var output = Output()

  /// The number of times that data was lost in the format, by the data's name.
  public var losses: [String: Int] { output.losses }

  /// Creates a writer, and writes nothing yet.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - header: the header of the file that the units or concepts come from, if it is known.
  ///   - options: the options of the writing.
  ///   - sink: takes the file's bytes, chunk by chunk; its errors are thrown on.
  public init(
    format: FileFormat, header: FileHeader? = nil, options: WriterOptions = WriterOptions(),
    to sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.init(
      format, FormatRegistry.description(of: format)?.makeWriter, header: header, options: options,
      to: sink)
  }

  /// Creates a writer of a format that the registry need not hold.
  init(
    _ format: FileFormat, _ makeWriter: FormatDescription.WriterMaker?, header: FileHeader?,
    options: WriterOptions, to sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.sink = sink
    // JSON lines keep the header of any format.
    let own = header?.format == format || format == .jsonl ? header : nil
    body = makeWriter?(own, options) ?? UnwritableFormat(format: format)
  }

  /// Writes a unit.
  public mutating func write(_ unit: TranslationUnit) throws {
    let before = output.passedOver
    try body.write(unit, to: &output)
    if output.passedOver == before { written += 1 }
    try flush(above: 64 << 10)
  }

  /// Writes a concept.
  public mutating func write(_ concept: Concept) throws {
    let before = output.passedOver
    try body.write(concept, to: &output)
    if output.passedOver == before { written += 1 }
    try flush(above: 64 << 10)
  }

  /// Writes the end of the file, and all bytes that are still held back.
  public mutating func finish() throws {
    try body.finish(&output)
    try flush(above: 0)
  }

  private mutating func flush(above size: Int) throws {
    guard output.bytes.count > size else { return }
    try sink(output.bytes)
    output.bytes.removeAll(keepingCapacity: true)
  }
}

/// The writer of a format that is not written: every call throws an error.
private struct UnwritableFormat: FormatWriter {
  let format: FileFormat

  private var error: FormatError {
    FormatError(
      place: SourcePlace(file: "-"), message: "\(format.title) is not written",
      remedy: .nameFormat(FormatRegistry.writable))
  }

  func write(_ unit: TranslationUnit, to output: inout Output) throws(FormatError) { throw error }
  func write(_ concept: Concept, to output: inout Output) throws(FormatError) { throw error }
  func finish(_ output: inout Output) throws(FormatError) { throw error }
}
