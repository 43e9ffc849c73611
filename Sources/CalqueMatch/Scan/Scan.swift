package import CalqueText

/// The reference scan, which compares every text of a memory with the query.
///
/// The scan is slow and obvious on purpose. A text is passed over only if its weight is less than
/// `minimum` % of the query's weight, or the query's of the text's. For a short query, the same
/// must be true of the folded lengths. The index must give the same answers in the same order.
package struct Scan: Sendable {
  private var lexicon: Lexicon
  private var scanner = TextScanner()
  private var segments: [Entry] = []
  private var forms: [UInt32] = []
  /// The number of texts that hold each class.
  private var holding: [Int] = []
  private var edit = EditDistance()

  private struct Entry: Sendable {
    let segment: MemorySegment
    let forms: Range<Int>
    let total: Int
    let foldedLength: Int
  }

  /// An empty memory in a language.
  package init(language: Language) {
    lexicon = Lexicon(stemmer: language.stemmer)
  }

  /// The number of texts that can match: those with at least one token.
  package var count: Int { segments.count }

  /// Adds a text.
  package mutating func add(_ segment: MemorySegment) {
    scanner.scan(segment.text, breaks: segment.breaks)
    if scanner.tokens.isEmpty { return }
    let start = forms.count
    var total = 0
    var seen = Set<UInt32>()
    for span in scanner.tokens {
      let form = lexicon.enter(span.kind, plain: scanner.text.plain(span))
      forms.append(form)
      let number = lexicon.formClasses[Int(form)]
      total += Int(lexicon.classWeights[Int(number)]) * 100
      seen.insert(number)
    }
    if holding.count < lexicon.classCount {
      holding += [Int](repeating: 0, count: lexicon.classCount - holding.count)
    }
    for number in seen { holding[Int(number)] += 1 }
    var folded = [UInt32]()
    scanner.text.foldTrimmed(into: &folded)
    segments.append(
      Entry(
        segment: segment, forms: start..<forms.count, total: total, foldedLength: folded.count))
  }

  /// A query, read by the rules of the memory's language.
  mutating func comparedQuery(_ text: String) -> ComparedText {
    ComparedText(text, stemmer: lexicon.stemmer, using: &scanner)
  }

  /// The classes of a query's tokens, in the memory's numbers.
  mutating func classes(of query: ComparedText) -> [UInt32] { row(of: query).classes }

  /// Calls `body` with every text and the classes of its tokens.
  func forEachText(_ body: (MemorySegment, [UInt32]) -> Void) {
    for entry in segments {
      body(entry.segment, forms[entry.forms].map { lexicon.formClasses[Int($0)] })
    }
  }

  /// The best matches of a query, best first.
  ///
  /// - Complexity: O(texts · tokens²).
  package mutating func matches(
    _ text: String, breaks: [Int] = [], _ request: MatchRequest
  ) -> [RankedSegment] {
    var found = [RankedSegment]()
    visit(text, breaks, request) { found.append($0) }
    found.sort { $0.precedes($1) }
    return Array(found.prefix(max(0, request.limit)))
  }

  /// Calls `body` with every match, in the order in which the texts were added.
  private mutating func visit(
    _ text: String, _ breaks: [Int], _ request: MatchRequest, _ body: (RankedSegment) -> Void
  ) {
    let query = ComparedText(
      text, breaks: breaks, stemmer: lexicon.stemmer, using: &scanner)
    let row = self.row(of: query)
    guard row.total > 0 else { return }
    let isShort = ShortQuery.isShort(
      scalars: query.normalized.count, tokens: query.tokens.count)
    let classes = Set(row.classes)
    let minimum = request.minimumPoints
    var stored = TokenRow()
    for entry in segments {
      let segment = entry.segment
      guard let penalty = request.penalty(memory: segment.resource, status: segment.status)
      else { continue }
      let (lesser, larger) = (min(row.total, entry.total), max(row.total, entry.total))
      let isNear = 100 * lesser >= minimum * larger
      let (shorter, longer) = (
        min(query.folded.count, entry.foldedLength), max(query.folded.count, entry.foldedLength)
      )
      guard isNear || isShort && 100 * shorter >= minimum * longer else { continue }
      fill(&stored, entry.forms)
      guard let score = score(query, row, isShort, segment, stored) else { continue }
      let points = max(0, score.points - penalty)
      if points < minimum { continue }
      let missing = classes.subtracting(stored.classes).reduce(0) { sum, number in
        sum + weight(of: number, in: row)
          * Rarity.factor(
            holding: Int(number) < holding.count ? holding[Int(number)] : 0, of: segments.count)
      }
      body(
        RankedSegment(
          variant: segment.variant, unit: segment.unit, resource: segment.resource,
          status: segment.status, changed: segment.changed, score: score, points: points,
          missing: missing))
    }
  }

  private mutating func score(
    _ query: ComparedText, _ row: TokenRow, _ isShort: Bool, _ segment: MemorySegment,
    _ stored: TokenRow
  ) -> Score? {
    let weight = max(row.total, stored.total)
    var foldedForms: [UInt32: [UInt32]] = [:]
    guard
      let distance = edit.distance(
        row, stored, limit: .max,
        within: { i, j in
          let token = query.tokens[i]
          let folded = foldedForms[stored.forms[j]] ?? lexicon.folded(Int(stored.forms[j]))
          foldedForms[stored.forms[j]] = folded
          return SubstitutionCost.cost(
            token.kind, weight: token.weight, folded: token.folded, folded: folded)
        })
    else { return nil }
    var points = Score.base(distance: distance, weight: weight)
    if isShort || distance == 0 {
      let other = ComparedText(
        segment.text, breaks: segment.breaks, stemmer: lexicon.stemmer, using: &scanner)
      if isShort, query.folded != other.folded {
        let longer = max(query.folded.count, other.folded.count)
        let distance = Levenshtein.distance(query.folded, other.folded)
        points = max(points, Score.short(distance: distance, longer: longer))
      }
      if query.normalized == other.normalized {
        return Score(points: 100, distance: distance, weight: weight)
      }
    }
    return Score(points: min(99, points), distance: distance, weight: weight)
  }

  /// The query's tokens in the memory's numbers; new forms and classes are entered in the lexicon.
  private mutating func row(of query: ComparedText) -> TokenRow {
    var row = TokenRow()
    for token in query.tokens {
      let form = lexicon.enter(token.kind, plain: token.plain)
      row.append(
        form: form, class: lexicon.formClasses[Int(form)], weight: UInt32(token.weight))
    }
    return row
  }

  private func weight(of number: UInt32, in row: TokenRow) -> Int {
    row.classes.firstIndex(of: number).map { Int(row.weights[$0]) } ?? 0
  }

  private func fill(_ row: inout TokenRow, _ range: Range<Int>) {
    row.removeAll()
    for form in forms[range] {
      let number = lexicon.formClasses[Int(form)]
      row.append(
        form: form, class: number, weight: UInt32(lexicon.classWeights[Int(number)]) * 100)
    }
  }
}
