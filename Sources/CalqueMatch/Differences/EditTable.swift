import CalqueText

/// The table of all cheapest edit scripts of two token rows, from which the best one is read.
///
/// R. A. Wagner, M. J. Fischer, "The String-to-String Correction Problem", JACM 21 (1974), with the
/// costs of the score (see `EditDistance`). Every cell has two values: one of the best script whose
/// last step keeps a token, and one of the best script whose last step is a change. So the runs of
/// changes can be counted (O. Gotoh, "An Improved Algorithm for Matching Biological Sequences",
/// Journal of Molecular Biology 162, 1982, counts gaps in the same way).
///
/// Among scripts of equal cost, the burden decides: the number of runs of changes, each at `run`,
/// less the weight of the tokens that are kept. If the burden is equal too, an exchange comes
/// before an insertion, and an insertion before a deletion, seen from the end of the texts.
///
/// - Complexity: O(m · n) time and memory for m and n tokens, at one byte a cell.
struct EditTable {
  /// The maximum number of cells: a comparison of longer texts would take longer than a blink.
  static let limit = 4_000_000
  /// The weight that a run of changes counts for, in hundredths.
  ///
  /// A word that both texts have divides two runs; a comma alone does not.
  static let run = 900

  /// The cost of a script up to a cell, and the burden: a larger burden reads worse.
  struct Value: Comparable {
    var cost: Int
    var burden: Int

    static let none = Value(cost: .max / 4, burden: 0)
    static let zero = Value(cost: 0, burden: 0)

    static func < (a: Value, b: Value) -> Bool {
      a.cost != b.cost ? a.cost < b.cost : a.burden < b.burden
    }
  }

  /// The last steps of the best scripts up to a cell, as bits.
  private struct Origin {
    /// The best script that keeps the cell's tokens kept the tokens before them.
    static let keepAfterKeep: UInt8 = 1
    /// The best script with a change here kept the tokens before.
    static let changeAfterKeep: UInt8 = 2
    /// The change exchanges the cell's tokens.
    static let exchange: UInt8 = 4
    /// The change inserts the match's token; a change without this bit and `exchange` is a
    /// deletion.
    static let insert: UInt8 = 8
  }

  private let query: ComparedText
  private let match: ComparedText
  private let first: (query: Int, match: Int)
  private let rows: PairLexicon
  private var origins: [UInt8]
  private var endsWithKeep = false
  private let width: Int

  /// Fills the table for the rest of two texts; nil if the table would be too large.
  init?(
    _ query: ComparedText, _ match: ComparedText, _ rest: (query: Range<Int>, stored: Range<Int>)
  ) {
    let (n, m) = (rest.query.count, rest.stored.count)
    guard n == 0 || m <= Self.limit / n else { return nil }
    (self.query, self.match) = (query, match)
    first = (rest.query.lowerBound, rest.stored.lowerBound)
    rows = PairLexicon(query.tokens[rest.query], match.tokens[rest.stored])
    width = m + 1
    origins = [UInt8](repeating: 0, count: (n + 1) * width)
    fill()
  }

  // MARK: Filling

  private mutating func fill() {
    var kept = [Value](repeating: .none, count: width)
    var changed = kept
    kept[0] = .zero
    for j in 1..<width { insert(0, j, &kept, &changed) }
    for i in 1..<(rows.query.count + 1) {
      var (diagonalKept, diagonalChanged) = (kept[0], changed[0])
      var origin: UInt8 = 0
      changed[0] = Self.entered(kept[0], changed[0], Self.weight(rows.query, i), &origin)
      kept[0] = .none
      origins[i * width] = origin
      for j in 1..<width {
        let (aboveKept, aboveChanged) = (kept[j], changed[j])
        kept[j] = .none
        changed[j] = .none
        origins[i * width + j] = 0
        if rows.query.forms[i - 1] == rows.stored.forms[j - 1] {
          keep(i, j, diagonalKept, diagonalChanged, &kept)
        } else {
          change(
            i, j, diagonalKept, diagonalChanged, cost: exchange(i, j), Origin.exchange, &changed)
        }
        change(
          i, j, kept[j - 1], changed[j - 1], cost: Self.weight(rows.stored, j), Origin.insert,
          &changed)
        change(
          i, j, aboveKept, aboveChanged, cost: Self.weight(rows.query, i), 0, &changed)
        (diagonalKept, diagonalChanged) = (aboveKept, aboveChanged)
      }
    }
    endsWithKeep = kept[width - 1] <= changed[width - 1]
  }

  private mutating func insert(
    _ i: Int, _ j: Int, _ kept: inout [Value], _ changed: inout [Value]
  ) {
    var origin = Origin.insert
    changed[j] = Self.entered(
      kept[j - 1], changed[j - 1], Self.weight(rows.stored, j), &origin)
    origins[i * width + j] = origin
  }

  /// Extends the best script before a cell by keeping the cell's tokens.
  private mutating func keep(
    _ i: Int, _ j: Int, _ afterKept: Value, _ afterChanged: Value, _ kept: inout [Value]
  ) {
    let isAfterKeep = afterKept <= afterChanged
    var value = isAfterKeep ? afterKept : afterChanged
    value.burden -= Self.weight(rows.query, i)
    kept[j] = value
    if isAfterKeep { origins[i * width + j] |= Origin.keepAfterKeep }
  }

  /// Extends the best script before a cell by a change, if no better change of the cell is known.
  private mutating func change(
    _ i: Int, _ j: Int, _ afterKept: Value, _ afterChanged: Value, cost: Int, _ kind: UInt8,
    _ changed: inout [Value]
  ) {
    var origin = kind
    let value = Self.entered(afterKept, afterChanged, cost, &origin)
    guard value < changed[j] else { return }
    changed[j] = value
    origins[i * width + j] = origins[i * width + j] & Origin.keepAfterKeep | origin
  }

  /// The value of the better of two scripts with a change at its end.
  ///
  /// After a token that was kept, the change opens a run.
  private static func entered(
    _ afterKept: Value, _ afterChanged: Value, _ cost: Int, _ origin: inout UInt8
  ) -> Value {
    var value = afterKept
    value.burden += run
    if value < afterChanged {
      origin |= Origin.changeAfterKeep
    } else {
      value = afterChanged
    }
    value.cost += cost
    return value
  }

  private static func weight(_ row: TokenRow, _ place: Int) -> Int { Int(row.weights[place - 1]) }

  /// The cost of exchanging two tokens whose forms differ.
  private func exchange(_ i: Int, _ j: Int) -> Int {
    guard rows.query.classes[i - 1] == rows.stored.classes[j - 1] else {
      return max(Self.weight(rows.query, i), Self.weight(rows.stored, j))
    }
    let (a, b) = (query.tokens[first.query + i - 1], match.tokens[first.match + j - 1])
    return Int(
      SubstitutionCost.cost(a.kind, weight: a.weight, folded: a.folded, folded: b.folded))
  }

  // MARK: Reading

  /// The steps of the best script, in the order of the texts.
  func steps() -> [EditScript.Step] {
    var steps = [EditScript.Step]()
    var (i, j, isKept) = (rows.query.count, rows.stored.count, endsWithKeep)
    while i > 0 || j > 0 {
      let origin = origins[i * width + j]
      let (query, match) = (first.query + i - 1, first.match + j - 1)
      if isKept {
        steps.append(EditScript.Step(kind: .keep, query: query, match: match, cost: 0))
        (i, j, isKept) = (i - 1, j - 1, origin & Origin.keepAfterKeep != 0)
        continue
      }
      if origin & Origin.exchange != 0 {
        steps.append(
          EditScript.Step(kind: .exchange, query: query, match: match, cost: exchange(i, j)))
        (i, j) = (i - 1, j - 1)
      } else if origin & Origin.insert != 0 {
        steps.append(
          EditScript.Step(
            kind: .insert, query: nil, match: match, cost: Self.weight(rows.stored, j)))
        j -= 1
      } else {
        steps.append(
          EditScript.Step(
            kind: .delete, query: query, match: nil, cost: Self.weight(rows.query, i)))
        i -= 1
      }
      isKept = origin & Origin.changeAfterKeep != 0
    }
    return steps.reversed()
  }
}
