/// All forms of a language's words with their readings, in a table that is mapped and not read.
///
/// A look-up searches the blocks by halves and walks one of them: some 15 steps and 16 forms.
/// Opening looks at the header and the places of the sections. Every other number is compared with
/// the length of its section before it serves as a place, so a torn file gives wrong readings and
/// nothing worse.
@safe package struct FullFormLexicon: Sendable {
  /// One form with its readings.
  package struct Entry: Hashable, Sendable {
    /// The form, in lower case with its accents.
    package let form: String
    /// The readings of the form.
    package let readings: [WordAnalysis]
  }

  private let address: UInt
  private let size: Int
  private let owner: any AnyObject & Sendable
  /// The number of forms.
  package let count: Int
  private let blockCount: Int
  private let readingCount: Int
  private let blocks: Int
  private let readings: Int
  private let forms: Int
  private let pool: Int

  /// Opens a lexicon.
  ///
  /// - Parameters:
  ///   - address: the address of the file's bytes.
  ///   - size: the number of bytes.
  ///   - owner: keeps the bytes readable.
  /// - Throws: `LexiconError` if the bytes are no lexicon of this version.
  package init(
    address: UInt, size: Int, owner: any AnyObject & Sendable
  ) throws(LexiconError) {
    guard size >= LexiconLayout.headerSize, let start = unsafe UnsafeRawPointer(bitPattern: address)
    else { throw .damaged("it ends within its header") }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: size)
    func number(_ place: Int) -> UInt32 {
      unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    let magic = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    guard UInt64(littleEndian: magic) == LexiconLayout.magic else {
      throw .damaged("it is no lexicon")
    }
    guard number(8) == LexiconLayout.version else { throw .version(number(8)) }
    count = Int(number(12))
    readingCount = Int(number(16))
    blockCount = (count + LexiconLayout.blockSize - 1) / LexiconLayout.blockSize
    blocks = LexiconLayout.headerSize
    readings = blocks + (blockCount + 1) * 4
    forms = readings + (readingCount + 1) * 4
    pool = forms + Int(number(20))
    guard pool + Int(number(24)) == size else { throw .damaged("its size is not what it says") }
    self.address = address
    self.size = size
    self.owner = owner
  }

  /// The entries whose form has the given letters without accents, in lower case.
  ///
  /// - Complexity: O(log n) in the number of forms.
  package func entries(plain: some Collection<UInt8>) -> [Entry] {
    guard blockCount > 0, !plain.isEmpty else { return [] }
    // The last block whose first form comes before the letters; equal forms may begin in it.
    var (low, high) = (0, blockCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if order(ofFirstIn: middle, plain) < 0 { low = middle } else { high = middle }
    }
    var found = [Entry]()
    var form = [UInt8]()
    for block in low..<blockCount {
      var place = forms + number(blocks + block * 4)
      form.removeAll(keepingCapacity: true)
      for _ in 0..<min(LexiconLayout.blockSize, count - block * LexiconLayout.blockSize) {
        guard let reading = read(at: &place, &form) else { return found }
        let order = Self.order(form, plain)
        if order > 0 { return found }
        if order == 0 {
          found.append(
            Entry(
              form: String(decoding: form, as: UTF8.self), readings: analyses(reading, of: form)))
        }
      }
    }
    return found
  }

  /// All entries, in order; for tests and statistics.
  package func forEach(_ body: (Entry) -> Void) {
    var form = [UInt8]()
    for block in 0..<blockCount {
      var place = forms + number(blocks + block * 4)
      form.removeAll(keepingCapacity: true)
      for _ in 0..<min(LexiconLayout.blockSize, count - block * LexiconLayout.blockSize) {
        guard let reading = read(at: &place, &form) else { return }
        body(
          Entry(form: String(decoding: form, as: UTF8.self), readings: analyses(reading, of: form)))
      }
    }
  }

  // MARK: Bytes

  private var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: size)
  }

  private func byte(_ place: Int) -> UInt8 {
    guard place >= 0, place < size else { return 0 }
    return unsafe bytes[place]
  }

  private func number(_ place: Int) -> Int {
    guard place >= 0, place + 4 <= size else { return 0 }
    return Int(
      unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// Reads the form at a place over the form before it; nil if the bytes cannot be a form.
  private func read(at place: inout Int, _ form: inout [UInt8]) -> Int? {
    let (shared, rest) = (Int(byte(place)), Int(byte(place + 1)))
    guard shared <= form.count, shared + rest <= LexiconLayout.maximumForm,
      place + 4 + rest <= pool
    else { return nil }
    form.removeLast(form.count - shared)
    for offset in 0..<rest { form.append(byte(place + 2 + offset)) }
    place += 2 + rest
    let reading = Int(byte(place)) | Int(byte(place + 1)) << 8
    place += 2
    return reading
  }

  /// Compares the first form of a block with letters: -1, 0 or 1.
  private func order(ofFirstIn block: Int, _ plain: some Collection<UInt8>) -> Int {
    var place = forms + number(blocks + block * 4)
    var form = [UInt8]()
    guard read(at: &place, &form) != nil else { return 1 }
    return Self.order(form, plain)
  }

  private static func order(_ form: [UInt8], _ plain: some Collection<UInt8>) -> Int {
    var other = plain.makeIterator()
    var lead: UInt8 = 0
    for byte in form {
      var letters: (UInt8, UInt8) = (byte, 0)
      if lead != 0 {
        letters = LexiconLayout.letters(lead, byte) ?? (0xFF, 0)
        lead = 0
      } else if byte >= 0x80 {
        lead = byte
        continue
      }
      guard let first = other.next() else { return 1 }
      if first != letters.0 { return letters.0 < first ? -1 : 1 }
      if letters.1 == 0 { continue }
      guard let second = other.next() else { return 1 }
      if second != letters.1 { return letters.1 < second ? -1 : 1 }
    }
    return other.next() == nil ? 0 : -1
  }

  private func analyses(_ reading: Int, of form: [UInt8]) -> [WordAnalysis] {
    guard reading < readingCount else { return [] }
    var place = pool + number(readings + reading * 4)
    let end = min(pool + number(readings + reading * 4 + 4), size)
    var analyses = [WordAnalysis]()
    let count = Int(byte(place))
    place += 1
    for _ in 0..<count {
      let (cut, add) = (Int(byte(place)), Int(byte(place + 1)))
      guard cut <= form.count, place + 4 + add <= end else { break }
      var lemma = Array(form.dropLast(cut))
      for offset in 0..<add { lemma.append(byte(place + 2 + offset)) }
      place += 2 + add
      let bits = UInt16(byte(place)) | UInt16(byte(place + 1)) << 8
      place += 2
      analyses.append(
        WordAnalysis(
          lemma: String(decoding: lemma, as: UTF8.self), features: WordFeatures(bits: bits)))
    }
    return analyses
  }
}
