import CalqueInput

/// The list of formats.
public enum FormatRegistry {
  /// Every format that is read, written, or recognised and refused.
  ///
  /// If two formats are equally sure of a file, the first one in the list gets the file. If two
  /// formats share a suffix, a new file with the suffix is written in the first one.
  public static let all: [FormatDescription] = [
    .tmx, .tsv, .csv, .xlsx, .glossary, .omegat, .utx, .tbx, .multiTerm, .jsonl,
    .xliff, .sdlxliff, .mqxliff, .po, .qt, .moses, .android, .html, .xml, .zip,
  ]

  /// The names of the formats of one file that are read.
  static var readable: [String] { all.filter { $0.makeReader != nil }.map(\.format.rawValue) }

  /// The names of the formats that are written as one file.
  public static var writable: [String] {
    all.filter { $0.makeWriter != nil }.map(\.format.rawValue)
  }

  /// The description of a format; nil if the registry does not hold the format.
  public static func description(of format: FileFormat) -> FormatDescription? {
    all.first { $0.format == format }
  }

  /// The format that is surest that a file is its own; of equally sure formats, the first.
  ///
  /// - Parameters:
  ///   - head: the file's beginning and name.
  ///   - formats: the formats to ask.
  /// - Returns: nil if no format recognises the file.
  static func detect(
    _ head: FileHead, among formats: [FormatDescription] = all
  ) -> FormatDescription? {
    var best: (format: FormatDescription, confidence: Confidence)?
    for format in formats {
      guard let confidence = format.recognises(head) else { continue }
      if let best, best.confidence >= confidence { continue }
      best = (format, confidence)
    }
    return best?.format
  }
}
