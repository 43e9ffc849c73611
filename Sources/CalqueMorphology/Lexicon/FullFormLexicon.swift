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
  let blockCount: Int
  let readingCount: Int
  private let blocks: Int
  private let readings: Int
  private let forms: Int
  let pool: Int
  let readingChanges = ReadingChanges()

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
  package func entries(plain: [UInt8]) -> [Entry] {
    var found = [Entry]()
    forEachForm(plain: plain) { form, list in
      found.append(
        Entry(form: String(decoding: form, as: UTF8.self), readings: analyses(list, of: form)))
    }
    return found
  }

  /// Calls `body` with each form that has the given letters without accents, and with the place of
  /// its readings.
  func forEachForm(plain: [UInt8], _ body: ([UInt8], Int) -> Void) {
    guard blockCount > 0, !plain.isEmpty else { return }
    var form = [UInt8]()
    form.reserveCapacity(LexiconLayout.maximumForm)
    for block in firstBlock(of: plain)..<blockCount {
      var place = place(ofBlock: block)
      form.removeAll(keepingCapacity: true)
      for _ in 0..<min(LexiconLayout.blockSize, count - block * LexiconLayout.blockSize) {
        guard let list = read(at: &place, &form) else { return }
        let order = Self.order(form, plain)
        if order > 0 { return }
        if order == 0 { body(form, list) }
      }
    }
  }

  /// A number that tells this lexicon from another one: FNV-1a (Fowler, Noll, Vo) of the header,
  /// which holds the sizes of all sections and the sum of their bytes.
  var stamp: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in 0..<LexiconLayout.headerSize {
      hash = (hash ^ UInt64(byte(place))) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  /// All entries, in order; for tests and statistics.
  package func forEach(_ body: (Entry) -> Void) {
    var form = [UInt8]()
    for block in 0..<blockCount {
      var place = place(ofBlock: block)
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

  @inline(__always)
  func byte(_ place: Int) -> UInt8 {
    guard place >= 0, place < size else { return 0 }
    return unsafe bytes[place]
  }

  /// The place of a block's first form.
  func place(ofBlock block: Int) -> Int { forms + number(blocks + block * 4) }

  private func number(_ place: Int) -> Int {
    guard place >= 0, place + 4 <= size else { return 0 }
    return Int(
      unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// The last block whose first form comes before some letters; equal forms may begin in it.
  func firstBlock(of plain: [UInt8]) -> Int {
    var (low, high) = (0, blockCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if order(ofFirstIn: middle, plain) < 0 { low = middle } else { high = middle }
    }
    return low
  }

  /// Reads the form at a place over the form before it; nil if the bytes cannot be a form.
  func read(at place: inout Int, _ form: inout [UInt8]) -> Int? {
    let (shared, rest) = (Int(byte(place)), Int(byte(place + 1)))
    guard shared <= form.count, shared + rest <= LexiconLayout.maximumForm,
      place + 4 + rest <= pool
    else { return nil }
    // One at a time, because few bytes go, and a stretch costs a call.
    while form.count > shared { form.removeLast() }
    let bytes = unsafe bytes
    // The comparison with the pool's place keeps these inside the file.
    for offset in 0..<rest { unsafe form.append(bytes[place + 2 + offset]) }
    place += 2 + rest
    let reading = Int(byte(place)) | Int(byte(place + 1)) << 8
    place += 2
    return reading
  }

  /// Compares the first form of a block, which is whole, with letters: -1, 0 or 1.
  func order(
    ofFirstIn block: Int, _ plain: [UInt8], asBeginning: Bool = false
  ) -> Int {
    let place = place(ofBlock: block)
    let count = Int(byte(place + 1))
    guard count <= LexiconLayout.maximumForm, place + 2 + count <= pool else { return 1 }
    return Self.order(
      (0..<count).lazy.map { byte(place + 2 + $0) }, plain, asBeginning: asBeginning)
  }

  /// Compares a form without its accents with letters, or with the beginning of the form: -1, 0 or
  /// 1; a form with other letters is taken for a smaller one where only its beginning is compared.
  @inline(__always)
  static func order(
    _ form: some Sequence<UInt8>, _ plain: [UInt8], asBeginning: Bool = false
  ) -> Int {
    var place = 0
    var lead: UInt8 = 0
    for byte in form {
      var letters: (UInt8, UInt8) = (byte, 0)
      if lead != 0 {
        guard let known = LexiconLayout.letters(lead, byte) else { return asBeginning ? -1 : 1 }
        letters = known
        lead = 0
      } else if byte >= 0x80 {
        lead = byte
        continue
      }
      guard place < plain.count else { return asBeginning ? 0 : 1 }
      if plain[place] != letters.0 { return letters.0 < plain[place] ? -1 : 1 }
      place += 1
      if letters.1 == 0 { continue }
      guard place < plain.count else { return asBeginning ? 0 : 1 }
      if plain[place] != letters.1 { return letters.1 < plain[place] ? -1 : 1 }
      place += 1
    }
    return place == plain.count ? 0 : -1
  }

  /// The readings of a form with their lemmas.
  private func analyses(_ list: Int, of form: [UInt8]) -> [WordAnalysis] {
    var analyses = [WordAnalysis]()
    forEachReading(list, of: form) { lemma, features in
      analyses.append(
        WordAnalysis(lemma: String(decoding: lemma, as: UTF8.self), features: features))
    }
    return analyses
  }

  /// Calls `body` with the lemma and the features of each reading of a form.
  func forEachReading(_ list: Int, of form: [UInt8], _ body: ([UInt8], WordFeatures) -> Void) {
    forEachChange(list, of: form.count) { kept, added, features in
      var lemma = form
      lemma.removeLast(form.count - kept)
      for place in added { lemma.append(byte(place)) }
      body(lemma, features)
      return true
    }
  }

  /// Calls `body` with the number of a form's bytes that a lemma keeps, the places of the bytes that
  /// the lemma has instead of the others, and the features of the reading, until `body` says no.
  @inline(__always)
  func forEachChange(
    _ list: Int, of length: Int, _ body: (Int, Range<Int>, WordFeatures) -> Bool
  ) {
    guard list < readingCount else { return }
    var place = pool + number(readings + list * 4)
    let end = min(pool + number(readings + list * 4 + 4), size)
    let count = Int(byte(place))
    place += 1
    for _ in 0..<count {
      let (cut, add) = (Int(byte(place)), Int(byte(place + 1)))
      guard cut <= length, place + 4 + add <= end else { return }
      let behind = place + 2 + add
      let bits = UInt16(byte(behind)) | UInt16(byte(behind + 1)) << 8
      guard body(length - cut, place + 2..<behind, WordFeatures(bits: bits)) else { return }
      place = behind + 2
    }
  }
}
