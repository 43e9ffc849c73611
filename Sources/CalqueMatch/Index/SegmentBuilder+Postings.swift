extension SegmentBuilder {
  /// Writes the postings and the tables that say where each class's begin and what it weighs.
  func writePostings(
    _ order: [UInt32], _ classes: (numbers: [UInt32], holding: [UInt32]),
    _ writer: inout SectionWriter
  ) throws(IndexError) -> Int {
    var starts = [UInt32]()
    starts.reserveCapacity(classes.holding.count + 1)
    var total = 0
    for holding in classes.holding {
      starts.append(UInt32(truncatingIfNeeded: total))
      total += Int(holding)
    }
    guard total < Int(UInt32.max) else { throw .tooLarge(what: "too many postings") }
    starts.append(UInt32(total))
    var classWeights = [UInt16](repeating: 0, count: classes.numbers.count)
    for (old, number) in classes.numbers.enumerated() {
      classWeights[Int(number)] = lexicon.classWeights[old]
    }
    // The units of a few million postings at a time: what bounds the builder's memory.
    var postingRests = [UInt16](repeating: 0, count: total)
    writer.begin()
    var first = 0
    while first < classes.holding.count {
      var last = first + 1
      while last < classes.holding.count,
        Int(starts[last + 1]) - Int(starts[first]) <= Self.postingsAtOnce
      {
        last += 1
      }
      try writer.append(
        postings(
          UInt32(first)..<UInt32(last), order, classes.numbers, starts, classWeights,
          &postingRests))
      first = last
    }
    try writer.end()
    try writer.section(postingRests)
    try writer.section(starts)
    try writer.section(classWeights)
    return total
  }

  private static let postingsAtOnce = 8_000_000

  /// The units that hold each of some classes, class by class, and beside them the weights of the
  /// units' classes from there on.
  private func postings(
    _ range: Range<UInt32>, _ order: [UInt32], _ numbers: [UInt32], _ starts: [UInt32],
    _ classWeights: [UInt16], _ rests: inout [UInt16]
  ) -> [UInt32] {
    let base = Int(starts[Int(range.lowerBound)])
    var next = Array(starts[Int(range.lowerBound)..<Int(range.upperBound)])
    var units = [UInt32](repeating: 0, count: Int(starts[Int(range.upperBound)]) - base)
    let formClasses = lexicon.formClasses
    var held = [UInt32]()
    for (number, unit) in order.enumerated() {
      // Of the classes before the range only their weight matters.
      var rest = weights[Int(unit)]
      held.removeAll(keepingCapacity: true)
      for place in tokenRange(Int(unit)) {
        let known = numbers[Int(formClasses[Int(tokens[place])])]
        if known < range.lowerBound {
          rest -= UInt32(classWeights[Int(known)])
        } else if known < range.upperBound {
          held.append(known)
        }
      }
      Self.sort(&held)
      var place = 0
      while place < held.count {
        let known = held[place]
        let slot = Int(next[Int(known - range.lowerBound)])
        next[Int(known - range.lowerBound)] += 1
        units[slot - base] = UInt32(number)
        rests[slot] = UInt16(clamping: rest)
        while place < held.count, held[place] == known {
          rest -= UInt32(classWeights[Int(known)])
          place += 1
        }
      }
    }
    return units
  }

  /// Insertion sort for the short rows, the library's for the others.
  private static func sort(_ row: inout [UInt32]) {
    if row.count > 32 {
      row.sort()
      return
    }
    var place = 1
    while place < row.count {
      let value = row[place]
      var hole = place
      while hole > 0, row[hole - 1] > value {
        row[hole] = row[hole - 1]
        hole -= 1
      }
      row[hole] = value
      place += 1
    }
  }
}
