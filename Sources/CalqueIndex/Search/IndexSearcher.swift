package import CalqueMatch
package import CalqueModel
package import CalqueText

/// Answers queries from an index: the same matches in the same order as the scan.
///
/// `CandidateSearch` finds the units that may reach the minimum, in portions; for short queries,
/// `CharacterSearch` does too. Edit distances are computed for each portion, best bound first,
/// until no bound can precede the last of the matches wanted. Each match raises the bar for the
/// next portion. One thread uses a searcher; several searchers may share the parts.
package struct IndexSearcher {
  let parts: [LivePart]
  /// The phrase indexes of the parts; empty until fragments are looked for.
  var phrases: [PhraseIndex] = []
  /// Whether many queries will follow.
  private(set) var expectsMany = false
  private let stemmer: Stemmer
  private let longText: (Int64) throws -> SegmentText?
  var scanner = TextScanner()
  var lexicon: QueryLexicon
  var query = IndexedQuery()
  /// The query in the numbers of each part.
  private var prepared: [PartQuery]
  private var searches: [CandidateSearch]
  private var characters = CharacterSearch()
  private var edit = EditDistance()
  private var stored = TokenRow()
  private let folding = FormFolding()
  /// The numbers of postings, records and units that the last query looked at.
  package private(set) var counts = LookupCounts()

  /// A searcher over parts.
  ///
  /// - Parameters:
  ///   - parts: the parts; no text is live in two of them.
  ///   - language: the language of the parts.
  ///   - longText: reads a text by its number in the store, for short queries that reach texts
  ///     whose folded form the index does not keep.
  package init(
    _ parts: [LivePart], language: Language,
    longText: @escaping (Int64) throws -> SegmentText?
  ) {
    self.parts = parts
    self.longText = longText
    stemmer = language.stemmer
    lexicon = QueryLexicon(parts.map(\.part), stemmer: language.stemmer)
    prepared = parts.map { _ in PartQuery() }
    searches = parts.map { _ in CandidateSearch() }
  }

  /// Brings the records into memory: some milliseconds, worth their price for many queries.
  package mutating func expectMany() {
    expectsMany = true
    for live in parts {
      live.part.expectManyReads()
      live.part.bringIn(.records)
    }
  }

  /// The best matches of a query, best first.
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - breaks: places at which words end although the query does not show it.
  ///   - request: the requirements.
  /// - Returns: the matches.
  /// - Throws: `IndexError.damaged` if a table of the index is damaged; the errors of `longText`.
  package mutating func matches(
    _ text: String, breaks: [Int] = [], _ request: MatchRequest
  ) throws -> [RankedSegment] {
    counts = LookupCounts()
    query.read(text, breaks: breaks, &scanner, &lexicon)
    guard query.total > 0, request.limit > 0, !request.memories.isEmpty else { return [] }
    let minimum = request.minimumPoints + request.minimumPenalty
    if minimum > 100 { return [] }
    var top = TopMatches(limit: request.limit)
    for (place, live) in parts.enumerated() {
      prepared[place].read(query, lexicon, live.part, place: place)
    }
    var rarity = QueryRarity()
    for place in parts.indices {
      // One copy for the loop: an element of a property is copied at each call.
      let partQuery = prepared[place]
      searches[place].begin(parts[place].part, partQuery)
      while try searches[place].findNext(
        parts[place], partQuery, total: query.total, top.cutoff(minimum, request),
        counts: &counts)
      {
        try judge(place, text, request, &rarity, &top)
      }
      searches[place].end()
      guard query.isShort else { continue }
      try findByCharacters(place, partQuery, top.minimumPoints(minimum, request), request, top)
      try judge(place, text, request, &rarity, &top)
      searches[place].end()
    }
    return top.sorted()
  }

  /// Makes candidates of the units that a short query reaches by characters, except those that the
  /// tokens found with at least as high a score.
  private mutating func findByCharacters(
    _ place: Int, _ partQuery: borrowing PartQuery, _ minimum: Int, _ request: MatchRequest,
    _ top: borrowing TopMatches
  ) throws {
    let live = parts[place]
    var folded = [UInt32]()
    scanner.text.foldTrimmed(into: &folded)
    var found = [(unit: UInt32, score: Int)]()
    var best = BestPoints(limit: request.limit)
    let minimumPenalty = request.minimumPenalty
    var reader: TextScanner?
    var read = [UInt32]()
    try characters.search(
      live, folded: folded, minimum: minimum, counts: &counts,
      longText: { variant in
        guard let text = try longText(variant) else { return nil }
        if reader == nil { reader = TextScanner() }
        reader?.scan(text.text, breaks: text.breaks)
        reader?.text.foldTrimmed(into: &read)
        return read
      },
      { unit, score in
        let (memory, status) = (
          live.part.resource(Int(unit)), live.part.status(Int(unit))
        )
        guard let penalty = request.penalty(memory: memory, status: status) else { return 0 }
        found.append((unit, score))
        best.add(score - penalty)
        return best.last.map { $0 + minimumPenalty } ?? 0
      })
    for (unit, score) in found
    where !top.holds(live.part.variant(Int(unit)), points: score) {
      try searches[place].add(
        live, partQuery, unit: unit, characters: score, total: query.total, counts: &counts)
    }
  }

  /// Computes the distances of a part's candidates, best bound first, and offers the matches.
  private mutating func judge(
    _ place: Int, _ text: String, _ request: MatchRequest, _ rarity: inout QueryRarity,
    _ top: inout TopMatches
  ) throws {
    let part = parts[place].part
    let candidates = searches[place].candidates
    if candidates.isEmpty { return }
    var order = [(bound: Int, penalty: Int, number: Int)]()
    order.reserveCapacity(candidates.count)
    for (number, candidate) in candidates.enumerated() {
      let unit = Int(candidate.unit)
      guard
        let penalty = request.penalty(
          memory: part.resource(unit), status: part.status(unit))
      else { continue }
      let bound = candidate.bound - penalty
      if bound >= request.minimumPoints { order.append((bound, penalty, number)) }
    }
    order.sort { a, b in
      if a.bound != b.bound { return a.bound > b.bound }
      let (x, y) = (candidates[a.number], candidates[b.number])
      // Of equal bounds, the smaller share of the weight first.
      return x.share < y.share
    }
    for (bound, penalty, number) in order {
      let candidate = candidates[number]
      var wanted = request.minimumPoints + penalty
      if let last = top.last {
        if bound < last.points { break }
        if bound == last.points, candidate.share > last.score.share { continue }
        wanted = max(wanted, last.points + penalty)
      }
      try offer(candidate, place, text, wanted, penalty, request, &rarity, &top)
    }
  }

  /// Computes a candidate's distance up to the limit that matters, and offers the match if any.
  private mutating func offer(
    _ candidate: Candidate, _ place: Int, _ text: String, _ wanted: Int, _ penalty: Int,
    _ request: MatchRequest, _ rarity: inout QueryRarity, _ top: inout TopMatches
  ) throws(IndexError) {
    let part = parts[place].part
    let unit = Int(candidate.unit)
    part.fill(&stored, unit: unit)
    let weight = candidate.weight
    let limit =
      candidate.characters >= wanted ? Int.max : Score.limit(points: wanted, weight: weight)
    counts.distances += 1
    guard let distance = distance(place, limit: limit) else { return }
    var points = max(Score.base(distance: distance, weight: weight), candidate.characters)
    let isEqual =
      distance == 0 && part.hash(unit) == TextEquality.hash(of: scanner.text, text: text)
    points = isEqual ? 100 : min(99, points)
    let reported = max(0, points - penalty)
    if reported < request.minimumPoints { return }
    let number = part.number(unit)
    top.offer(
      RankedSegment(
        variant: part.variant(unit), unit: number.unit, resource: part.resource(unit),
        status: part.status(unit), changed: number.change,
        score: Score(points: points, distance: distance, weight: weight), points: reported,
        missing: rarity.missing(query, lexicon, prepared, parts, place, stored)))
  }

  /// The distance of the query to the stored row; nil if it is above the limit.
  private mutating func distance(_ place: Int, limit: Int) -> Int? {
    let (part, forms, weights, row) = (
      parts[place].part, query.forms, query.weights, stored
    )
    return edit.distance(prepared[place].row, row, limit: limit) { i, j in
      let kind = lexicon.kind(forms[i])
      guard case .word = kind else {
        return SubstitutionCost.cost(kind, weight: Int(weights[i]) * 100, folded: [], folded: [])
      }
      return SubstitutionCost.cost(
        kind, weight: Int(weights[i]) * 100,
        folded: lexicon.folded(forms[i], &scanner.text.properties),
        folded: folding.folded(row.forms[j], in: part))
    }
  }
}

/// Folds stored forms when a distance needs them, with one table of scalar properties.
private final class FormFolding {
  private var properties = ScalarProperties()

  func folded(_ form: UInt32, in part: IndexPart) -> [UInt32] {
    let plain = String(decoding: part.formName(form).dropFirst(), as: UTF8.self)
    return FoldedText.fold(word: plain.unicodeScalars.map(\.value), &properties)
  }
}

extension IndexPart {
  func resource(_ unit: Int) -> Int64 {
    Int64(firstResource) + Int64(value(.resources, unit))
  }

  func status(_ unit: Int) -> UnitStatus {
    UnitStatus(rawValue: firstStatus + Int(value(.statuses, unit))) ?? .draft
  }

  func hash(_ unit: Int) -> UInt64 { unsafe table(.hashes, of: UInt64.self)[unit] }

  /// The store's numbers of a unit and of the change that made its present state.
  func number(_ unit: Int) -> (unit: Int64, change: Int64) {
    (firstUnit + Int64(value(.units, unit)), firstChange + Int64(value(.changes, unit)))
  }

  /// Reads a unit's tokens into a row, without tokens whose form a damaged part does not have.
  func fill(_ row: inout TokenRow, unit: Int) {
    row.removeAll()
    let formClasses = unsafe table(.formClasses, of: UInt32.self)
    let weights = unsafe table(.classWeights, of: UInt16.self)
    let records = unsafe table(.records, of: UInt32.self)
    let tokens = unsafe tokens
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    for place in start..<max(start, min(end, tokenCount)) {
      let form = unsafe tokens[place]
      guard Int(form) < formCount else { continue }
      let number = unsafe formClasses[Int(form)]
      let weight = Int(number) < classCount ? unsafe UInt32(weights[Int(number)]) * 100 : 0
      row.append(form: form, class: number, weight: weight)
    }
  }

}
