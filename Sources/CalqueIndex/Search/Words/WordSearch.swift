package import CalqueMatch

/// Finds the texts of one language that hold a query, by the posting lists of the query's words and
/// by the tokens in the index; no text is read.
///
/// The name of a form is all that a concordance needs of a token, so a text is judged as the text
/// itself would be.
package struct WordSearch: Sendable {
  /// The searches in the parts of the index.
  private(set) var parts: [RowJudge] = []

  /// A search over the parts of an index; nil if the query has only signs.
  ///
  /// - Throws: `IndexError.damaged` if a table of the index is damaged.
  /// - Complexity: O(postings of the rarest word), at most O(postings of all words); O(forms) more if
  ///   the query has only beginnings of words.
  package init?(_ parts: [LivePart], _ concordance: WordConcordance) throws(IndexError) {
    if !concordance.hasWords { return nil }
    for live in parts { self.parts.append(try RowJudge(concordance, in: live)) }
  }

  /// Units from all over the memories that have the whole phrase, those in its spelling first.
  ///
  /// - Parameters:
  ///   - count: the maximum number of units.
  ///   - memories: the memories whose units count.
  /// - Returns: the units' numbers in the store.
  /// - Complexity: O(count) units are judged, whatever their number.
  package mutating func spread(_ count: Int, memories: Set<Int64>) -> [Int64] {
    let rows = parts.reduce(0) { $0 + $1.rows.count }
    let step = max(1, rows / max(1, count * Self.judgedForOne))
    var (asked, others): ([Int64], [Int64]) = ([], [])
    for place in parts.indices {
      let live = parts[place].live
      let rows = stride(from: 0, to: parts[place].rows.count, by: step)
        .map { parts[place].rows[$0] }
        .filter { !live.isGone(Int($0)) && memories.contains(live.part.resource(Int($0))) }
      parts[place].forEachCloseness(of: rows) { row, closeness in
        switch closeness {
        case .phrase: asked.append(live.part.number(Int(row)).unit)
        case .forms: others.append(live.part.number(Int(row)).unit)
        case .words, .scattered: break
        }
      }
    }
    // A unit with several texts has several rows, and one voice.
    let first = Array(Set(asked.spread(count)))
    return Array(Set(first + others.spread(count - first.count)))
  }

  /// The number of rows that are judged for each unit that is wanted.
  private static let judgedForOne = 8
}

extension [Int64] {
  /// Elements from all over the array, at most so many.
  fileprivate func spread(_ limit: Int) -> [Int64] {
    if count <= limit { return self }
    return (0..<Swift.max(0, limit)).map { self[$0 * count / limit] }
  }
}
