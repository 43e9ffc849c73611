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
  var units: [UInt32] {
    let list = unsafe PostingList(part, layout)
    let (mask, bound) = (layout.unitMask, UInt32(part.count))
    return places.compactMap { place in
      let unit = unsafe UInt32(truncatingIfNeeded: list.posting(place) & mask)
      return unit < bound ? unit : nil
    }
  }

  /// Keeps the units of a sorted list that hold the class.
  ///
  /// - Complexity: O(kept · log(units / kept)): each step doubles from the place of the last one.
  func intersect(_ sorted: inout [UInt32]) {
    let list = unsafe PostingList(part, layout)
    let mask = layout.unitMask
    var place = places.lowerBound
    func unit(_ place: Int) -> UInt64 { unsafe list.posting(place) & mask }
    sorted.removeAll { wanted in
      let wanted = UInt64(wanted)
      var (low, step) = (place, 1)
      while low + step < places.upperBound, unit(low + step) < wanted {
        low += step
        step *= 2
      }
      var high = min(places.upperBound, low + step + 1)
      while low < high {
        let middle = (low + high) / 2
        if unit(middle) < wanted { low = middle + 1 } else { high = middle }
      }
      place = low
      return low >= places.upperBound || unit(low) != wanted
    }
  }
}
