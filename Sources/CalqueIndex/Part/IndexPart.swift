internal import CalqueMatch
internal import CalqueModel
internal import CalqueSystem

/// A part of the index as a mapped file, of which nothing is read before a query needs it.
///
/// Opening checks the header and its sum, the size of the file, and the place and length of every
/// section. `verify` checks the sums of the sections. Queries read the sections through unsafe
/// pointers, because a query looks at tens of thousands of numbers. A number that comes from the
/// file is compared with the length of a section before it serves as a place there; a unit that
/// comes from the caller must be below `count`.
@safe package final class IndexPart: Sendable {
  /// The path of the file.
  package let path: String
  private let file: MappedFile
  /// The file's size in bytes.
  var fileSize: UInt64 { UInt64(file.count) }
  /// The number of units, gone units included.
  package let count: Int
  let tokenCount: Int
  let formCount: Int
  let classCount: Int
  /// The number of postings, those in heads counted again.
  let postingCount: Int
  /// The number of texts that have a signature, and of those whose folded form is kept.
  let shortCount: Int
  let keptShortCount: Int
  /// The smallest value of each column, to which the column's numbers are added.
  let firstVariant: Int64
  let firstUnit: Int64
  let firstChange: Int64
  let firstResource: Int64
  let firstStatus: Int
  /// The sum of the header, which holds the sums of all sections.
  let sum: UInt64
  /// The bytes of a token: 3, or 4 from 2^24 forms on.
  private let tokenWidth: Int
  private let sections: [(offset: Int, length: Int, checksum: UInt64)]

  /// Maps a part.
  ///
  /// - Throws: `IndexError` if the file is missing, damaged or of another version.
  package init(path: String) throws(IndexError) {
    self.path = path
    let file = try IndexError.carrying { () throws(FileFailure) in try MappedFile(path) }
    self.file = file
    guard file.count >= PartLayout.headerSize else {
      throw .damaged(path: path, what: "it ends within its header")
    }
    let words = unsafe file.table(at: 0, of: UInt64.self)
    guard unsafe words[0] == PartLayout.magic else {
      throw .damaged(path: path, what: "it is not a part of an index")
    }
    let version = unsafe UInt32(truncatingIfNeeded: words[1])
    guard version == PartLayout.version else { throw .version(path: path, found: version) }
    var sum = Checksum()
    unsafe sum.add(UnsafeRawBufferPointer(start: words, count: PartLayout.headerSize - 8))
    guard unsafe sum.value == words[PartLayout.headerSize / 8 - 1] else {
      throw .damaged(path: path, what: "its header does not match the checksum")
    }
    self.sum = sum.value
    guard unsafe words[PartHeader.size] == UInt64(file.count) else {
      throw .damaged(
        path: path, what: "its header and its length of \(file.count) bytes do not agree")
    }
    func number(_ place: Int) -> Int { unsafe Int(truncatingIfNeeded: words[place]) }
    /// A count of the header, which is at most the number of the file's bytes.
    func counted(_ place: Int) throws(IndexError) -> Int {
      guard (0...file.count).contains(number(place)) else {
        throw .damaged(path: path, what: "its header counts more entries than the file has bytes")
      }
      return number(place)
    }
    /// A smallest value of the header, to which numbers of 32 bits can be added.
    func first(_ place: Int) throws(IndexError) -> Int64 {
      guard let first = Int64(exactly: number(place)), first < Int64.max - Int64(UInt32.max) else {
        throw .damaged(path: path, what: "its header has a number out of range")
      }
      return first
    }
    count = try counted(PartHeader.units)
    tokenCount = try counted(PartHeader.tokens)
    formCount = try counted(PartHeader.forms)
    classCount = try counted(PartHeader.classes)
    postingCount = try counted(PartHeader.postings)
    shortCount = try counted(PartHeader.shorts)
    keptShortCount = try counted(PartHeader.keptShorts)
    firstVariant = try first(PartHeader.firstVariant)
    firstUnit = try first(PartHeader.firstUnit)
    firstChange = try first(PartHeader.firstChange)
    firstResource = try first(PartHeader.firstResource)
    firstStatus = Int(try first(PartHeader.firstStatus))
    tokenWidth = number(PartHeader.tokenWidth)
    guard tokenWidth == 3 || tokenWidth == 4 else {
      throw .damaged(path: path, what: "its header has a token length of \(tokenWidth) bytes")
    }
    var sections: [(offset: Int, length: Int, checksum: UInt64)] = []
    for section in PartLayout.Section.allCases {
      let start = PartHeader.sectionsStart + section.rawValue * 3
      let (offset, length) = (number(start), number(start + 1))
      guard offset >= PartLayout.headerSize, offset % PartLayout.alignment == 0, length >= 0,
        offset <= file.count, length <= file.count - offset
      else { throw .damaged(path: path, what: "its section \(section) is not inside the file") }
      sections.append((offset, length, unsafe words[start + 2]))
    }
    self.sections = sections
    try checkLengths()
  }

  /// Compares the length of each section with the counts of the header.
  private func checkLengths() throws(IndexError) {
    let expected: [(PartLayout.Section, Int)] = [
      (.records, (count + 1) * PartLayout.recordSize), (.tokens, tokenCount * tokenWidth + 1),
      (.postings, postingCount * PostingLayout.size + PostingLayout.padding),
      (.classPostings, (classCount + 1) * 4), (.classHeads, (classCount + 1) * 4),
      (.classWeights, classCount * 2),
      (.formClasses, formCount * 4), (.formEnds, formCount * 4), (.classEnds, classCount * 4),
      (.variants, count * 4), (.hashes, count * 8),
      (.shortUnits, shortCount * 4), (.shortLow, shortCount * 8), (.shortHigh, shortCount * 8),
      (.shortEnds, keptShortCount * 4),
      (.shortStarts, (ShortTexts.longest + 2) * 4),
    ]
    for (section, length) in expected where sections[section.rawValue].length != length {
      throw .damaged(path: path, what: "its section \(section) has the wrong length")
    }
    // A column whose values are all equal is empty.
    for section in PartLayout.columns where sections[section.rawValue].length != 0 {
      guard sections[section.rawValue].length == count * 4 else {
        throw .damaged(path: path, what: "its section \(section) has the wrong length")
      }
    }
    for section in [PartLayout.Section.formTable, .classTable] {
      let slots = sections[section.rawValue].length / 4
      guard slots > 0, slots & (slots - 1) == 0 else {
        throw .damaged(path: path, what: "its section \(section) is not a hash table")
      }
    }
  }

  /// Reads every section and compares it with its sum.
  ///
  /// - Throws: `IndexError.damaged` if they do not agree.
  /// - Complexity: O(bytes).
  package func verify() throws(IndexError) { try verify(PartLayout.Section.allCases) }

  /// Reads some of the sections and compares them with their sums.
  func verify(_ chosen: [PartLayout.Section]) throws(IndexError) {
    for section in chosen {
      let (offset, length, checksum) = sections[section.rawValue]
      var sum = Checksum()
      unsafe sum.add(
        UnsafeRawBufferPointer(start: file.table(at: offset, of: UInt8.self), count: length))
      guard sum.value == checksum else {
        throw .damaged(path: path, what: "its section \(section) does not match the checksum")
      }
    }
  }

  /// The elements of a section.
  ///
  /// Unsafe, because the caller has to compare every place with the length of the section.
  @unsafe func table<Element>(
    _ section: PartLayout.Section, of type: Element.Type
  ) -> UnsafePointer<Element> {
    unsafe file.table(at: sections[section.rawValue].offset, of: type)
  }

  /// The length of a section in bytes.
  func length(_ section: PartLayout.Section) -> Int { sections[section.rawValue].length }

  // MARK: The lexicon

  /// The number of a form by its name and the name's hash; nil if the part does not hold the form.
  func form(named name: [UInt8], hash: UInt64) -> UInt32? {
    find(name, hash, .formTable, .formEnds, .formBytes)
  }

  /// Reads ahead the bytes that looking up some forms by the hashes of their names will need.
  ///
  /// Each step is taken for all forms before the next, so that their loads wait together.
  func touchForms(_ hashes: some Collection<UInt64>, _ touched: inout Touched) {
    let slots = unsafe table(.formTable, of: UInt32.self)
    let ends = unsafe table(.formEnds, of: UInt32.self)
    let classes = unsafe table(.formClasses, of: UInt32.self)
    let bytes = unsafe table(.formBytes, of: UInt8.self)
    let (mask, size) = (length(.formTable) / 4 - 1, length(.formBytes))
    touched.places.removeAll(keepingCapacity: true)
    for hash in hashes {
      touched.places.append(unsafe Int(slots[Int(truncatingIfNeeded: hash) & mask]) - 1)
    }
    for (place, number) in touched.places.enumerated() where number >= 0 && number < formCount {
      touched.sum &+= unsafe classes[number]
      touched.places[place] = unsafe Int(ends[number])
    }
    for end in touched.places where end > 0 && end <= size {
      touched.sum &+= unsafe UInt32(bytes[end - 1])
    }
  }

  /// The class of a form; nil if the part does not hold the form.
  func classNumber(ofForm form: UInt32) -> UInt32? {
    guard Int(form) < formCount else { return nil }
    let number = unsafe table(.formClasses, of: UInt32.self)[Int(form)]
    return Int(number) < classCount ? number : nil
  }

  /// The number of a class by its name; nil if the part does not hold the class.
  func classNumber(named name: [UInt8]) -> UInt32? {
    find(name, ByteStrings.hash(name), .classTable, .classEnds, .classBytes)
  }

  private func find(
    _ name: [UInt8], _ hash: UInt64, _ table: PartLayout.Section,
    _ ends: PartLayout.Section, _ bytes: PartLayout.Section
  ) -> UInt32? {
    let slots = unsafe self.table(table, of: UInt32.self)
    let last = unsafe self.table(ends, of: UInt32.self)
    let text = unsafe self.table(bytes, of: UInt8.self)
    let (size, count) = (length(bytes), length(ends) / 4)
    let mask = length(table) / 4 - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0...mask {
      let number = unsafe Int(slots[slot])
      if number == 0 { return nil }
      guard number <= count else { return nil }
      let start = unsafe number == 1 ? 0 : Int(last[number - 2])
      let end = unsafe Int(last[number - 1])
      if end - start == name.count, start >= 0, end <= size {
        var place = 0
        while place < name.count, unsafe text[start + place] == name[place] { place += 1 }
        if place == name.count { return UInt32(number - 1) }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The bytes of a name; nil if the part does not hold the name.
  func range(
    _ number: Int, _ ends: PartLayout.Section, _ bytes: PartLayout.Section, count: Int
  ) -> Range<Int>? {
    guard number < count else { return nil }
    let table = unsafe self.table(ends, of: UInt32.self)
    let start = unsafe number == 0 ? 0 : Int(table[number - 1])
    let end = unsafe Int(table[number])
    guard start <= end, end <= length(bytes) else { return nil }
    return start..<end
  }

  /// The name of a class: its kind as a byte, then its key in UTF-8.
  func className(_ number: UInt32) -> [UInt8] {
    guard let range = range(Int(number), .classEnds, .classBytes, count: classCount) else {
      return []
    }
    return unsafe Array(
      UnsafeBufferPointer(
        start: table(.classBytes, of: UInt8.self) + range.lowerBound, count: range.count))
  }

  /// The weight of a token of a class, in whole units; 0 if the part does not hold the class.
  func weight(ofClass number: UInt32) -> UInt32 {
    guard Int(number) < classCount else { return 0 }
    return unsafe UInt32(table(.classWeights, of: UInt16.self)[Int(number)])
  }

  /// The name of a form: its kind as a byte, then its plain form in UTF-8.
  func formName(_ number: UInt32) -> [UInt8] {
    guard let range = range(Int(number), .formEnds, .formBytes, count: formCount) else { return [] }
    return unsafe Array(
      UnsafeBufferPointer(
        start: table(.formBytes, of: UInt8.self) + range.lowerBound, count: range.count))
  }

  /// The bytes of a kept short text's folded form in `shortBytes`; empty if the section is torn.
  func shortRange(_ place: Int) -> Range<Int> {
    range(place, .shortEnds, .shortBytes, count: keptShortCount) ?? 0..<0
  }

  // MARK: Units

  /// Prepares for many queries.
  func expectManyReads() { file.expectManyReads() }

  /// Brings a section into memory.
  ///
  /// Every query reads records all over the section. Those of a million units are 37 MB and take
  /// some milliseconds: worth the price for a hundred queries, not for one.
  func bringIn(_ section: PartLayout.Section) {
    let (offset, length, _) = sections[section.rawValue]
    file.bringIn(offset: offset, count: length)
  }

  /// The tokens of all units.
  var tokens: TokenList {
    unsafe TokenList(bytes: table(.tokens, of: UInt8.self), width: tokenWidth, count: tokenCount)
  }

  /// The value of a unit in a column, less the smallest value of the column.
  @inline(__always)
  func value(_ column: PartLayout.Section, _ unit: Int) -> UInt32 {
    length(column) == 0 ? 0 : unsafe table(column, of: UInt32.self)[unit]
  }
}
