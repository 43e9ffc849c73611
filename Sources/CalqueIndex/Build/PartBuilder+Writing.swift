internal import CalqueMatch

extension PartBuilder {
  /// Writes the part to a file that is not in use, and brings the file to the disk.
  ///
  /// The builder cannot be used afterwards: classes overwrite its forms, so that memory never holds
  /// both.
  ///
  /// - Returns: the file's size in bytes.
  package mutating func write(to path: String) throws(IndexError) -> Int {
    let unitOrder = orderByWeight()
    weights = unitOrder.map { weights[Int($0)] }
    let classes = classOrder()
    var writer = try SectionWriter(path: path)
    let rows = try orderTokens(unitOrder)
    try writeTokens(rows, &writer)
    try writeRecords(rows, classes.numbers, &writer)
    let tokenCount = tokens.numberCount
    let postingCount = try writePostings(rows, classes, &writer)
    tokens = PackedRows()
    try writeLexicon(classes, &writer)
    try writeUnits(unitOrder, &writer)
    let (shortCount, keptCount) = try writeShorts(unitOrder, &writer)
    var counts = [UInt64](repeating: 0, count: PartHeader.keptShorts + 1 - PartHeader.units)
    func set(_ place: Int, _ value: Int64) {
      counts[place - PartHeader.units] = UInt64(bitPattern: value)
    }
    set(PartHeader.units, Int64(count))
    set(PartHeader.tokens, Int64(tokenCount))
    set(PartHeader.forms, Int64(lexicon.formCount))
    set(PartHeader.classes, Int64(lexicon.classCount))
    set(PartHeader.postings, Int64(postingCount))
    set(PartHeader.shorts, Int64(shortCount))
    set(PartHeader.keptShorts, Int64(keptCount))
    set(PartHeader.firstVariant, variants.smallest ?? 0)
    set(PartHeader.firstUnit, units.smallest ?? 0)
    set(PartHeader.firstChange, changes.smallest ?? 0)
    set(PartHeader.firstResource, Int64(resources.smallest ?? 0))
    set(PartHeader.firstStatus, Int64(statuses.smallest ?? 0))
    set(PartHeader.tokenWidth, Int64(tokenWidth))
    return try writer.finish(counts: counts)
  }

  /// Brings the rows of the tokens into the order of the units, unless they are too many to be held
  /// twice: three walks read them in that order, and each would wait for memory.
  ///
  /// - Returns: the place of each unit's row.
  private mutating func orderTokens(_ order: [UInt32]) throws(IndexError) -> [UInt32] {
    guard tokens.numberCount <= tokensOrdered else { return order }
    var ordered = PackedRows()
    var row = [UInt32]()
    for unit in order {
      tokens.copy(Int(unit), to: &row)
      try ordered.append(row)
    }
    tokens = ordered
    return Array(0..<UInt32(count))
  }

  /// The units in the order of total weight, then in the order in which they were added.
  private func orderByWeight() -> [UInt32] {
    var order = Array(0..<UInt32(count))
    let weights = weights
    order.sort { (weights[Int($0)], $0) < (weights[Int($1)], $1) }
    return order
  }

  /// The new number of each class, and the number of units that hold each class by new number.
  ///
  /// The rarest class for its weight has the number 0.
  private func classOrder() -> (numbers: [UInt32], holding: [UInt32]) {
    let holding = holders.counts
    let weights = lexicon.classWeights
    var order = Array(0..<UInt32(lexicon.classCount))
    // By frequency / weight, because a rare heavy class filters best.
    order.sort { a, b in
      let mine = UInt64(holding[Int(a)]) * UInt64(max(1, weights[Int(b)]))
      let theirs = UInt64(holding[Int(b)]) * UInt64(max(1, weights[Int(a)]))
      return mine == theirs ? a < b : mine < theirs
    }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, old) in order.enumerated() { numbers[Int(old)] = UInt32(number) }
    return (numbers, order.map { holding[Int($0)] })
  }

  /// The two bits of each form in the records' signatures: the class's bit, and the form's own.
  ///
  /// A form without a bit of its own has the class's bit twice.
  private func signatureBits(_ numbers: [UInt32]) -> [(UInt8, UInt8)] {
    let classCount = UInt32(lexicon.classCount)
    return lexicon.formClasses.enumerated().map { form, old in
      let bit = PartLayout.bit(ofClass: numbers[Int(old)], of: classCount)
      let isStrict = SubstitutionCost.minimum(lexicon.classKinds[Int(old)], weight: 100) > 0
      let own = isStrict ? PartLayout.bit(ofForm: UInt32(form)) : bit
      return (UInt8(bit), UInt8(own))
    }
  }

  private func writeRecords(
    _ rows: [UInt32], _ numbers: [UInt32], _ writer: inout SectionWriter
  ) throws(IndexError) {
    writer.begin()
    let bits = signatureBits(numbers)
    var first: UInt32 = 0
    var (block, row) = ([UInt32](), [UInt32]())
    for (unit, place) in rows.enumerated() {
      var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
      func set(_ bit: UInt8) {
        switch bit >> 6 {
        case 0: words.0 |= 1 << UInt64(bit & 63)
        case 1: words.1 |= 1 << UInt64(bit & 63)
        default: words.2 |= 1 << UInt64(bit & 63)
        }
      }
      tokens.copy(Int(place), to: &row)
      for form in row {
        let (ofClass, ofForm) = bits[Int(form)]
        set(ofClass)
        set(ofForm)
      }
      block.append(weights[unit])
      block.append(first)
      for word in [words.0, words.1, words.2] {
        block.append(UInt32(truncatingIfNeeded: word))
        block.append(UInt32(truncatingIfNeeded: word >> 32))
      }
      first += UInt32(row.count)
      if block.count >= 1 << 14 {
        try writer.append(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    // The sentinel: its first token is the end of the last unit's tokens.
    block += [.max, first, 0, 0, 0, 0, 0, 0]
    try writer.append(block)
    try writer.end()
  }

  private func writeTokens(
    _ rows: [UInt32], _ writer: inout SectionWriter
  ) throws(IndexError) {
    writer.begin()
    let width = tokenWidth
    var (block, row) = ([UInt8](), [UInt32]())
    for place in rows {
      tokens.copy(Int(place), to: &row)
      Self.append(row, width: width, to: &block)
      if block.count >= 1 << 16 {
        try writer.append(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    // Every token is read as four bytes, the last token too.
    block.append(0)
    try writer.append(block)
    try writer.end()
  }

  /// Appends the lowest three or four bytes of each number.
  private static func append(_ row: [UInt32], width: Int, to block: inout [UInt8]) {
    var place = block.count
    block.append(contentsOf: repeatElement(0, count: row.count * width))
    var bytes = block.mutableSpan
    for number in row {
      bytes[place] = UInt8(truncatingIfNeeded: number)
      bytes[place &+ 1] = UInt8(truncatingIfNeeded: number &>> 8)
      bytes[place &+ 2] = UInt8(truncatingIfNeeded: number &>> 16)
      if width == 4 { bytes[place &+ 3] = UInt8(truncatingIfNeeded: number &>> 24) }
      place &+= width
    }
  }

  private var tokenWidth: Int { lexicon.formCount < 1 << 24 ? 3 : 4 }

  private func writeLexicon(
    _ classes: (numbers: [UInt32], holding: [UInt32]), _ writer: inout SectionWriter
  ) throws(IndexError) {
    try writer.section(lexicon.formClasses.map { classes.numbers[Int($0)] })
    try writer.section(lexicon.forms.ends)
    try writer.section(lexicon.forms.bytes)
    try writer.section(lexicon.forms.table)
    let names = lexicon.classNames
    var old = [UInt32](repeating: 0, count: classes.numbers.count)
    for (number, new) in classes.numbers.enumerated() { old[Int(new)] = UInt32(number) }
    var renamed = ByteStrings()
    for number in old { renamed.enter(Int(number), of: names) }
    try writer.section(renamed.ends)
    try writer.section(renamed.bytes)
    try writer.section(renamed.table)
  }

  private func writeUnits(
    _ order: [UInt32], _ writer: inout SectionWriter
  ) throws(IndexError) {
    func offsets(_ column: LongColumn<Int64>, what: String) throws(IndexError) -> [UInt32] {
      let values = try column.all(file)
      guard let smallest = values.min(), let largest = values.max(),
        largest - smallest < Int64(UInt32.max)
      else {
        if values.isEmpty { return [] }
        throw .tooLarge(what: "the numbers of its \(what) span more than 32 bits")
      }
      return order.map { UInt32(values[Int($0)] - smallest) }
    }
    try writer.section(offsets(variants, what: "texts"))
    func column(_ values: [UInt32]) -> [UInt32] { values.contains { $0 != 0 } ? values : [] }
    try writer.section(column(offsets(units, what: "units")))
    try writer.section(column(offsets(changes, what: "changes")))
    func inOrder<Number>(_ column: LongColumn<Number>) throws(IndexError) -> [Number] {
      let values = try column.all(file)
      return order.map { values[Int($0)] }
    }
    try writer.section(column(inOrder(resources).map { $0 - (resources.smallest ?? 0) }))
    try writer.section(column(inOrder(statuses).map { UInt32($0 - (statuses.smallest ?? 0)) }))
    try writer.section(inOrder(hashes))
    var starts = [UInt32]()
    var place = 0
    let heaviest = weights.last.map { Int($0) } ?? 0
    for weight in 0...min(heaviest, PartLayout.knownWeights - 2) {
      while place < weights.count, Int(weights[place]) < weight { place += 1 }
      starts.append(UInt32(place))
    }
    while place < weights.count, Int(weights[place]) < starts.count { place += 1 }
    starts.append(UInt32(place))
    try writer.section(starts)
  }

  private func writeShorts(
    _ order: [UInt32], _ writer: inout SectionWriter
  ) throws(IndexError) -> (all: Int, kept: Int) {
    var newNumbers = [UInt32](repeating: 0, count: order.count)
    for (number, unit) in order.enumerated() { newNumbers[Int(unit)] = UInt32(number) }
    let units = try shorts.units.all(file)
    let lengths = try shorts.lengths.all(file)
    let places = ShortTextsBuilder.order(newNumbers, units, lengths)
    try writer.section(places.map { newNumbers[Int(units[Int($0)])] })
    var (ends, bytes) = ([UInt32](), [UInt8]())
    var starts = [UInt32](repeating: 0, count: ShortTexts.longest + 2)
    let texts = try shorts.texts(file)
    for place in places {
      let length = Int(lengths[Int(place)])
      starts[length + 1] += 1
      if length > ShortTexts.longestKept { continue }
      bytes += texts[Int(place)]
      ends.append(UInt32(bytes.count))
    }
    for length in 1..<starts.count { starts[length] += starts[length - 1] }
    try writer.section(ends)
    try writer.section(bytes)
    for column in [shorts.low, shorts.high] {
      let values = try column.all(file)
      try writer.section(places.map { values[Int($0)] })
    }
    try writePairs(places, starts, texts, &writer)
    try writer.section(starts)
    return (places.count, ends.count)
  }

  /// Writes the columns of the pairs of the texts that are kept, length by length.
  private func writePairs(
    _ places: [UInt32], _ starts: [UInt32], _ texts: ShortTextsBuilder.Texts,
    _ writer: inout SectionWriter
  ) throws(IndexError) {
    writer.begin()
    for length in 0...ShortTexts.longestKept {
      let range = Int(starts[length])..<Int(starts[length + 1])
      var columns = PairColumns(texts: range.count)
      for (text, place) in places[range].enumerated() {
        let scalars = String(decoding: texts[Int(place)], as: UTF8.self).unicodeScalars
        columns.set(text, folded: scalars.map(\.value))
      }
      try writer.append(columns.words)
    }
    try writer.end()
  }
}
