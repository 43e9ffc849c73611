internal import CalqueText

/// Collects the short texts of a part that is being built.
struct ShortTextsBuilder: Sendable {
  private(set) var units: [UInt32] = []
  private(set) var lengths: [UInt8] = []
  /// The two words of each signature.
  private(set) var low: [UInt64] = []
  private(set) var high: [UInt64] = []
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []

  mutating func add(unit: UInt32, folded: [UInt32]) {
    units.append(unit)
    lengths.append(UInt8(folded.count))
    let signature = ShortTexts.signature(folded)
    low.append(signature.0)
    high.append(signature.1)
    if folded.count <= ShortTexts.longestKept {
      for scalar in folded { UTF8Bytes.append(scalar, to: &bytes) }
    }
    ends.append(UInt32(bytes.count))
  }

  /// The folded form of a kept text, in UTF-8.
  func text(_ place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }

  /// The places in the order in which they are written: by length, then by the units' new numbers.
  ///
  /// - Complexity: O(units): a counting sort.
  func order(_ newNumbers: [UInt32]) -> [Int] {
    // Visited in the order of the units' new numbers, the texts of each length come in that order.
    var placeOfUnit = [UInt32](repeating: .max, count: newNumbers.count)
    for (place, unit) in units.enumerated() {
      placeOfUnit[Int(newNumbers[Int(unit)])] = UInt32(place)
    }
    var next = [Int](repeating: 0, count: ShortTexts.longest + 2)
    for length in lengths { next[Int(length) + 1] += 1 }
    for length in 1..<next.count { next[length] += next[length - 1] }
    var order = [Int](repeating: 0, count: units.count)
    for place in placeOfUnit where place != .max {
      let length = Int(lengths[Int(place)])
      order[next[length]] = Int(place)
      next[length] += 1
    }
    return order
  }
}
