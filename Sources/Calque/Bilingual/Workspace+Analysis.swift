import CalqueFormats
public import CalqueModel

/// The options of the analysis of a file, and of filling it.
public struct AnalysisOptions: Sendable {
  /// The languages of a file that names none, source first.
  public var pair: LanguagePair?
  /// The only memories that take part; empty for all.
  public var memories: [ResourceChoice] = []
  /// The only glossaries that take part, by name; empty for all.
  public var glossaries: [String] = []

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
      var reading = FormatOptions(
        pair: options.pair, kind: .memory, keepsIncomplete: true,
        fallbackPair: try configuration.pair ?? onlyPair())
      reading.destination = .jsonl
      let reader = try FileReader(path: file, options: reading)
      var lookups = SegmentLookups(self, options, minimum: MatchBand.minimum, limit: 1)
      var bands = BandAnalysis()
      var first: LanguagePair?
      var waiting: (text: String, pair: LanguagePair, context: SegmentContext)?
      func count(before next: String?) throws {
        guard var segment = waiting else { return }
        segment.context.next = next
        if bands.isRepetition(segment.text) { return bands.add(segment.text, to: .repetition) }
        let score = try lookups.score(segment.text, segment.pair, in: segment.context)
        bands.add(segment.text, to: MatchBand(score: score))
      }
      try reader.read { event in
        guard case .unit(let unit, _) = event, let source = unit.variants.first,
          !isBlank(source.text)
        else { return }
        let pair = try pair(of: unit, reader.detected.languages, options)
        if first == nil { first = pair }
        try count(before: source.text)
        waiting = (
          source.text, pair, SegmentContext(previous: waiting?.text, key: unit.externalID)
        )
      }
      try count(before: nil)
      return FileAnalysis(
        file: file, format: reader.detected.format.rawValue, pair: first, bands: bands)
    }
  }

  /// The languages of a unit, source first: its own, else the file's, else those that were chosen.
  private func pair(
    of unit: TranslationUnit, _ languages: [LanguageTag], _ options: AnalysisOptions
  ) throws -> LanguagePair {
    let source = unit.variants[0].language
    let named = (unit.variants.dropFirst().map(\.language) + languages)
      .first { $0.primary != source.primary }
    if let named { return LanguagePair(source: source, target: named) }
    let chosen = try pair(named: options.pair)
    return chosen.source.fit(asked: source) == nil && chosen.target.fit(asked: source) != nil
      ? chosen.reversed : chosen
  }
}
