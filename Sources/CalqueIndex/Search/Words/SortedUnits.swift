/// Sorted lists of units.
enum SortedUnits {
  /// Keeps the units of a sorted list that another one holds.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - number: the unit of an element.
  ///   - places: the places of the other list.
  ///   - unit: the unit at a place; units ascend.
  /// - Complexity: O(kept · log(places / kept)): each step doubles from the place of the last one.
  @inline(__always)
  static func keep<Element>(
    _ list: inout [Element], _ number: (Element) -> UInt32, in places: Range<Int>,
    _ unit: (Int) -> UInt32
  ) {
    var place = places.lowerBound
    list.removeAll { element in
      let wanted = number(element)
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
