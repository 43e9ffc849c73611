import CalqueFormats
import CalqueModel

/// Finds what to fill into a segment.
struct SegmentFiller {
  private let workspace: Workspace
  private let options: PretranslateOptions
  private var lookups: SegmentLookups
  /// The error that ended the first of the questions that cannot throw; nil if none did.
  private(set) var failure: (any Error)?

  /// The points that a match loses where a segment's inline codes are not those of the unit.
  private static let codesPenalty = 1
  /// The number of matches among which the one of the segment's own key is looked for.
  private static let most = 10

  init(_ workspace: Workspace, _ options: PretranslateOptions) {
    self.workspace = workspace
    self.options = options
    let lowest = min(options.proposalMinimum, options.minimum, MatchBand.minimum)
    lookups = SegmentLookups(
      workspace, options.analysis, minimum: max(1, lowest),
      limit: max(Self.most, options.proposals + 1))
  }

  /// Whether the memory translates a whole trans-unit, and not each of its segments.
  mutating func knows(_ whole: BilingualSegment, better parts: [BilingualSegment]) -> Bool {
    knows(whole) && !parts.allSatisfy { knows($0) }
  }

  private mutating func knows(_ segment: BilingualSegment) -> Bool {
    guard let pair = segment.pair, failure == nil else { return false }
    do {
      let answer = try lookups.answer(segment.source, pair, in: SegmentContext())
      guard let best = try found(answer.matches, segment, isCatalogue: false).first else {
        return false
      }
      return best.score >= options.minimum && (best.codes != nil || !segment.needsMarks)
    } catch {
      failure = error
      return false
    }
  }

  /// What to fill into a segment, counted in a result.
  mutating func filling(
    for segment: BilingualSegment, of file: BilingualFile, in context: SegmentContext,
    _ result: inout Pretranslation
  ) throws -> BilingualFilling? {
    guard let pair = segment.pair else { return nil }
    let answer = try lookups.answer(segment.source, pair, in: context)
    var matches = try found(answer.matches, segment, isCatalogue: file.format == .po)
    let isRepetition = result.bands.isRepetition(segment.source)
    result.bands.add(
      segment.source, to: isRepetition ? .repetition : MatchBand(score: matches.first?.score))
    let count = matches.count
    matches.removeAll { !file.holds($0.source + $0.target + ($0.codes ?? "")) }
    result.leftOut += count - matches.count
    var filling = BilingualFilling()
    if let best = matches.first, best.score >= options.minimum {
      filling.translation = best.fitted(to: segment)
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

  /// The matches, best first; of equal scores first those of the segment's own key.
  ///
  /// The penalty for codes can change the order; else equal scores stay in theirs. In a catalogue,
  /// an equal text in another context is another message, whatever stands around it.
  private func found(
    _ answers: [MatchAnswer], _ segment: BilingualSegment, isCatalogue: Bool
  ) throws -> [BilingualFilling.Match] {
    let most = isCatalogue ? 100 : 102
    let isTied = answers.count { min($0.score, most) == min(answers[0].score, most) } > 1
    let isNeeded = isTied || segment.codes != nil || !segment.marks.isEmpty
    return
      try answers.enumerated()
      .map { number, answer in
        let unit = isNeeded ? try workspace.unit(answer.unit)?.unit : nil
        let match = match(answer, unit, segment)
        let isOwn = isTied && unit?.externalID.hasSameBytes(as: segment.id) == true
        return (match, rank: (-min(match.score, most), isOwn ? 0 : 1, -match.score, number))
      }
      .sorted { $0.rank < $1.rank }.map(\.0)
  }

  private func match(
    _ match: MatchAnswer, _ unit: TranslationUnit?, _ segment: BilingualSegment
  ) -> BilingualFilling.Match {
    var (score, codes) = (match.score, String?.none)
    if let unit {
      let source = unit.variants.first { $0.text.hasSameBytes(as: match.source) }
      let target = unit.variants.last { $0.text.hasSameBytes(as: match.target) }
      if source?.codes.hasSameBytes(as: segment.codes) == true {
        let isWanted = segment.codes != nil || target?.codes.map(segment.hasMarks) == true
        codes = isWanted ? target?.codes : nil
      } else if segment.codes != nil {
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

extension BilingualFilling.Match {
  /// The match as the translation of a segment: with the white space at the segment's ends.
  fileprivate func fitted(to segment: BilingualSegment) -> BilingualFilling.Match {
    BilingualFilling.Match(
      source: source, target: OuterSpace(of: segment.source).around(target),
      codes: codes.map { OuterSpace(of: segment.codes ?? segment.source).around($0) },
      score: score, memory: memory)
  }
}
