internal import CalqueModel
internal import CalqueSystem

/// The directory of a language's index: the parts, the gone units of each, and the store's state.
///
/// The directory is a small file that is replaced as a whole, so a reader sees the index before a
/// change or after it. The file has little-endian words of eight bytes: magic, version, generation
/// and number of parts; for each part its number, its size, the sum of its header, the state that
/// it was built from, the numbers of gone units and of the classes that they held, then both lists;
/// at the end a sum of all words.
struct IndexDirectory: Sendable {
  /// A part and its gone units.
  struct Entry: Sendable {
    /// The number in the name of the part's file.
    var number: UInt64
    /// The size of the part's file.
    var size: UInt64
    /// The sum of the part's header.
    var sum: UInt64
    /// The state of the store that the part was built from.
    var built: IndexGeneration
    /// The units that are gone.
    var gone: [UInt32]
    /// The number of gone units that held a class, by class.
    var fewer: [(number: UInt32, count: UInt32)]
  }

  var generation: IndexGeneration
  var entries: [Entry]

  static let magic: UInt64 = 0x3152_4944_4B49_4C43  // "CLIKDIR1"
  static let version: UInt64 = 3

  /// The directory's file in words.
  var words: [UInt64] {
    var words: [UInt64] = [
      Self.magic, Self.version, UInt64(bitPattern: generation.sequence),
      UInt64(bitPattern: generation.mark), UInt64(entries.count),
    ]
    for entry in entries {
      words += [
        entry.number, entry.size, entry.sum, UInt64(bitPattern: entry.built.sequence),
        UInt64(bitPattern: entry.built.mark), UInt64(entry.gone.count),
        UInt64(entry.fewer.count),
      ]
      words += entry.gone.map(UInt64.init)
      words += entry.fewer.map { UInt64($0.number) << 32 | UInt64($0.count) }
    }
    words.append(Self.sum(words[...]))
    return words
  }

  init(generation: IndexGeneration, entries: [Entry]) {
    self.generation = generation
    self.entries = entries
  }

  /// Reads a directory.
  ///
  /// - Throws: `IndexError` if the directory is missing, damaged or of another version.
  init(path: String) throws(IndexError) {
    let file = try IndexError.carrying { () throws(FileFailure) in try MappedFile(path) }
    guard file.count % 8 == 0, file.count >= 48 else {
      throw .damaged(path: path, what: "it is \(file.count) bytes long")
    }
    let table = unsafe file.table(at: 0, of: UInt64.self)
    let words = unsafe Array(UnsafeBufferPointer(start: table, count: file.count / 8))
    guard words[0] == Self.magic else {
      throw .damaged(path: path, what: "it is not a directory of an index")
    }
    guard words[1] == Self.version else {
      throw .version(path: path, found: UInt32(truncatingIfNeeded: words[1]))
    }
    guard words.last == Self.sum(words.dropLast()) else {
      throw .damaged(path: path, what: "it does not match its checksum")
    }
    var place = 5
    func next() throws(IndexError) -> UInt64 {
      guard place < words.count - 1 else {
        throw .damaged(path: path, what: "it ends too early")
      }
      defer { place += 1 }
      return words[place]
    }
    generation = IndexGeneration(
      sequence: Int64(bitPattern: words[2]), mark: Int64(bitPattern: words[3]))
    entries = []
    for _ in 0..<min(words[4], 1_000) {
      var entry = Entry(
        number: try next(), size: try next(), sum: try next(),
        built: IndexGeneration(
          sequence: Int64(bitPattern: try next()), mark: Int64(bitPattern: try next())),
        gone: [], fewer: [])
      let (goneCount, fewerCount) = (try next(), try next())
      for _ in 0..<goneCount { entry.gone.append(UInt32(truncatingIfNeeded: try next())) }
      for _ in 0..<fewerCount {
        let word = try next()
        entry.fewer.append((UInt32(word >> 32), UInt32(truncatingIfNeeded: word)))
      }
      entries.append(entry)
    }
  }

  private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
    var checksum = Checksum()
    unsafe words.withUnsafeBytes { unsafe checksum.add($0) }
    return checksum.value
  }
}
