import CalqueAlign
import CalqueStore
import CalqueSystem

/// What a `LinkFile` is written from.
struct LinkFileContents {
  /// One side of the units.
  struct Side {
    var starts: [UInt32] = [0]
    /// The forms of the words; each unit ends with a 0.
    var forms: [UInt32] = []

    /// Adds the forms of a unit's words.
    mutating func append(_ unit: [UInt32]) {
      forms += unit
      forms.append(0)
      starts.append(UInt32(forms.count))
    }

    /// The forms of a unit's words.
    func unit(_ number: Int) -> ArraySlice<UInt32> {
      forms[Int(starts[number])..<(Int(starts[number + 1]) - 1)]
    }
  }

  var generation: StoreGeneration
  /// The sum of the file that this one adds to; 0 if it adds to none.
  var base: UInt64 = 0
  var units: [Int64] = []
  var resources: [Int64] = []
  var gone: [Int64] = []
  var source = Side()
  var target = Side()
  var linkStarts: [UInt32] = [0]
  var links: [UInt8] = []

  /// Adds the links of the next unit; `SentencePairs.maxWords` keeps the places below 256.
  mutating func append(_ unit: [WordLink]) {
    for link in unit {
      links.append(UInt8(truncatingIfNeeded: link.source))
      links.append(UInt8(truncatingIfNeeded: link.target))
    }
    linkStarts.append(UInt32(links.count))
  }

  /// How many places of words each word's come behind in the order of places, and the number of all.
  private static func ranks(of words: [UInt32], vocabulary: Int) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: vocabulary + 1)
    for word in words where word != 0 { ranks[Int(word)] += 1 }
    for word in ranks.indices.dropFirst() { ranks[word] += ranks[word - 1] }
    return ranks
  }

  /// Writes the file, which exists only once it is whole.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - sourceWords: the words of the source side.
  ///   - targetWords: the words of the target side.
  ///   - aligner: what the links have taught; nil to leave it out.
  /// - Throws: `FileFailure`; the path then has its old content.
  func write(
    to path: String, _ sourceWords: WordNumbers, _ targetWords: WordNumbers,
    aligner: WordAligner?
  ) throws(FileFailure) {
    let file = try AtomicFile(path, inLargePages: true)
    var offset = LinkFile.headerWords * 8
    var header: [UInt64] = [
      LinkFile.magic, 0, UInt64(bitPattern: generation.sequence),
      UInt64(bitPattern: generation.mark), base,
    ]
    try file.write([UInt8](repeating: 0, count: offset))
    func section<E: BitwiseCopyable>(_ elements: [E]) throws(FileFailure) {
      let stride = MemoryLayout<E>.stride
      var place = 0
      while place < elements.count {
        let end = min(place + 65_536, elements.count)
        try file.write(unsafe elements[place..<end].withUnsafeBytes { unsafe Array($0) })
        place = end
      }
      header += [UInt64(offset), UInt64(elements.count * stride)]
      offset += elements.count * stride
      let rest = (8 - offset % 8) % 8
      try file.write([UInt8](repeating: 0, count: rest))
      offset += rest
    }
    func table(_ words: [[UInt8]]) throws(FileFailure) {
      var starts: [UInt32] = [0]
      var bytes: [UInt8] = []
      for word in words {
        bytes += word
        starts.append(UInt32(bytes.count))
      }
      try section(starts)
      try section(bytes)
    }
    func side(_ side: Side, _ words: WordNumbers) throws(FileFailure) {
      try section(side.starts)
      try section(side.forms)
      let numbers = side.forms.map { words.stem(ofForm: $0) }
      try section(PhraseOrder.sorted(numbers, vocabulary: words.count))
      try table((0..<words.formCount).map { words.form(UInt32($0 + 1)) })
      try section(words.stemOfForm)
      let stems = (0..<words.count).map { words.stem(UInt32($0 + 1)) }
      try table(stems)
      try section(
        (1..<(UInt32(words.count) + 1)).sorted {
          stems[Int($0) - 1].lexicographicallyPrecedes(stems[Int($1) - 1])
        })
      try section(Self.ranks(of: numbers, vocabulary: words.count))
    }
    try section(units)
    try section(resources)
    try section(gone)
    try side(source, sourceWords)
    try side(target, targetWords)
    try section(linkStarts)
    try section(links)
    for model in [aligner?.forward, aligner?.backward] {
      let pairs = model?.keptPairs ?? []
      try section(pairs.map(\.key))
      try section(pairs.map(\.count))
      try section(model?.jumps ?? [])
      try section(model?.fertility ?? [])
    }
    header[1] = UInt64(offset)
    header.append(LinkFile.sum(header[...]))
    try file.overwriteBeginning(
      with: unsafe header.withUnsafeBytes { unsafe Array($0) })
    try file.commit(synchronizesFolder: false)
  }
}
