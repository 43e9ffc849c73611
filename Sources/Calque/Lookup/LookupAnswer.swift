public import CalqueMatch
internal import CalqueModel

/// What a memory and the glossaries say of one segment.
public struct LookupAnswer: Sendable {
  /// The segment that was asked for, as it came.
  public let query: String
  /// Its matches, best first.
  public internal(set) var matches: [MatchAnswer]
  /// The match that would have come next, where explanations were asked for and there is one.
  public internal(set) var next: MatchAnswer?
  /// The glossaries' terms in it, by place; for a short segment also those that it resembles.
  public internal(set) var terms: [TermAnswer] = []
  /// The score of the best match below the minimum; nil where it was not looked for, or is none.
  public internal(set) var closest: Int?
  /// How long it took, where that was asked for.
  public internal(set) var timing: Timing?

  /// How long an answer took.
  public struct Timing: Sendable {
    /// From the query's text to the ranked ids and scores, in microseconds.
    public let microseconds: Double
    /// The same with texts read and terms recognised, in microseconds.
    public internal(set) var total: Double
    /// What the index touched; nil where the memory was scanned.
    public let counts: LookupCounts?
  }

  /// Whether explanations were asked for.
  var isExplained = false

  /// Whether nothing was found, neither match nor term.
  public var isEmpty: Bool { matches.isEmpty && terms.isEmpty }

  init(query: String, matches: [MatchAnswer]) {
    self.query = query
    self.matches = matches
  }

  /// The answer as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("query", query)
      json.name("matches")
      json.array { json in for match in matches { match.write(to: &json) } }
      json.name("terms")
      json.array { json in for term in terms { term.write(to: &json) } }
      json.member("closest", closest)
      if isExplained {
        json.name("next")
        if let next { next.write(to: &json) } else { json.value(nil as String?) }
      }
      if let timing {
        json.member("microseconds", timing.microseconds, digits: 1)
        json.member("total_microseconds", timing.total, digits: 1)
        if let counts = timing.counts {
          json.name("counts")
          json.object { json in
            json.member("postings", counts.postings)
            json.member("records", counts.records)
            json.member("overlaps", counts.overlaps)
            json.member("distances", counts.distances)
          }
        }
      }
    }
    return json.text
  }
}
