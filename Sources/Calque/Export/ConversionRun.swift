import CalqueFormats
import CalqueModel

/// A conversion on its way: the events of a file go to a writer.
struct ConversionRun {
  private let detected: Detected
  private let format: FileFormat
  private let isTable: Bool
  private let sink: ([UInt8]) throws -> Void
  private var writing: WriterOptions
  private var held: HeldUnits
  private var report: ConversionReport
  private var header: FileHeader?
  /// The writer, made with the first unit, because by then the header is known if there is one.
  private var writer: FileWriter?

  init(
    _ detected: Detected, _ format: FileFormat, _ options: WriterOptions,
    to sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.detected = detected
    self.format = format
    self.sink = sink
    isTable = detected.format.isTable
    writing = options
    if writing.title == nil { writing.title = detected.resourceName }
    writing.languages = detected.languages
    held = HeldUnits(writing)
    report = ConversionReport(detected: detected, format: format)
  }

  /// Takes the next event of the file.
  mutating func take(_ event: FileEvent) throws {
    switch event {
    case .header(let read):
      header = read
      if writing.languages.count < 2 { writing.languages = read.languages }
      held = HeldUnits(writing)
    case .unit(let unit, _):
      if held.isOver {
        try write(unit)
      } else {
        for unit in held.take(unit, &writing) { try write(unit) }
      }
    case .concept(let concept, let place):
      // A row with one language is worth keeping only where the table stays as it is.
      if isTable, detected.format != format, Set(concept.terms.map(\.language)).count < 2 {
        return report.note(.skipped(reason: "empty side", place))
      }
      begin()
      try writer?.write(concept)
    case .skipped, .refused, .warning: break
    }
    report.note(event)
  }

  /// Writes what waits and the end of the file.
  mutating func finish() throws -> ConversionReport {
    for unit in held.rest() { try write(unit) }
    begin()
    try writer?.finish()
    report.losses = writer?.losses ?? [:]
    return report
  }

  private mutating func write(_ unit: TranslationUnit) throws {
    begin()
    // The writer is asked in its place: a copy for each unit would cost more than the asking.
    try writer?.write(unit)
  }

  private mutating func begin() {
    if writer == nil {
      writer = FileWriter(format: format, header: header, options: writing, to: sink)
    }
  }
}
