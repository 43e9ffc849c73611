package import CalqueMatch
internal import CalqueText

/// Finds the texts of one language that hold a query, by the posting lists of the query's words and
/// by the tokens in the index; no text is read.
///
/// The name of a form is all that a concordance needs of a token, so a text is judged as the text
/// itself would be.
package struct WordSearch: Sendable {
  /// A text: a row of a part.
  struct Row {
    let part: Int
    let unit: UInt32
  }

  private let parts: [LivePart]
  private var concordance: WordConcordance
  /// The rows of each part that hold a class of each word of the query.
  private let rows: [[UInt32]]
  /// The classes of each part that a word of the query may have; nil if any token may be an element.
  private let classes: [[UInt32]?]
  /// What is known of each part's forms.
  private var known: [[UInt32: TokenMask]]
  private var masks: [TokenMask] = []

  /// A search over the parts of an index; nil if the query has no whole word.
  ///
  /// - Throws: `IndexError.damaged` if a table of the index is damaged.
  /// - Complexity: O(units of the rarest word · log units), and O(n log n) for a word of several
  ///   classes.
  package init?(_ parts: [LivePart], _ concordance: WordConcordance) throws(IndexError) {
    let groups = concordance.classNames
    if groups.isEmpty { return nil }
    var rows: [[UInt32]] = []
    for live in parts { rows.append(try Self.rows(groups, in: live)) }
    (self.parts, self.concordance, self.rows) = (parts, concordance, rows)
    classes = parts.map { live in
      guard concordance.hasWordsOnly else { return nil }
      return groups.joined().compactMap { live.part.classNumber(named: $0) }
    }
    known = parts.map { _ in [:] }
  }

  /// The number of rows that may hold the query.
  var count: Int { rows.reduce(0) { $0 + $1.count } }

  /// Passes each row that may hold the query, with its place in the order of units.
  @inline(__always)
  func forEachRow(_ body: (HitPlace, Row) -> Void) {
    for (place, live) in parts.enumerated() {
      for unit in rows[place] where !live.isGone(Int(unit)) {
        let number = live.part.number(Int(unit))
        body(
          HitPlace(changed: number.change, unit: number.unit), Row(part: place, unit: unit))
      }
    }
  }

  /// The memory of a row.
  func memory(of row: Row) -> Int64 { parts[row.part].part.resource(Int(row.unit)) }

  /// How close a row is to the query; nil if it lacks a part of the query.
  mutating func closeness(of row: Row) -> WordConcordance.Closeness? {
    let part = parts[row.part].part
    masks.removeAll(keepingCapacity: true)
    part.forEachToken(ofUnit: Int(row.unit)) { form, number in
      if let classes = classes[row.part], !classes.contains(number) {
        masks.append(TokenMask())
        return
      }
      if let mask = known[row.part][form] {
        masks.append(mask)
        return
      }
      let mask = mask(ofFormNamed: part.formName(form))
      known[row.part][form] = mask
      masks.append(mask)
    }
    return concordance.closeness(of: masks)
  }

  /// Units from all over the memories that have the whole phrase, those in its spelling first.
  ///
  /// - Parameters:
  ///   - count: the maximum number of units.
  ///   - memories: the memories whose units count.
  /// - Returns: the units' numbers in the store.
  /// - Complexity: O(count) units are judged, whatever their number.
  package mutating func spread(_ count: Int, memories: Set<Int64>) -> [Int64] {
    let step = max(1, self.count / max(1, count * Self.judgedForOne))
    var (asked, others): ([Int64], [Int64]) = ([], [])
    for (place, live) in parts.enumerated() {
      for unit in stride(from: 0, to: rows[place].count, by: step).map({ rows[place][$0] })
      where !live.isGone(Int(unit)) {
        let row = Row(part: place, unit: unit)
        guard memories.contains(memory(of: row)) else { continue }
        switch closeness(of: row) {
        case .phrase: asked.append(live.part.number(Int(unit)).unit)
        case .forms: others.append(live.part.number(Int(unit)).unit)
        case .words, .scattered, nil: continue
        }
      }
    }
    // A unit with several texts has several rows, and one voice.
    let first = Array(Set(asked.spread(count)))
    return Array(Set(first + others.spread(count - first.count)))
  }

  /// The number of rows that are judged for each unit that is wanted.
  private static let judgedForOne = 8

  private mutating func mask(ofFormNamed name: [UInt8]) -> TokenMask {
    guard let first = name.first, let kind = TokenKind(rawValue: first) else { return TokenMask() }
    let plain = String(decoding: name.dropFirst(), as: UTF8.self).unicodeScalars.map(\.value)
    return concordance.mask(kind, plain: plain)
  }

  /// The rows that hold at least one class of each group, in their order.
  private static func rows(
    _ groups: [[[UInt8]]], in live: LivePart
  ) throws(IndexError) -> [UInt32] {
    let layout = live.part.postingLayout
    var lists = [[ClassUnits]]()
    for names in groups {
      var group = [ClassUnits]()
      for name in names {
        guard let number = live.part.classNumber(named: name) else { continue }
        group.append(try ClassUnits(number, of: live.part, layout))
      }
      if group.isEmpty { return [] }
      lists.append(group)
    }
    lists.sort { $0.reduce(0) { $0 + $1.count } < $1.reduce(0) { $0 + $1.count } }
    guard let first = lists.first else { return [] }
    var units = Self.union(first.map(\.units))
    for group in lists.dropFirst() {
      units = Self.union(
        group.map { list in
          var kept = units
          list.intersect(&kept)
          return kept
        })
    }
    return units
  }

  /// The units of all lists, sorted, each once.
  private static func union(_ lists: [[UInt32]]) -> [UInt32] {
    if lists.count == 1 { return lists[0] }
    var all = [UInt32]()
    for unit in lists.joined().sorted() where all.last != unit { all.append(unit) }
    return all
  }
}

extension [Int64] {
  /// Elements from all over the array, at most so many.
  fileprivate func spread(_ limit: Int) -> [Int64] {
    if count <= limit { return self }
    return (0..<Swift.max(0, limit)).map { self[$0 * count / limit] }
  }
}

extension IndexPart {
  /// Passes the form and the class of each token of a unit.
  @inline(__always)
  fileprivate func forEachToken(ofUnit unit: Int, _ body: (UInt32, UInt32) -> Void) {
    guard unit < count else { return }
    let formClasses = unsafe table(.formClasses, of: UInt32.self)
    let tokens = unsafe tokens
    for place in self.tokens(ofUnit: unit) {
      let form = unsafe tokens[place]
      if Int(form) < formCount { unsafe body(form, formClasses[Int(form)]) }
    }
  }
}
