/// The units of a part that hold a class, in their order.
struct ClassUnits {
  private let part: IndexPart
  private let layout: PostingLayout
  private let places: Range<Int>

  /// The units of a class.
  ///
  /// - Throws: `IndexError.damaged` if the class's postings are not inside their section.
  init(
    _ number: UInt32, of part: IndexPart, _ layout: PostingLayout
  ) throws(IndexError) {
    let starts = unsafe part.table(.classPostings, of: UInt32.self)
    guard Int(number) < part.classCount else { throw part.torn(.classPostings) }
    let (start, end) = unsafe (Int(starts[Int(number)]), Int(starts[Int(number) + 1]))
    guard start <= end, end <= part.postingCount else { throw part.torn(.classPostings) }
    (self.part, self.layout, places) = (part, layout, start..<end)
  }

  /// The number of units.
  var count: Int { places.count }

  /// The units.
  var units: [UInt32] { units(0..<count) }

  /// The units of a range of the list.
  func units(_ range: Range<Int>) -> [UInt32] {
    let list = unsafe PostingList(part, layout)
    let (mask, bound) = (layout.unitMask, UInt32(part.count))
    let start = places.lowerBound
    return (start + range.lowerBound..<start + range.upperBound).compactMap { place in
      let unit = unsafe UInt32(truncatingIfNeeded: list.posting(place) & mask)
      return unit < bound ? unit : nil
    }
  }

  /// Adds the units to a set of the part's units.
  ///
  /// - Complexity: O(units).
  func insert(into set: inout NumberSet) {
    let list = unsafe PostingList(part, layout)
    let (mask, bound) = (layout.unitMask, part.count)
    for place in places {
      let unit = unsafe Int(truncatingIfNeeded: list.posting(place) & mask)
      if unit < bound { set.insert(unit) }
    }
  }

  /// Keeps the units of a sorted list that hold the class.
  ///
  /// - Complexity: O(kept · log(units / kept)): each step doubles from the place of the last one.
  func intersect(_ sorted: inout [UInt32]) { intersect(&sorted) { $0 } }

  /// Keeps the elements of a list, sorted by unit, whose units hold the class.
  ///
  /// - Complexity: O(kept · log(units / kept)).
  func intersect<Element>(_ sorted: inout [Element], _ number: (Element) -> UInt32) {
    let list = unsafe PostingList(part, layout)
    let mask = layout.unitMask
    SortedUnits.keep(&sorted, number, in: places) { place in
      unsafe UInt32(truncatingIfNeeded: list.posting(place) & mask)
    }
  }
}
