import CalqueFormats
public import CalqueModel
import CalqueSystem

/// The options of filling a file from the memories.
public struct PretranslateOptions: Sendable {
  /// The lowest score of a match that is filled in, from 1 to 102.
  public var minimum = 100
  /// The lowest score of a match that is proposed beside.
  public var proposalMinimum = 70
  /// The most matches to propose for a segment.
  public var proposals = 3
  /// The languages, the memories and the glossaries.
  public var analysis = AnalysisOptions()

  /// Creates options; a value that is left out is taken from the file and the store.
  public init(minimum: Int = 100, pair: LanguagePair? = nil) {
    self.minimum = minimum
    analysis.pair = pair
  }
}

/// The result of filling a file.
public struct Pretranslation: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The file's format.
  public let format: String
  /// The number of segments.
  public internal(set) var segments = 0
  /// The number of segments that had a translation.
  public internal(set) var translated = 0
  /// The number of segments that were filled in.
  public internal(set) var filled = 0
  /// The number of matches that were proposed.
  public internal(set) var proposed = 0
  /// The number of matches that were left out, because the file's encoding lacks a character.
  public internal(set) var leftOut = 0
  /// The number of glossary terms that were listed.
  public internal(set) var terms = 0
  /// The segments without translation, by the score of their best match.
  public internal(set) var bands = BandAnalysis()
  /// How a file that names no languages was read, if not as the store's pair says; nil otherwise.
  public internal(set) var warning: String?
  /// The bytes of the new file.
  public internal(set) var bytes: [UInt8] = []

  /// The counts as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("file", file)
      json.member("format", format)
      json.member("segments", segments)
      json.member("translated", translated)
      json.member("filled", filled)
      json.member("proposed", proposed)
      json.member("terms", terms)
      json.member("leftOut", leftOut)
      bands.write(to: &json)
    }
    return json.text
  }
}

extension Workspace {
  /// Fills the empty translations of an XLIFF, SDLXLIFF or PO file from the memories.
  ///
  /// A match of at least the minimum becomes the translation, with a state that says so and never
  /// that it is approved. Other matches and the glossaries' terms are added where the format has a
  /// place for them. Every other byte stays as it is.
  ///
  ///     let result = try workspace.pretranslate("job.sdlxliff")
  ///     print(result.filled, "of", result.segments)
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - options: the options.
  /// - Returns: the counts, and the new file's bytes.
  /// - Throws: `WorkspaceError` of the kind `file` if the file is broken or of another format.
  public func pretranslate(
    _ file: String, options: PretranslateOptions = PretranslateOptions()
  ) throws(WorkspaceError) -> Pretranslation {
    try WorkspaceError.carrying {
      let pair = try options.analysis.pair ?? configuration.pair ?? onlyPair()
      var filler = SegmentFiller(self, options)
      var bilingual = try BilingualFile(path: file, pair: pair) { filler.knows($0, better: $1) }
      var said: String?
      if options.analysis.pair == nil, !bilingual.namesLanguages, let pair {
        let direction = try direction(of: bilingual, file, pair)
        if direction != pair {
          said = DirectionOfTexts.said(direction)
          bilingual = try BilingualFile(path: file, pair: direction) {
            filler.knows($0, better: $1)
          }
        }
      }
      if let failure = filler.failure { throw failure }
      let segments = bilingual.segments
      if pair == nil, segments.contains(where: { $0.pair == nil }) {
        throw WorkspaceError.usage("\(file) does not name its languages", remedy: .namePair)
      }
      for found in Set(segments.compactMap(\.pair)) {
        _ = try found.checked(against: options.analysis.pair, of: file)
      }
      var result = Pretranslation(file: file, format: bilingual.format.rawValue)
      result.warning = said
      result.segments = segments.count
      result.translated = segments.count { $0.isTranslated }
      let contexts = SegmentContext.contexts(of: segments.map(\.source))
      result.bytes = try bilingual.filled { number, segment in
        var context = contexts[number]
        context.key = segment.id
        return try filler.filling(for: segment, of: bilingual, in: context, &result)
      }
      return result
    }
  }

  /// The direction of the texts of a file that names no languages.
  ///
  /// - Throws: `FormatError` if the texts do not tell.
  private func direction(
    of bilingual: BilingualFile, _ file: String, _ pair: LanguagePair
  ) throws -> LanguagePair {
    var question = DirectionOfTexts(pair)
    question.begin()
    for segment in bilingual.segments { question.take(segment.source, nil) }
    guard bilingual.segments.contains(where: { !isBlank($0.source) }) else { return pair }
    guard let direction = question.direction else { throw DirectionOfTexts.doubt(about: file) }
    return direction
  }

  /// Fills a file and writes the result, whole or not at all; the file itself may be replaced.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - output: the file to write.
  ///   - options: the options.
  /// - Returns: the counts, and the new file's bytes.
  /// - Throws: `WorkspaceError`.
  public func pretranslate(
    _ file: String, toFile output: String, options: PretranslateOptions = PretranslateOptions()
  ) throws(WorkspaceError) -> Pretranslation {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(output)
      try OutputName.check(output)
      let result = try pretranslate(file, options: options)
      let written = try AtomicFile(output)
      try written.write(result.bytes)
      try written.commit()
      return result
    }
  }
}
