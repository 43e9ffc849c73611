public import CalqueModel

/// What a concordance search found.
public struct SearchAnswer: Hashable, Sendable {
  /// The side of a unit that the query occurs on.
  public enum Side: String, CaseIterable, Sendable {
    /// The language asked from.
    case source
    /// The language asked for.
    case target
  }

  /// One unit, as a pair of texts, that holds the query on one side.
  public struct Hit: Hashable, Sendable {
    /// The unit's id.
    public let unit: UnitID
    /// The memory it stands in.
    public let memory: String
    /// The side that holds the query.
    public let side: Side
    /// The text in the source language.
    public let source: String
    /// The text in the target language.
    public let target: String
    /// Where the query stands, in UTF-8 bytes of that side's text.
    public let spans: [Range<Int>]
    /// When the unit was last changed, where its file or an edit says.
    public let changed: Instant?

    /// The text that holds the query.
    public var text: String { side == .source ? source : target }
  }

  /// The query as it was asked.
  public var query: String
  /// What holds it, newest first.
  public let hits: [Hit]
  /// Whether there are more than the limit let through.
  public let isCut: Bool
  /// What was not searched because the regular expression took too long; nil where all was.
  public internal(set) var unsearched: Unsearched?

  /// How far a search came whose regular expression took too long.
  public struct Unsearched: Hashable, Sendable {
    /// How many texts were searched.
    public let searched: Int
    /// How many texts were given up, each of which took too long.
    public let passedOver: Int
    /// Whether the search ended before it had looked at every text.
    public let isCut: Bool
  }

  init(query: String, hits: [Hit], isCut: Bool) {
    self.query = query
    self.hits = hits
    self.isCut = isCut
  }

  /// The answer that nothing was found.
  public init(query: String) {
    self.init(query: query, hits: [], isCut: false)
  }
}

extension SearchAnswer {
  /// The answer as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("query", query)
      json.name("hits")
      json.array { json in for hit in hits { hit.write(to: &json) } }
      json.name("renderings")
      json.array { _ in }
    }
    return json.text
  }
}

extension SearchAnswer.Hit {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.member("unit", unit.description)
      json.member("memory", memory)
      json.member("side", side.rawValue)
      json.member("source", source)
      json.member("target", target)
      json.name("spans")
      json.array { json in
        for span in spans {
          json.object { json in
            json.member("start", span.lowerBound)
            json.member("end", span.upperBound)
          }
        }
      }
    }
  }
}
