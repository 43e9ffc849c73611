public import CalqueModel

/// The hits of a concordance search.
public struct SearchAnswer: Hashable, Sendable {
  /// The side of a unit on which the query occurs.
  public enum Side: String, CaseIterable, Sendable {
    /// The side of the pair's source language.
    case source
    /// The side of the pair's target language.
    case target

    /// The other side.
    public var other: Side { self == .source ? .target : .source }
  }

  /// A pair of texts of one unit, with the query on one side.
  public struct Hit: Hashable, Sendable {
    /// The unit's id.
    public let unit: UnitID
    /// The memory that holds the unit.
    public let memory: String
    /// The side that holds the query.
    public let side: Side
    /// The text in the source language.
    public let source: String
    /// The text in the target language.
    public let target: String
    /// The occurrences of the query, in UTF-8 bytes of that side's text.
    public let spans: [Range<Int>]
    /// The occurrences of the query on the other side, in UTF-8 bytes of the other text.
    public let otherSpans: [Range<Int>]
    /// What stands opposite the query on the other side, by the links of words, in UTF-8 bytes of the
    /// other text; empty if no rendering of the answer stands there.
    public internal(set) var counterparts: [Range<Int>] = []
    /// The tokens of each occurrence, by their places in the text; empty if they are not known.
    var tokens: [Range<Int>] = []
    /// The time of the unit's last change; nil if neither its file nor an edit states it.
    public let changed: Instant?
    /// The confidence of the alignment that made the unit, from 0 to 1; nil for other units.
    public internal(set) var aligned: Double?

    /// The text that holds the query.
    public var text: String { side == .source ? source : target }
    /// The text of the other side.
    public var otherText: String { side == .source ? target : source }
  }

  /// A term of a glossary that holds the query, with its translation.
  public struct Entry: Hashable, Sendable {
    /// The concept's id.
    public let concept: ConceptID
    /// The name of the glossary.
    public let glossary: String
    /// The side of the term that holds the query.
    public let side: Side
    /// The term in the source language.
    public let source: String
    /// The term in the target language.
    public let target: String
    /// The occurrences of the query, in UTF-8 bytes of that side's term.
    public let spans: [Range<Int>]
    /// The note on the concept; nil if there is none.
    public let note: String?
  }

  /// The query, as it was passed to the search.
  public var query: String
  /// The hits: those with the whole phrase first, then the newest.
  public internal(set) var hits: [Hit]
  /// The entries of the glossaries whose terms hold the query, the closest first.
  public internal(set) var entries: [Entry] = []
  /// Whether there are more hits than the limit.
  public internal(set) var isCut: Bool
  /// The texts that were not searched because the regular expression took too long; nil if none.
  public internal(set) var unsearched: Unsearched?

  /// What the other side says for the query, best first.
  ///
  /// A unit counts for each rendering that it may show, so the counts need not add up to `examined`.
  public internal(set) var renderings: [MemoryRendering] = []

  /// The number of units in which the renderings were counted, at most 200, all over the memories; nil
  /// if there are no renderings.
  public internal(set) var examined: Int?

  /// The number of these units in which nothing stands opposite the query, as far as the words tell; nil
  /// if there are no renderings.
  public internal(set) var unlinked: Int?

  /// The time from the query to its hits and renderings, in microseconds; nil if it was not measured.
  public internal(set) var microseconds: Double?

  /// The extent of a search whose regular expression took too long.
  public struct Unsearched: Hashable, Sendable {
    /// The number of texts that were searched.
    public let searched: Int
    /// The number of texts that were given up because each took too long.
    public let passedOver: Int
    /// Whether the search ended before it had read every text.
    public let isCut: Bool
  }

  init(query: String, hits: [Hit], isCut: Bool) {
    self.query = query
    self.hits = hits
    self.isCut = isCut
  }

  /// The answer with a number of hits at most.
  func cut(to limit: Int?) -> SearchAnswer {
    guard let limit, hits.count > limit else { return self }
    var answer = self
    answer.hits = Array(hits[..<limit])
    answer.isCut = true
    return answer
  }

  /// Whether nothing was found, in memories and glossaries.
  public var isEmpty: Bool { hits.isEmpty && entries.isEmpty }

  /// An answer without hits.
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
      json.array { json in for rendering in renderings { rendering.write(to: &json) } }
      json.member("examined", examined)
      json.member("unlinked", unlinked)
      json.name("entries")
      json.array { json in for entry in entries { entry.write(to: &json) } }
      if let microseconds { json.member("microseconds", microseconds, digits: 1) }
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
      json.write(spans: spans, as: "spans")
      json.write(spans: otherSpans, as: "other_spans")
      json.write(spans: counterparts, as: "counterparts")
      json.member("aligned", aligned, digits: 4)
    }
  }
}

extension SearchAnswer.Entry {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.member("concept", concept.description)
      json.member("glossary", glossary)
      json.member("side", side.rawValue)
      json.member("source", source)
      json.member("target", target)
      json.member("note", note)
      json.write(spans: spans, as: "spans")
    }
  }
}

extension JSONText {
  fileprivate mutating func write(spans: [Range<Int>], as name: StaticString) {
    self.name(name)
    array { json in
      for span in spans {
        json.object { json in
          json.member("start", span.lowerBound)
          json.member("end", span.upperBound)
        }
      }
    }
  }
}
