public import CalqueFormats
import CalqueModel
import CalqueSystem

/// The options of a conversion; a value that is absent is taken from the file.
public struct ConversionOptions: Sendable {
  /// The format to write; nil for the format of the new file's name.
  public var format: FileFormat?
  /// The options of the writing.
  public var writing: WriterOptions
  /// The options of the reading.
  public var reading: FormatOptions
  /// The file with the translations, if the input is one of two files whose lines translate each
  /// other.
  public var moses: String?

  /// Creates options; a value that is left out is taken from the file.
  public init(
    format: FileFormat? = nil, writing: WriterOptions = WriterOptions(),
    reading: FormatOptions = FormatOptions()
  ) {
    self.format = format
    self.writing = writing
    self.reading = reading
  }
}

/// The result of a conversion.
public struct ConversionReport: Sendable {
  /// The properties found in the file's beginning.
  public let detected: Detected
  /// The format of the new file.
  public let format: FileFormat
  /// The number of units or concepts that were written.
  public internal(set) var rows = 0
  /// The number of units or concepts that were passed over, by reason.
  public private(set) var skipped: [String: Int] = [:]
  /// The number of units or concepts that were refused.
  public private(set) var refused = 0
  /// The warnings and refusals that were recorded.
  public private(set) var warnings: [FormatWarning] = []
  /// The number of times that data was lost in the new format, by the data's name.
  public internal(set) var losses: [String: Int] = [:]

  init(detected: Detected, format: FileFormat) {
    self.detected = detected
    self.format = format
  }

  mutating func note(_ event: FileEvent) {
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

/// Conversion from one format to another, without a store, in constant memory.
///
/// Unlike an import, a conversion keeps units that are not pairs: another format can hold a text
/// without its translation.
public enum Conversion {
  /// Converts a file to another, which is written whole or not at all.
  ///
  /// - Parameters:
  ///   - input: the file to read; `-` is standard input.
  ///   - output: the file to write; an existing file is replaced after the new one is complete.
  ///   - options: the options.
  /// - Returns: the result.
  /// - Throws: `WorkspaceError`.
  public static func convert(
    _ input: String, toFile output: String, options: ConversionOptions = ConversionOptions()
  ) throws(WorkspaceError) -> ConversionReport {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(output)
      try OutputName.check(output)
      var options = options
      options.format = options.format ?? FileFormat(suffix: Paths.suffix(of: output))
      let file = try AtomicFile(output)
      let report = try convert(input, options: options) { try file.write($0) }
      try file.commit()
      return report
    }
  }

  /// Converts a file and passes the bytes to a sink.
  ///
  /// - Parameters:
  ///   - input: the file to read; `-` is standard input.
  ///   - options: the options.
  ///   - sink: takes the bytes, chunk by chunk.
  /// - Returns: the result.
  /// - Throws: `WorkspaceError`, or an error of the sink.
  public static func convert(
    _ input: String, options: ConversionOptions = ConversionOptions(),
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ConversionReport {
    var reading = options.reading
    reading.keepsIncomplete = true
    reading.destination = options.format
    return try WorkspaceError.carryingOurs {
      let reader =
        if let moses = options.moses {
          try FileReader(moses: input, moses, options: reading)
        } else { try FileReader(path: input, options: reading) }
      return try write(reader, options, to: sink)
    }
  }

  /// Converts a file to two files whose lines translate each other, whole or not at all.
  ///
  /// - Parameters:
  ///   - input: the file to read; `-` is standard input.
  ///   - source: the file in the source language; an existing file is replaced.
  ///   - target: the file with the translations; an existing file is replaced.
  ///   - options: the options; the format is not asked for.
  /// - Returns: the result.
  /// - Throws: `WorkspaceError`.
  public static func convert(
    _ input: String, toMoses source: String, _ target: String,
    options: ConversionOptions = ConversionOptions()
  ) throws(WorkspaceError) -> ConversionReport {
    try WorkspaceError.carrying {
      for file in [source, target] { try StoreGuard.checkReplacing(file) }
      var reading = options.reading
      reading.keepsIncomplete = true
      reading.destination = .moses
      let reader = try FileReader(path: input, options: reading)
      let files = try [AtomicFile(source), AtomicFile(target)]
      var report = ConversionReport(detected: reader.detected, format: .moses)
      var lines = MosesLines(pair: options.writing.pair)
      func write(_ unit: TranslationUnit) throws {
        guard let (source, target) = lines.lines(of: unit) else { return }
        try files[0].write(source)
        try files[1].write(target)
      }
      try reader.read { event in
        switch event {
        case .unit(let unit, _): try write(unit)
        case .concept(let concept, _): try write(TranslationUnit(concept))
        case .header, .skipped, .refused, .warning: break
        }
        report.note(event)
      }
      for file in files { try file.commit() }
      (report.rows, report.losses) = (lines.written, lines.losses)
      return report
    }
  }

  private static func write(
    _ reader: FileReader, _ options: ConversionOptions, to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ConversionReport {
    guard let format = options.format else {
      throw WorkspaceError.usage(
        "the format to write is not known",
        remedy: .nameFormat(FormatRegistry.writable))
    }
    var run = ConversionRun(reader.detected, format, options.writing, to: sink)
    try reader.read { event in try run.take(event) }
    return try run.finish()
  }
}
