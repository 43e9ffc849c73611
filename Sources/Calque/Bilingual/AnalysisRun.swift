import CalqueFormats
import CalqueModel

/// The analysis of one file.
struct AnalysisRun {
  private static let mostWarnings = 100
  private let workspace: Workspace
  private let file: String
  private let options: AnalysisOptions
  private let reader: FileReader
  private var lookups: SegmentLookups
  private let direction: DirectionOfTexts
  private var bands = BandAnalysis()
  private var first: LanguagePair?
  private var waiting: Segment?
  private var refused = 0
  private var warnings: [FormatWarning] = []

  /// A segment whose neighbour is not known yet.
  private struct Segment {
    let text: String
    /// The text of the trans-unit that the file cuts into segments.
    let whole: String?
    let pair: LanguagePair
    var context: SegmentContext
  }

  init(_ workspace: Workspace, _ file: String, _ options: AnalysisOptions) throws {
    self.workspace = workspace
    self.file = file
    self.options = options
    let fallback = try workspace.configuration.pair ?? workspace.onlyPair()
    var reading = FormatOptions(
      pair: options.pair, kind: .memory, keepGoing: options.keepsGoing, keepsIncomplete: true,
      fallbackPair: fallback)
    reading.destination = .jsonl
    reading.cutsSegments = true
    reader = try FileReader(path: file, options: reading)
    lookups = SegmentLookups(workspace, options, minimum: MatchBand.minimum, limit: 1)
    direction = DirectionOfTexts(options.pair == nil ? fallback : nil)
  }

  mutating func carryOut() throws -> FileAnalysis {
    var direction = direction
    try direction.read(reader, of: file) { event in try take(event) }
    try count(before: nil)
    return FileAnalysis(
      file: file, format: reader.detected.format.rawValue, pair: first, bands: bands,
      refused: refused, warnings: warnings)
  }

  private mutating func take(_ event: FileEvent) throws {
    switch event {
    case .unit(let unit, _): try count(unit)
    case .refused(let message, let place):
      refused += 1
      let warning = FormatWarning(line: place.line, column: place.column, message: message)
      if warnings.count < Self.mostWarnings { warnings.append(warning) }
    case .warning(let warning) where warning.line == 0: warnings.append(warning)
    default: break
    }
  }

  /// Notes a unit, and counts the one before, whose neighbours are known by now.
  private mutating func count(_ unit: TranslationUnit) throws {
    guard let source = unit.variants.first, !isBlank(source.text) else { return }
    let pair = try pair(of: unit)
    if first == nil { first = pair }
    try count(before: source.text)
    waiting = Segment(
      text: source.text, whole: unit.meta.attributes.first { $0.name == Meta.whole }?.value,
      pair: pair, context: SegmentContext(previous: waiting?.text, key: unit.externalID))
  }

  /// Counts the segment that waits.
  private mutating func count(before next: String?) throws {
    guard var segment = waiting else { return }
    segment.context.next = next
    if bands.isRepetition(segment.text) { return bands.add(segment.text, to: .repetition) }
    var score = try lookups.score(segment.text, segment.pair, in: segment.context)
    // A memory that has the whole trans-unit translates each of its segments.
    if score ?? 0 < 100, let whole = segment.whole {
      let best = try lookups.score(whole, segment.pair, in: SegmentContext())
      if best ?? 0 >= 100 { score = best }
    }
    bands.add(segment.text, to: MatchBand(score: score))
  }

  /// The languages of a unit, source first: its own, else the file's, else those that were chosen.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if they contradict the pair that was asked for.
  private func pair(of unit: TranslationUnit) throws -> LanguagePair {
    let source = unit.variants[0].language
    let others = unit.variants.dropFirst().map(\.language) + reader.detected.languages
    let asked = options.pair
    let named = others.first { tag in
      tag.primary != source.primary && asked.map { tag.fit(asked: $0.target) != nil } ?? true
    }
    let found = named ?? others.first { $0.primary != source.primary }
    if let found {
      return try LanguagePair(source: source, target: found).checked(against: asked, of: file)
    }
    let chosen = try workspace.pair(named: asked)
    if asked != nil {
      return try LanguagePair(source: source, target: chosen.target)
        .checked(against: asked, of: file)
    }
    return chosen.source.fit(asked: source) == nil && chosen.target.fit(asked: source) != nil
      ? chosen.reversed : chosen
  }
}

extension LanguagePair {
  /// The languages that a file names, unless they contradict those that were asked for.
  ///
  /// - Parameters:
  ///   - asked: the languages that were asked for; nil for none.
  ///   - file: the file, for the error.
  /// - Returns: the languages.
  /// - Throws: `WorkspaceError` of the kind `request` if the languages are others, or the other way
  ///   round.
  func checked(against asked: LanguagePair?, of file: String) throws -> LanguagePair {
    guard let asked,
      source.fit(asked: asked.source) == nil || target.fit(asked: asked.target) == nil
    else { return self }
    throw WorkspaceError.usage(
      "\(file) is in \(self), not in \(asked)", remedy: .choosePair([self]))
  }
}
