internal import CalqueMatch

extension PartBuilder {
  /// Writes the part to a file that is not in use, and brings the file to the disk.
  ///
  /// The builder cannot be used afterwards: classes overwrite its forms, so that memory never holds
  /// both.
  ///
  /// - Returns: the file's size in bytes.
  package mutating func write(to path: String) throws(IndexError) -> Int {
    forgetWords()
    // By total weight, then in the order in which they were added.
    let unitOrder = OrderByNumber.places(of: weights)
    weights = unitOrder.map { weights[Int($0)] }
    let classes = classOrder()
    var writer = try SectionWriter(path: path)
    let tokenCount = tokens.numberCount
    let postingCount: Int
    if tokenCount <= tokensOrdered {
      try writeTokensAndRecords(unitOrder, classes.numbers, &writer)
      postingCount = try writePostings(Array(0..<UInt32(count)), classes, nil, &writer)
    } else {
      try writeTokens(unitOrder, &writer)
      try writeRecords(unitOrder, classes.numbers, &writer)
      let newClass = lexicon.formClasses.map { classes.numbers[Int($0)] }
      postingCount = try writePostings(unitOrder, classes, newClass, &writer)
    }
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

  /// The new number of each class, and the number of units that hold each class by new number.
  ///
  /// The rarest class for its weight has the number 0.
  private func classOrder() -> (numbers: [UInt32], holding: [UInt32]) {
    let holding = holders.counts
    let weights = lexicon.classWeights
    // By frequency / weight, because a rare heavy class filters best. Two such quotients differ by more
    // than 2^-32 or not at all, since a weight has 16 bits; so a number of 64 bits tells them apart.
    let quotients = zip(holding, weights).map { UInt64($0) << 32 / UInt64(max(1, $1)) }
    var order = Array(0..<UInt32(lexicon.classCount))
    order.sort { a, b in (quotients[Int(a)], a) < (quotients[Int(b)], b) }
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (number, old) in order.enumerated() { numbers[Int(old)] = UInt32(number) }
    return (numbers, order.map { holding[Int($0)] })
  }

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
