internal import CalqueSystem
internal import CalqueText

/// Collects the short texts of a part that is being built.
struct ShortTextsBuilder: Sendable {
  /// The units of the texts, in ascending order.
  private(set) var units = LongColumn<UInt32>()
  private(set) var lengths = LongColumn<UInt8>()
  /// The two words of each signature.
  private(set) var low = LongColumn<UInt64>()
  private(set) var high = LongColumn<UInt64>()
  private var ends = LongColumn<UInt32>()
  private var bytes = LongColumn<UInt8>()
  private var end: UInt32 = 0
  private var text: [UInt8] = []

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - unit: the unit of the text, which is later than that of every text before.
  ///   - folded: holds the folded form of the text.
  ///   - range: the place of the folded form.
  ///   - file: the file of the builder.
  /// - Throws: `IndexError.unreadable` if the file cannot be written; `IndexError.tooLarge` if all
  ///   texts that are kept take more than 2³² bytes.
  mutating func add(
    unit: UInt32, folded: [UInt32], _ range: Range<Int>, _ file: ScratchFile?
  ) throws(IndexError) {
    let folded = folded.span.extracting(range)
    try units.append(unit, file)
    try lengths.append(UInt8(folded.count), file)
    let signature = ShortTexts.signature(folded)
    try low.append(signature.0, file)
    try high.append(signature.1, file)
    if folded.count <= ShortTexts.longestKept {
      text.removeAll(keepingCapacity: true)
      for place in folded.indices { UTF8Bytes.append(folded[place], to: &text) }
      try bytes.append(contentsOf: text, file)
      let (sum, isTooLarge) = end.addingReportingOverflow(UInt32(text.count))
      if isTooLarge { throw .tooLarge(what: "its short texts take more than 2³² bytes") }
      end = sum
    }
    try ends.append(end, file)
  }

  /// The folded forms of the texts that are kept, in UTF-8.
  struct Texts {
    fileprivate let bytes: [UInt8]
    fileprivate let ends: [UInt32]

    subscript(_ place: Int) -> ArraySlice<UInt8> {
      bytes[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }
  }

  /// The folded forms, read back.
  ///
  /// - Parameter file: the file of the builder.
  /// - Returns: the forms, by the places of the texts.
  /// - Throws: `IndexError.unreadable` if the file cannot be read.
  func texts(_ file: ScratchFile?) throws(IndexError) -> Texts {
    Texts(bytes: try bytes.all(file), ends: try ends.all(file))
  }

  /// The places in the order in which they are written: by length, then by the units' new numbers.
  ///
  /// - Parameters:
  ///   - newNumbers: the new number of each unit.
  ///   - units: the unit of each place.
  ///   - lengths: the length of each place.
  /// - Returns: the places.
  /// - Complexity: O(units): a counting sort.
  static func order(
    _ newNumbers: [UInt32], _ units: [UInt32], _ lengths: [UInt8]
  ) -> [UInt32] {
    // Visited in the order of the units' new numbers, the texts of each length come in that order.
    var placeOfUnit = [UInt32](repeating: .max, count: newNumbers.count)
    for (place, unit) in units.enumerated() {
      placeOfUnit[Int(newNumbers[Int(unit)])] = UInt32(place)
    }
    var next = [Int](repeating: 0, count: ShortTexts.longest + 2)
    for length in lengths { next[Int(length) + 1] += 1 }
    for length in 1..<next.count { next[length] += next[length - 1] }
    var order = [UInt32](repeating: 0, count: units.count)
    for place in placeOfUnit where place != .max {
      let length = Int(lengths[Int(place)])
      order[next[length]] = place
      next[length] += 1
    }
    return order
  }
}
