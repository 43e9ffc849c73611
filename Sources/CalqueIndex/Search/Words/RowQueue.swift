/// Rows of a part, the latest changed first.
///
/// A part's rows are in the order of their weights, and a search shows twenty of a hundred thousand.
/// So the rows are sorted a batch at a time, each four times the one before.
struct RowQueue {
  /// A row with its place among the rows of the part: the later changed, the larger.
  private struct Entry: Comparable {
    let key: UInt64
    let row: UInt32

    @inline(__always)
    static func < (a: Entry, b: Entry) -> Bool {
      a.key != b.key ? a.key < b.key : a.row < b.row
    }
  }

  private let live: LivePart
  private let rows: [UInt32]
  /// The rows that come next, the first of them at the end.
  private var batch: [Entry] = []
  /// The number of rows of the next batch, and the number that a batch never has.
  private var size = 128
  private let bound: Int
  /// The last row that was in a batch; nil if no row is left behind the batch.
  private var last: Entry?

  /// Rows of a part, of which those that are gone are passed over.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - live: the part.
  ///   - sortsAll: whether every row will be taken in its turn; if not, some rows are left
  ///     (`rest`) when sorting them costs more than looking at all of them.
  init(_ rows: [UInt32], of live: LivePart, sortsAll: Bool) {
    (self.rows, self.live) = (rows, live)
    bound = sortsAll ? .max : max(Self.always, rows.count / Self.shareOfSorted)
    fill(before: nil)
  }

  /// So many rows are sorted, and this part of more.
  private static let always = 2_000
  private static let shareOfSorted = 16

  /// The place among hits of the next row; nil if there are no more, or only such as are not sorted.
  var place: HitPlace? { batch.last.map { live.part.place(Int($0.row)) } }

  /// Takes the next row.
  mutating func next() -> Int? {
    guard let entry = batch.popLast() else { return nil }
    if batch.isEmpty, last != nil, size < bound { fill(before: entry) }
    return Int(entry.row)
  }

  /// Whether the rows that come next are not sorted.
  var hasRest: Bool { batch.isEmpty && last != nil }

  /// The rows that were not taken, in their order.
  var rest: [UInt32] {
    var rest = batch.map(\.row)
    if let last {
      live.part.forEachKey(of: rows) { key, row in
        if Entry(key: key, row: row) < last, !live.isGone(Int(row)) { rest.append(row) }
      }
    }
    return rest
  }

  /// Sorts the next batch.
  ///
  /// - Complexity: O(rows + size · log size).
  private mutating func fill(before bound: Entry?) {
    var least: Entry?
    var isCut = false
    live.part.forEachKey(of: rows) { key, row in
      let entry = Entry(key: key, row: row)
      if let bound, bound <= entry { return }
      if let least, entry < least { return }
      if live.isGone(Int(row)) { return }
      batch.append(entry)
      if batch.count == 2 * size {
        batch.sort()
        batch.removeFirst(size)
        least = batch[0]
        isCut = true
      }
    }
    batch.sort()
    if batch.count > size {
      batch.removeFirst(batch.count - size)
      isCut = true
    }
    last = isCut ? batch.first : nil
    size = min(size * 4, 1 << 32)
  }
}

extension IndexPart {
  /// The place of a unit among hits.
  @inline(__always)
  fileprivate func place(_ unit: Int) -> HitPlace {
    let number = number(unit)
    return HitPlace(changed: number.change, unit: number.unit)
  }

  /// Passes units, each with a number by which those of a part are in the order of `HitPlace`, the
  /// first the largest.
  @inline(__always)
  fileprivate func forEachKey(of units: [UInt32], _ body: (UInt64, UInt32) -> Void) {
    // The columns are found once, because a search passes a hundred thousand units.
    let changes = unsafe length(.changes) == 0 ? nil : table(.changes, of: UInt32.self)
    let numbers = unsafe length(.units) == 0 ? nil : table(.units, of: UInt32.self)
    for unit in units where Int(unit) < count {
      let change = unsafe changes.map { unsafe UInt64($0[Int(unit)]) } ?? 0
      let number = unsafe numbers.map { unsafe UInt64($0[Int(unit)]) } ?? 0
      body(change << 32 | number, unit)
    }
  }
}
