internal import CalqueMatch
internal import CalqueModel
package import CalqueStore
import CalqueSystem
internal import CalqueText

/// Lookups in one store and one pair of languages.
///
/// A `PairSearch` finds the best pairs of source and target. The lookup makes matches of the pairs:
/// with differences, flags, penalties and, on request, an explanation. The glossaries' terms are
/// recognised beside them.
public final class Lookup {
  /// The options of the lookups.
  public let options: LookupOptions
  private var search: PairSearch
  private let language: Language
  private var scanner = TextScanner()
  private var recognition: TermRecognition
  private lazy var sentences = SentenceLookup(language)

  /// Prepares lookups.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - options: the options.
  ///   - shared: keeps the terms of glossaries for other lookups of the same store.
  /// - Throws: `StoreError` if a named glossary does not exist; `WorkspaceError` if the minimum is
  ///   no score.
  package init(
    store: Store, options: LookupOptions, shared: SharedTerms = SharedTerms()
  ) throws {
    guard (1...102).contains(options.minimum) else {
      throw WorkspaceError.usage(
        "the minimum score is a number from 1 to 102, not \(options.minimum)")
    }
    self.options = options
    language = Language(options.pair.source)
    search = PairSearch(store, options: options)
    // A segment has no date, so titles must be in force today.
    guard let today = PartialDate(Instant.now.day) else {
      throw WorkspaceError.usage("the system's clock tells no date")
    }
    var terms = TermRecognition.Options(pair: options.pair, date: today)
    terms.glossaries = options.glossaries
    terms.firstGlossaries = options.firstGlossaries
    recognition = try TermRecognition(store: store, options: terms, shared: shared)
  }

  /// The reason, for people, why the index did not answer the last question as it was; nil if it
  /// did.
  public var notice: String? { search.finder.notice }

  /// Announces many questions: a hundred are answered sooner, a single one later.
  ///
  /// The parts of the index that many questions touch are brought into memory at once, in some
  /// milliseconds for a million units. A second call has no effect.
  public func expectMany() {
    search.finder.expectMany()
    recognition.expectMany()
  }

  /// The maximum number of repetitions of a question because the store changed meanwhile.
  private static let maximumRepetitions = 3

  /// The matches and the terms of one segment, all of them from one state of the store.
  ///
  /// Segments are ranked first and their units read afterwards. If another process changes the
  /// store in between, the question is asked again. After some repetitions, the last answer is
  /// returned. Every match is scored again from the stored text, so a flipped bit in an index file
  /// cannot produce a wrong score.
  ///
  /// - Parameters:
  ///   - query: the segment.
  ///   - context: what stands around the segment; equal texts in the same context score 101 or 102.
  /// - Returns: the answer.
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func answer(
    _ query: String, in context: SegmentContext = SegmentContext()
  ) throws(WorkspaceError) -> LookupAnswer {
    try WorkspaceError.carrying { try wholeAnswer(query, context) }
  }

  private func wholeAnswer(_ query: String, _ context: SegmentContext) throws -> LookupAnswer {
    if options.limit < 1 { return try withoutMatches(query) }
    return try fromOneState {
      var answer = try answerOnce(query, context)
      if answer.matches.isEmpty { answer.sentences = try sentenceAnswers(query, context) }
      let clock = ContinuousClock()
      if options.seeksFragments {
        let start = clock.now
        answer.fragments = try search.fragments(query) {
          if options.isTimed { answer.fragmentMicroseconds = (clock.now - start).microseconds }
        }
      }
      let start = clock.now
      answer.terms = try recognition.answers(
        toQuery: query, minimum: options.minimum, at: search.finder.generation)
      answer.timing?.total += (clock.now - start).microseconds
      return answer
    }
  }

  /// The matches of one segment, best first, all of them from one state of the store.
  ///
  ///     let matches = try lookup.matches("La France accueillera le sommet.")
  ///
  /// - Parameters:
  ///   - query: the segment.
  ///   - context: what stands around the segment; equal texts in the same context score 101 or 102.
  /// - Returns: the matches.
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func matches(
    _ query: String, in context: SegmentContext = SegmentContext()
  ) throws(WorkspaceError) -> [MatchAnswer] {
    if options.limit < 1 { return [] }
    return try WorkspaceError.carrying {
      try fromOneState { try answerOnce(query, context).matches }
    }
  }

  /// The glossaries' terms in one segment, by place, the longest first at each place.
  ///
  ///     let terms = try lookup.terms("La France accueillera le sommet.")
  ///
  /// For a short segment, the terms that the segment resembles follow.
  ///
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func terms(_ query: String) throws(WorkspaceError) -> [TermAnswer] {
    try WorkspaceError.carrying {
      try recognition.answers(toQuery: query, minimum: options.minimum)
    }
  }

  /// Repeats a question while the store changes, and after an index that contradicts the store.
  private func fromOneState<Answer>(_ ask: () throws -> Answer) throws -> Answer {
    var (repetitions, rebuilds) = (0, 0)
    search.finder.begin()
    while true {
      search.isContradicted = false
      try search.prepare()
      let answer = try ask()
      if repetitions < Self.maximumRepetitions, try !search.finder.isCurrent() {
        repetitions += 1
      } else if search.isContradicted, search.finder.asksIndex, try search.finder.isCurrent() {
        try rebuilds == 0 ? search.finder.distrust() : search.finder.prepareScan()
        rebuilds += 1
      } else {
        return answer
      }
    }
  }

  /// The answer without terms: that of the whole text, or of a news story's lead alone if its
  /// dateline spoils the match.
  private func answerOnce(_ query: String, _ context: SegmentContext) throws -> LookupAnswer {
    let answer = try answerOnce(whole: query, context)
    let best = answer.matches.first?.score ?? 0
    guard best < 100, let start = Dateline.end(in: query) else { return answer }
    let lead = try answerOnce(
      whole: String(query[query.utf8.index(query.startIndex, offsetBy: start)...]), context)
    guard let first = lead.matches.first, first.score > best else { return answer }
    return lead.behind(start, of: query)
  }

  /// The answers to the sentences of a text that matches nothing as a whole.
  ///
  /// The sentences stand around each other, and between the neighbours of the text.
  private func sentenceAnswers(
    _ text: String, _ context: SegmentContext
  ) throws -> [LookupAnswer.SentenceAnswer] {
    guard SentenceLookup.mayHoldSeveral(text) else { return [] }
    let bytes = Array(text.utf8)
    let ranges = sentences.sentences(of: text)
    let texts = ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    var contexts = SegmentContext.contexts(of: texts)
    if let last = contexts.indices.last {
      contexts[0].previous = context.previous
      contexts[last].next = context.next
    }
    return try ranges.indices.map { place in
      let matches = try matches(
        try search.pairs(texts[place], in: contexts[place]), texts[place])
      return LookupAnswer.SentenceAnswer(
        range: ranges[place], text: texts[place], matches: matches)
    }
  }

  /// The answer to a text, without terms.
  private func answerOnce(
    whole query: String, _ context: SegmentContext
  ) throws -> LookupAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    var ranking: (time: ContinuousClock.Instant, counts: LookupCounts?) = (start, nil)
    let pairs = try search.pairs(query, in: context) { counts in ranking = (clock.now, counts) }
    var answer = LookupAnswer(query: query, matches: try matches(pairs, query))
    if options.isTimed {
      answer.timing = LookupAnswer.Timing(
        microseconds: (ranking.time - start).microseconds,
        total: (clock.now - start).microseconds, counts: ranking.counts)
    }
    if pairs.isEmpty, options.seeksClosest, !options.isExact {
      answer.closest = try search.closest(query)
      // The first question should have found a text with this score, so the index is wrong.
      if let closest = answer.closest, closest >= options.minimum { search.isContradicted = true }
    }
    if options.isExplained { try explain(&answer, pairs, context) }
    return answer
  }

  /// The answer if no matches are requested: the terms.
  private func withoutMatches(_ query: String) throws -> LookupAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    var answer = LookupAnswer(query: query, matches: [])
    answer.terms = try terms(query)
    answer.isExplained = options.isExplained
    if options.isTimed {
      answer.timing = LookupAnswer.Timing(
        microseconds: 0, total: (clock.now - start).microseconds, counts: nil)
    }
    return answer
  }

  /// The matches of some pairs.
  private func matches(_ pairs: [RankedPair], _ query: String) throws -> [MatchAnswer] {
    if pairs.isEmpty { return [] }
    let pairs = try pairs.map { try search.named($0) }
    let text = search.compared(query)
    var marked: MarkedText?
    return pairs.map { match($0, text, &marked) }
  }

  /// The match of a pair; the first pair whose source is not the query itself has the query marked.
  private func match(
    _ pair: RankedPair, _ query: ComparedText, _ marked: inout MarkedText?
  ) -> MatchAnswer {
    let segment = pair.segment
    let penalties = [
      ("memory", search.request.memories[segment.resource] ?? 0),
      ("status", search.request.statusPenalties[segment.status] ?? 0),
      ("region", pair.regionPenalty), ("aligned", pair.alignedPenalty),
    ]
    let isQuery = pair.sourceBreaks.isEmpty && pair.source.hasSameBytes(as: query.text)
    let compared =
      isQuery
      ? query
      : pair.comparedSource
        ?? ComparedText(
          pair.source, breaks: pair.sourceBreaks, stemmer: language.stemmer, using: &scanner)
    let script = EditScript(query, compared)
    if search.finder.asksIndex, script.score(limit: segment.score.distance) != segment.score {
      search.isContradicted = true
    }
    var flags = [MatchFlag]()
    if !isQuery {
      let ofQuery = marked ?? MarkedText(query, language)
      marked = ofQuery
      flags = MatchFlag.between(
        ofQuery, and: MarkedText(compared, language), score: segment.score)
    }
    return MatchAnswer(
      score: segment.points,
      kind: segment.score.points < 100 ? .fuzzy : pair.context.isEmpty ? .exact : .context,
      source: pair.source, target: pair.adapted?.text ?? pair.target,
      original: pair.adapted == nil ? nil : pair.target, unit: pair.unit.id,
      memory: pair.unit.memory,
      memories: pair.memories, status: segment.status,
      penalties: penalties.filter { $0.1 > 0 }.map { MatchAnswer.Penalty(name: $0, points: $1) },
      flags: flags.of(pair.adapted) + (pair.unit.isDoubtful ? [.doubtful] : []),
      context: pair.context, changed: pair.unit.changed, aligned: pair.unit.aligned,
      differences: script.differences,
      explanation: options.isExplained ? Explanation(script, ranked: segment) : nil)
  }

  /// Explains why each match ranks below the previous one, and which match would be the next.
  private func explain(
    _ answer: inout LookupAnswer, _ pairs: [RankedPair], _ context: SegmentContext
  ) throws {
    answer.isExplained = true
    for place in pairs.indices.dropFirst() {
      answer.matches[place].explanation?.lost =
        pairs[place].segment.criterion(below: pairs[place - 1].segment)
    }
    if options.isExact { return }
    if let next = try search.pairs(answer.query, in: context, count: pairs.count + 1)
      .dropFirst(pairs.count).first
    {
      answer.next = try matches([next], answer.query).first
      answer.next?.explanation?.lost = pairs.last.flatMap {
        next.segment.criterion(below: $0.segment)
      }
    } else if let next = try search.below(answer.query, count: pairs.count + 1).last {
      answer.next = try matches([next], answer.query).first
      answer.next?.explanation?.lost = .minimum
    }
  }
}
