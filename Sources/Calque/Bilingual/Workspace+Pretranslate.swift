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
      let bilingual = try BilingualFile(path: file, pair: pair)
      let segments = bilingual.segments
      if pair == nil, segments.contains(where: { $0.pair == nil }) {
        throw WorkspaceError.usage("\(file) does not name its languages", remedy: .namePair)
      }
      var result = Pretranslation(file: file, format: bilingual.format.rawValue)
      result.segments = segments.count
      result.translated = segments.count { $0.isTranslated }
      var filler = SegmentFiller(self, options, bilingual)
      let texts = segments.map(\.source)
      result.bytes = try bilingual.filled { number, segment in
        var context = SegmentContext(at: number, of: texts)
        context.key = segment.id
        return try filler.filling(for: segment, in: context, &result)
      }
      return result
    }
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
      let result = try pretranslate(file, options: options)
      let written = try AtomicFile(output)
      try written.write(result.bytes)
      try written.commit()
      return result
    }
  }
}

/// Finds what to fill into a segment.
struct SegmentFiller {
  private let workspace: Workspace
  private let options: PretranslateOptions
  private let file: BilingualFile
  private var lookups: SegmentLookups

  /// The points that a match loses where a segment's inline codes are not those of the unit.
  private static let codesPenalty = 1

  init(_ workspace: Workspace, _ options: PretranslateOptions, _ file: BilingualFile) {
    self.workspace = workspace
    self.file = file
    self.options = options
    let lowest = min(options.proposalMinimum, options.minimum, MatchBand.minimum)
    lookups = SegmentLookups(
      workspace, options.analysis, minimum: max(1, lowest), limit: options.proposals + 1)
  }

  /// What to fill into a segment, counted in a result.
  mutating func filling(
    for segment: BilingualSegment, in context: SegmentContext, _ result: inout Pretranslation
  ) throws -> BilingualFilling? {
    guard let pair = segment.pair else { return nil }
    let answer = try lookups.answer(segment.source, pair, in: context)
    var matches = try answer.matches.map { try match($0, segment) }
    // The penalty for codes can change the order; equal scores stay in theirs.
    matches = matches.enumerated()
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    let isRepetition = result.bands.isRepetition(segment.source)
    result.bands.add(
      segment.source, to: isRepetition ? .repetition : MatchBand(score: matches.first?.score))
    let count = matches.count
    matches.removeAll { !file.holds($0.source + $0.target + ($0.codes ?? "")) }
    result.leftOut += count - matches.count
    var filling = BilingualFilling()
    if let best = matches.first, best.score >= options.minimum {
      filling.translation = best
      matches.removeFirst()
      result.filled += 1
    }
    filling.proposals = Array(
      matches.filter { $0.score >= options.proposalMinimum }.prefix(options.proposals))
    filling.terms = Self.terms(answer.terms).filter { term in
      file.holds(([term.source, term.glossary] + term.targets).joined())
    }
    result.proposed += filling.proposals.count
    result.terms += filling.terms.count
    return filling
  }

  private func match(
    _ match: MatchAnswer, _ segment: BilingualSegment
  ) throws -> BilingualFilling.Match {
    var (score, codes) = (match.score, String?.none)
    if let wanted = segment.codes {
      let variants = try workspace.unit(match.unit)?.unit.variants ?? []
      let source = variants.first { $0.text.hasSameBytes(as: match.source) }
      let target = variants.last { $0.text.hasSameBytes(as: match.target) }
      if source?.codes?.hasSameBytes(as: wanted) == true {
        codes = target?.codes
      } else {
        score = max(0, score - Self.codesPenalty)
      }
    }
    return BilingualFilling.Match(
      source: match.source, target: match.target, codes: codes, score: score,
      memory: match.memory)
  }

  private static func terms(_ answers: [TermAnswer]) -> [BilingualFilling.Term] {
    var met = Set<String>()
    return answers.compactMap { answer in
      let targets = answer.translations
        .filter { $0.status != .forbidden && $0.isInForce }.map(\.text)
      guard answer.isInForce, answer.score == 100, !targets.isEmpty,
        met.insert(answer.term).inserted
      else { return nil }
      return BilingualFilling.Term(
        source: answer.term, targets: targets, glossary: answer.glossary)
    }
  }
}
