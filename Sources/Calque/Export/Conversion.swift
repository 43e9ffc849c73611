public import CalqueFormats
import CalqueModel
import CalqueSystem

/// How a file is to be converted; what is absent is found out from the file.
public struct ConversionOptions: Sendable {
  /// The format to write; without one it follows from the new file's name.
  public var format: FileFormat?
  /// How the file is written in that format.
  public var writing: WriterOptions
  /// What is known of the file beforehand.
  public var reading: FormatOptions

  /// Makes options; what is not named is found out.
  public init(
    format: FileFormat? = nil, writing: WriterOptions = WriterOptions(),
    reading: FormatOptions = FormatOptions()
  ) {
    self.format = format
    self.writing = writing
    self.reading = reading
  }
}

/// What became of a file.
public struct ConversionReport: Sendable {
  /// What the file was found to be.
  public let detected: Detected
  /// The format it was written in.
  public let format: FileFormat
  /// How many units or concepts were written.
  public private(set) var rows = 0
  /// How many were passed over, by reason.
  public private(set) var skipped: [String: Int] = [:]
  /// How many were refused.
  public private(set) var refused = 0
  /// What was odd or refused, as far as it was noted.
  public private(set) var warnings: [FormatWarning] = []
  /// How often something could not be written in the new format, by its name.
  public fileprivate(set) var losses: [String: Int] = [:]

  fileprivate init(detected: Detected, format: FileFormat) {
    self.detected = detected
    self.format = format
  }

  fileprivate mutating func note(_ event: FileEvent) {
    switch event {
    case .header: break
    case .unit, .concept: rows += 1
    case .skipped(let reason, _): skipped[reason, default: 0] += 1
    case .refused(let message, let place):
      refused += 1
      guard refused <= 100 else { return }
      warnings.append(
        FormatWarning(line: place.line, column: place.column, message: "refused: \(message)"))
    case .warning(let warning): warnings.append(warning)
    }
  }
}

/// From one format to another, without a store, in constant memory.
///
/// Unlike an import it keeps units that are no pair yet: a text without its translation is still
/// something that another format can hold.
public enum Conversion {
  /// Converts a file to another, which is there whole or not at all.
  ///
  /// - Parameters:
  ///   - input: the file to read; `-` is standard input.
  ///   - output: the file to write; one that stands there is replaced once the new one is complete.
  ///   - options: what is known, and what is wanted.
  /// - Returns: what became of the file.
  /// - Throws: `WorkspaceError`.
  public static func convert(
    _ input: String, toFile output: String, options: ConversionOptions = ConversionOptions()
  ) throws(WorkspaceError) -> ConversionReport {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(output)
      var options = options
      options.format = options.format ?? FileFormat(suffix: Paths.suffix(of: output))
      let file = try AtomicFile(output)
      let report = try convert(input, options: options) { try file.write($0) }
      try file.commit()
      return report
    }
  }

  /// Converts a file to wherever the bytes are taken.
  ///
  /// - Parameters:
  ///   - input: the file to read; `-` is standard input.
  ///   - options: what is known, and what is wanted.
  ///   - sink: takes the bytes, chunk by chunk.
  /// - Returns: what became of the file.
  /// - Throws: `WorkspaceError`, or what the sink throws.
  public static func convert(
    _ input: String, options: ConversionOptions = ConversionOptions(),
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ConversionReport {
    var reading = options.reading
    reading.keepsIncomplete = true
    return try WorkspaceError.carryingOurs {
      let reader = try FileReader(path: input, options: reading)
      return try write(reader, options, to: sink)
    }
  }

  private static func write(
    _ reader: FileReader, _ options: ConversionOptions, to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ConversionReport {
    guard let format = options.format else {
      throw WorkspaceError.usage(
        "the format to write is not known",
        remedy: .nameFormat(FormatRegistry.all.filter(\.writes).map(\.format.rawValue)))
    }
    var report = ConversionReport(detected: reader.detected, format: format)
    var writing = options.writing
    if writing.title == nil { writing.title = reader.detected.resourceName }
    // The writer is made with the first unit, when the header is known if there is one.
    var header: FileHeader?
    var writer: FileWriter?
    func write(_ body: (inout FileWriter) throws -> Void) throws {
      var current =
        writer ?? FileWriter(format: format, header: header, options: writing, to: sink)
      writer = nil
      try body(&current)
      writer = current
    }
    try reader.read { event in
      switch event {
      case .header(let read): header = read
      case .unit(let unit, _): try write { try $0.write(unit) }
      case .concept(let concept, _): try write { try $0.write(concept) }
      case .skipped, .refused, .warning: break
      }
      report.note(event)
    }
    try write { try $0.finish() }
    report.losses = writer?.losses ?? [:]
    return report
  }
}
