public import CalqueFormats
public import CalqueModel

/// The options of the analysis of a file, and of filling it.
public struct AnalysisOptions: Sendable {
  /// The languages of a file that names none, source first.
  public var pair: LanguagePair?
  /// The only memories that take part; empty for all.
  public var memories: [ResourceChoice] = []
  /// The only glossaries that take part, by name; empty for all.
  public var glossaries: [String] = []
  /// Whether the sound parts of a broken file are counted.
  public var keepsGoing = false

  /// Creates options; a value that is left out is taken from the file and the store.
  public init(pair: LanguagePair? = nil) { self.pair = pair }
}

/// The analysis of a file.
public struct FileAnalysis: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The file's format.
  public let format: String
  /// The languages of the first segment, source first.
  public let pair: LanguagePair?
  /// The segments by the score of their best match.
  public let bands: BandAnalysis
  /// The number of broken parts that were passed over.
  public let refused: Int
  /// What was passed over, and how a file that names no languages was read.
  public let warnings: [FormatWarning]

  /// The analysis as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("file", file)
      json.member("format", format)
      json.member("pair", pair?.description)
      bands.write(to: &json)
    }
    return json.text
  }
}

extension Workspace {
  /// Counts how much of a bilingual file or a memory's file the store's memories know.
  ///
  /// A text that occurred before within the file is a repetition, whatever its match. Segments
  /// without text are passed over. The segments of the file are each other's context.
  ///
  /// - Parameters:
  ///   - file: the file; `-` is standard input.
  ///   - options: the options.
  /// - Returns: the number of segments, words and characters in each band of scores.
  /// - Throws: `WorkspaceError` of the kind `file` if the file is broken or holds no segments,
  ///   `request` if its languages are not known.
  public func analyse(
    _ file: String, options: AnalysisOptions = AnalysisOptions()
  ) throws(WorkspaceError) -> FileAnalysis {
    try WorkspaceError.carrying {
      var run = try AnalysisRun(self, file, options)
      return try run.carryOut()
    }
  }
}
