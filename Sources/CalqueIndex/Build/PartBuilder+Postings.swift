internal import CalqueMatch

extension PartBuilder {
  /// Replaces the forms of every unit by its classes, as sorted new numbers.
  ///
  /// The forms have been written by then; the sections that follow need the classes alone.
  private mutating func replaceFormsByClasses(_ newClass: [UInt32]) throws(IndexError) {
    var forms = PackedRows()
    swap(&forms, &tokens)
    var row = [UInt32]()
    for unit in 0..<count {
      forms.copy(unit, to: &row)
      Self.replaceBySortedClasses(&row, newClass)
      Self.replaceByDifferences(&row)
      try tokens.append(row)
      // Memory never holds both whole.
      forms.forget(before: unit)
    }
  }

  /// Replaces each number of a sorted row but the first by the difference to the one before: most are
  /// small.
  static func replaceByDifferences(_ row: inout [UInt32]) {
    for place in row.indices.dropFirst().reversed() { row[place] -= row[place - 1] }
  }

  /// Replaces `row` by the sorted classes of a unit.
  ///
  /// `newClass` gives the class of each form; it is nil if classes have replaced the forms.
  private func copyClasses(of unit: Int, _ newClass: [UInt32]?, to row: inout [UInt32]) {
    tokens.copy(unit, to: &row)
    if let newClass { return Self.replaceBySortedClasses(&row, newClass) }
    for place in row.indices.dropFirst() { row[place] += row[place - 1] }
  }

  /// Writes the postings and the heads of the long lists, then the place of each class's first
  /// posting and of the first one in its head, then the words of the heads and the classes' weights.
  ///
  /// Many postings are written in several walks over the units: then classes overwrite the forms, which
  /// must have been written by then. Few are written in one walk, which can as well read the forms.
  ///
  /// - Parameters:
  ///   - rows: the place of each unit's row, in the order of the part.
  ///   - classes: the new number of each class, and how many units hold each.
  ///   - known: the new class of each form; nil if classes have replaced the forms.
  ///   - writer: the writer.
  /// - Returns: the number of postings, heads included.
  /// - Throws: `IndexError` if there are too many, or a file cannot be written.
  /// - Complexity: O(tokens) for each six million postings.
  mutating func writePostings(
    _ rows: [UInt32], _ classes: (numbers: [UInt32], holding: [UInt32]), _ known: [UInt32]?,
    _ writer: inout SectionWriter
  ) throws(IndexError) -> Int {
    var starts = [UInt32]()
    starts.reserveCapacity(classes.holding.count + 1)
    var total = 0
    for holding in classes.holding {
      starts.append(UInt32(truncatingIfNeeded: total))
      total += Int(holding)
    }
    try Self.checkPostings(total)
    starts.append(UInt32(total))
    var classWeights = [UInt16](repeating: 0, count: classes.numbers.count)
    for (old, number) in classes.numbers.enumerated() {
      classWeights[Int(number)] = lexicon.classWeights[old]
    }
    let layout = PostingLayout(
      units: count, classes: classes.numbers.count, holding: { Int(classes.holding[$0]) },
      weight: { Int(classWeights[$0]) })
    var newClass = known
    if total > postingsAtOnce, let classes = newClass {
      try replaceFormsByClasses(classes)
      newClass = nil
    }
    // A few million postings at a time, which bounds the builder's memory.
    writer.begin()
    var heads = PostingHeads(firstPlace: total)
    var first = 0
    while first < classes.holding.count {
      var last = first + 1
      while last < classes.holding.count,
        Int(starts[last + 1]) - Int(starts[first]) <= postingsAtOnce
      {
        last += 1
      }
      let list = postings(first..<last, rows, newClass, starts, classWeights, layout)
      try writer.append(list.postings)
      for number in first..<last {
        let places = Int(starts[number] - starts[first])..<Int(starts[number + 1] - starts[first])
        try heads.add(list, places, file)
      }
      first = last
    }
    total = heads.end
    try Self.checkPostings(total)
    try heads.postings.move(to: &writer, file)
    try writer.append([UInt8](repeating: 0, count: PostingLayout.padding))
    try writer.end()
    try writer.section(starts)
    try writer.section(heads.starts)
    writer.begin()
    try heads.words.move(to: &writer, file)
    try writer.end()
    try writer.section(classWeights)
    return total
  }

  private static func checkPostings(_ count: Int) throws(IndexError) {
    guard count < Int(UInt32.max) else { throw .tooLarge(what: "it needs more than 2³² postings") }
  }

  /// The postings of a range of classes, class by class.
  private func postings(
    _ range: Range<Int>, _ rows: [UInt32], _ newClass: [UInt32]?, _ starts: [UInt32],
    _ classWeights: [UInt16], _ layout: PostingLayout
  ) -> LaidOutPostings {
    let base = starts[range.lowerBound]
    var next = starts[range].map { $0 - base }
    let isLong = range.map { starts[$0 + 1] - starts[$0] >= PostingLayout.longList }
    var list = LaidOutPostings(
      count: Int(starts[range.upperBound] - base), hasHeads: isLong.contains(true))
    let classCount = UInt32(classWeights.count)
    var row = [UInt32]()
    for (number, place) in rows.enumerated() {
      copyClasses(of: Int(place), newClass, to: &row)
      let total = weights[number]
      var word: UInt32?
      // From the most frequent class down, so that the classes behind a class have been seen.
      var (rest, signature): (UInt32, UInt32) = (0, 0)
      var place = row.count - 1
      while place >= 0, Int(row[place]) >= range.lowerBound {
        let known = row[place]
        let weight = UInt32(classWeights[Int(known)])
        while place >= 0, row[place] == known {
          rest += weight
          place -= 1
        }
        if Int(known) < range.upperBound {
          let slot = Int(next[Int(known) - range.lowerBound])
          next[Int(known) - range.lowerBound] += 1
          list.set(
            slot, layout.posting(unit: UInt32(number), signature: signature, rest: rest))
          if isLong[Int(known) - range.lowerBound],
            PostingLayout.isInHead(rest: rest, of: total)
          {
            let held = word ?? PartLayout.headWord(row, of: classCount)
            word = held
            list.note(slot, word: held)
          }
        }
        if let bit = layout.bit(known) { signature |= 1 << bit }
      }
    }
    return list
  }

  /// Replaces the forms of a row by their classes, in ascending order: sorted by insertion if the row
  /// is short, else by the library.
  static func replaceBySortedClasses(_ row: inout [UInt32], _ newClass: [UInt32]) {
    let isShort = row.count <= 64
    do {
      var numbers = row.mutableSpan
      for place in numbers.indices {
        let value = newClass[Int(unsafe numbers[unchecked: place])]
        var hole = place
        // Unsafe for speed, as the sorting is most of what a builder does: `hole` only falls.
        while isShort, hole > 0, unsafe numbers[unchecked: hole &- 1] > value {
          unsafe numbers[unchecked: hole] = unsafe numbers[unchecked: hole &- 1]
          hole &-= 1
        }
        unsafe numbers[unchecked: hole] = value
      }
    }
    if !isShort { row.sort() }
  }
}
