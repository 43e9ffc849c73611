import CalqueInput

/// The formats, a line each.
public enum FormatRegistry {
  /// Every format that is read, written, or known and refused.
  ///
  /// Of two formats that are equally sure of a file the first has it; so has the first of two that
  /// share a suffix.
  public static let all: [FormatDescription] = [
    .tmx, .tsv, .csv, .glossary, .omegat, .jsonl,
    .tbx, .multiTerm, .xliff, .qt, .android, .html, .xml, .po, .zip,
  ]

  /// What a format is; nil where the registry does not know the format.
  public static func description(of format: FileFormat) -> FormatDescription? {
    all.first { $0.format == format }
  }

  /// The surest of some formats that a file is its own.
  ///
  /// - Parameters:
  ///   - head: the file's beginning and name.
  ///   - formats: the formats to ask.
  /// - Returns: nil where none is sure at all.
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
