public import CalqueMatch

/// The matches and terms of one segment.
public struct LookupAnswer: Sendable {
  /// The segment, as it was passed to the lookup.
  public internal(set) var query: String
  /// The place of the segment in its document; nil for a segment without one.
  public internal(set) var place: DocumentSegment.Place?
  /// The matches, best first.
  public internal(set) var matches: [MatchAnswer]
  /// The match that would be the next; nil without explanations, or if there is none.
  public internal(set) var next: MatchAnswer?
  /// The glossaries' terms in the segment, by place; for a short segment, also terms that it
  /// resembles.
  public internal(set) var terms: [TermAnswer] = []
  /// The answers to the sentences of a text that matches nothing as a whole; empty if the text
  /// matches, or is one sentence.
  public internal(set) var sentences: [SentenceAnswer] = []
  /// The parts of the text that stand in the memory, rarest first; nil unless they were asked for.
  public internal(set) var fragments: [FragmentAnswer]?
  /// The duration of the search for fragments, in microseconds; nil if it was not measured.
  var fragmentMicroseconds: Double?
  /// The score of the best match below the minimum; nil if it was not looked for, or if there is
  /// none.
  public internal(set) var closest: Int?
  /// The duration of the lookup; nil if it was not measured.
  public internal(set) var timing: Timing?

  /// The durations of a lookup.
  public struct Timing: Sendable {
    /// The time from the query's text to the ranked ids and scores, in microseconds.
    public let microseconds: Double
    /// The time including the reading of texts and the recognition of terms, in microseconds.
    public internal(set) var total: Double
    /// The numbers of entries of the index that were read; nil if the memory was scanned.
    public let counts: LookupCounts?
  }

  /// Whether explanations were requested.
  var isExplained = false

  /// The matches of one sentence of a text.
  public struct SentenceAnswer: Sendable {
    /// The sentence, in UTF-8 bytes of the text.
    public let range: Range<Int>
    /// The sentence's text.
    public let text: String
    /// The matches of the sentence, best first; their differences count from the sentence's start.
    public let matches: [MatchAnswer]
  }

  /// Whether the answer has neither matches nor terms.
  public var isEmpty: Bool {
    matches.isEmpty && terms.isEmpty && fragments?.isEmpty != false
      && sentences.allSatisfy(\.matches.isEmpty)
  }

  init(query: String, matches: [MatchAnswer]) {
    self.query = query
    self.matches = matches
  }
}
