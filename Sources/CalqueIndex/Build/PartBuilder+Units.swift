internal import CalqueMatch

/// The sections that hold what the units are made of: their tokens and their records.
extension PartBuilder {
  /// Writes the tokens and then the records, in one walk over the units, which leaves the classes of the
  /// units in place of their forms, in the units' order: see `replaceByDifferences`.
  ///
  /// The rows are held twice meanwhile, so this is for those that fit into memory; each further walk
  /// would wait for memory. The records lie in the builder's file until the tokens are written.
  ///
  /// - Parameters:
  ///   - order: the units in the order of the part.
  ///   - numbers: the new number of each class.
  ///   - writer: the writer.
  /// - Throws: `IndexError` if a file cannot be written.
  mutating func writeTokensAndRecords(
    _ order: [UInt32], _ numbers: [UInt32], _ writer: inout SectionWriter
  ) throws(IndexError) {
    let newClass = lexicon.formClasses.map { numbers[Int($0)] }
    var records = UnitRecords(lexicon, numbers)
    var (kept, ordered) = (LongColumn<UInt32>(), PackedRows())
    var (bytes, words, row) = ([UInt8](), [UInt32](), [UInt32]())
    writer.begin()
    for (number, unit) in order.enumerated() {
      tokens.copy(Int(unit), to: &row)
      Self.append(row, width: tokenWidth, to: &bytes)
      if bytes.count >= 1 << 16 {
        try writer.append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      records.append(row, weight: weights[number], to: &words)
      if words.count >= 1 << 14 {
        try kept.append(contentsOf: words, file)
        words.removeAll(keepingCapacity: true)
      }
      Self.replaceBySortedClasses(&row, newClass)
      Self.replaceByDifferences(&row)
      try ordered.append(row)
    }
    tokens = ordered
    try writer.append(bytes + [0])
    try writer.end()
    try kept.append(contentsOf: words + records.sentinel, file)
    writer.begin()
    try kept.move(to: &writer, file)
    try writer.end()
  }

  /// Writes the tokens of the units.
  ///
  /// - Parameters:
  ///   - rows: the units in the order of the part.
  ///   - writer: the writer.
  /// - Throws: `IndexError` if the file cannot be written.
  func writeTokens(_ rows: [UInt32], _ writer: inout SectionWriter) throws(IndexError) {
    writer.begin()
    var (block, row) = ([UInt8](), [UInt32]())
    for place in rows {
      tokens.copy(Int(place), to: &row)
      Self.append(row, width: tokenWidth, to: &block)
      if block.count >= 1 << 16 {
        try writer.append(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    // Every token is read as four bytes, the last token too.
    try writer.append(block + [0])
    try writer.end()
  }

  /// Writes the records of the units.
  ///
  /// - Parameters:
  ///   - rows: the units in the order of the part.
  ///   - numbers: the new number of each class.
  ///   - writer: the writer.
  /// - Throws: `IndexError` if the file cannot be written.
  func writeRecords(
    _ rows: [UInt32], _ numbers: [UInt32], _ writer: inout SectionWriter
  ) throws(IndexError) {
    var records = UnitRecords(lexicon, numbers)
    writer.begin()
    var (block, row) = ([UInt32](), [UInt32]())
    for (number, place) in rows.enumerated() {
      tokens.copy(Int(place), to: &row)
      records.append(row, weight: weights[number], to: &block)
      if block.count >= 1 << 14 {
        try writer.append(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    try writer.append(block + records.sentinel)
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

  /// The bytes of a token.
  var tokenWidth: Int { lexicon.formCount < 1 << 24 ? 3 : 4 }
}
