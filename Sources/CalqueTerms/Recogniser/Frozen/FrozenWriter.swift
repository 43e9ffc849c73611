import CalqueMatch
import CalqueModel
import CalqueMorphology
import CalqueText

/// Writes the tables of a recogniser as a frozen recogniser's file.
struct FrozenWriter {
  private var sections = [[UInt8]](repeating: [], count: FrozenLayout.Section.allCases.count)
  // By bytes: two strings may be equal and have different bytes.
  private var pool = ByteStrings()
  /// Whether the pool is more than the numbers of the file can count.
  private var isTooLarge = false
  private var texts: [[UInt64]: UInt32] = [:]
  /// The number of words of the entries so far.
  private var entryWords: UInt32 = 0

  // MARK: Tables

  /// Writes the forms of a table, with their hash table.
  mutating func write(
    _ table: FormTable, slots: FrozenLayout.Section, readings: FrozenLayout.Section
  ) {
    var forms = [(hash: UInt32, start: UInt32, count: UInt32, first: UInt32)]()
    var number: UInt32 = 0
    table.forEachForm { form, hash, found in
      let place = intern(Array(form))
      forms.append((hash, place.start, place.count, number))
      for (index, reading) in found.enumerated() {
        append(UInt32(bitPattern: reading.word), to: readings)
        append(
          UInt32(reading.inflection.rawValue) | UInt32(reading.stable) << 16
            | (index == found.count - 1 ? 1 << 24 : 0), to: readings)
        number += 1
      }
    }
    let count = FrozenLayout.slots(for: forms.count)
    var table = [Int](repeating: -1, count: count)
    for (place, form) in forms.enumerated() {
      var slot = Int(form.hash) & (count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      table[slot] = place
    }
    for place in table {
      guard place >= 0 else {
        for _ in 0..<4 { append(0 as UInt32, to: slots) }
        continue
      }
      let form = forms[place]
      for field in [form.hash, form.start, form.count, form.first + 1] { append(field, to: slots) }
    }
  }

  /// Writes the lemmas, with their hash table.
  mutating func write(_ lemmas: LemmaTable) {
    let all = lemmas.lemmas
    let count = FrozenLayout.slots(for: all.count)
    var table = [(lemma: UInt64, first: UInt32, count: UInt32)](
      repeating: (0, 0, 0), count: count)
    var first: UInt32 = 0
    for lemma in all {
      var words = [Int32]()
      lemmas.append(lemma, to: &words)
      for word in words { append(UInt32(bitPattern: word), to: .lemmaWords) }
      var slot = FrozenLayout.slot(lemma, of: count)
      while table[slot].count > 0 { slot = (slot + 1) & (count - 1) }
      table[slot] = (lemma, first, UInt32(words.count))
      first += UInt32(words.count)
    }
    for slot in table {
      append(slot.lemma, to: .lemmaSlots)
      append(slot.first, to: .lemmaSlots)
      append(slot.count, to: .lemmaSlots)
    }
  }

  /// Writes the nodes and the edges of a trie, and the order of the entries at its nodes.
  mutating func write(_ trie: TermTrie) {
    writeNextEntries(trie)
    for number in 0..<trie.nodeCount {
      let node = trie.node(Int32(number))
      append(UInt32(node.firstTerm + 1), to: .nodes)
      append(
        UInt32(node.gaps.rawValue) | UInt32(UInt16(clamping: node.rest)) << 16, to: .nodes)
    }
    let count = FrozenLayout.slots(for: trie.edgeCount)
    var edges = [(node: UInt32, word: UInt32, child: UInt32)](repeating: (0, 0, 0), count: count)
    trie.forEachEdge { node, word, child in
      let key = TermTrie.key(Int32(bitPattern: node), Int32(bitPattern: word))
      var slot = FrozenLayout.slot(key, of: count)
      while edges[slot].child > 0 { slot = (slot + 1) & (count - 1) }
      edges[slot] = (node, word, child)
    }
    for edge in edges {
      for field in [edge.node, edge.word, edge.child, 0] { append(field, to: .edges) }
    }
  }

  /// Writes an entry with its words; words that are equal in everything are written once.
  mutating func write(_ entry: Recogniser.Entry) {
    let flags =
      (entry.isInverted ? 1 : 0) | UInt32(entry.article.rawValue) << 8
      | UInt32(entry.reading.rawValue) << 16
    // The next entry at the same node is not known yet.
    for field in [
      UInt32(entry.number), entryWords, UInt32(entry.words.count), 0, flags, 0, 0, 0,
    ] {
      append(field, to: .entries)
    }
    for (place, word) in entry.words.enumerated() {
      append(write(word), to: .entryWords)
      append(UInt32(entry.gaps[place].rawValue), to: .entryWords)
    }
    entryWords += UInt32(entry.words.count)
  }

  /// Writes into each entry which entry is the next at the same node of the trie.
  private mutating func writeNextEntries(_ trie: TermTrie) {
    let (section, size) = (
      FrozenLayout.Section.entries.rawValue, FrozenLayout.Section.entries.recordSize
    )
    for number in 0..<sections[section].count / size {
      let next = UInt32(trie.next(after: Int32(number)) + 1)
      for byte in 0..<4 {
        sections[section][number * size + 12 + byte] = UInt8(
          truncatingIfNeeded: next >> UInt32(8 * byte))
      }
    }
  }

  /// The number of a word's text, which is written if there is none like it.
  private mutating func write(_ word: Recogniser.Entry.Word) -> UInt32 {
    let text = word.text
    let (folded, written) = (intern(Array(text.folded.utf8)), intern(Array(text.written.utf8)))
    let flags: [Bool] = [
      text.isExact, text.isAcronym, text.isWord, text.isNumber, text.usesRules,
    ]
    var bits = UInt32(text.kinds.rawValue) << 8 | UInt32(text.inflections.rawValue) << 16
    for (place, flag) in flags.enumerated() where flag { bits |= 1 << UInt32(place) }
    let readings = text.readings.flatMap { reading -> [UInt64] in
      [reading.lemma, UInt64(reading.features.bits) | (reading.isLemma ? 1 << 16 : 0)]
    }
    let key = [UInt64(folded.start), UInt64(written.start), UInt64(bits)] + readings
    if let known = texts[key] { return known }
    let number = UInt32(texts.count)
    texts[key] = number
    let first = UInt32(
      sections[FrozenLayout.Section.wordReadings.rawValue].count
        / FrozenLayout.Section.wordReadings.recordSize)
    for word in readings { append(word, to: .wordReadings) }
    for field in [
      folded.start, folded.count, written.start, written.count, first,
      UInt32(bitPattern: word.number), UInt32(text.readings.count), bits,
    ] {
      append(field, to: .wordTexts)
    }
    return number
  }

  /// Writes the terms, and their order by length for queries that resemble them.
  mutating func write(_ terms: [GlossaryTerm]) {
    var order = [(length: Int32, number: Int32)]()
    order.reserveCapacity(terms.count)
    for (number, term) in terms.enumerated() {
      let letters = LetterCount(term.text)
      let isCounted = letters.total <= LetterCount.longest && letters.unknown == 0
      order.append(
        (Int32(isCounted ? letters.total : LetterCount.longest + 1), Int32(number)))
    }
    order.sort { ($0.length, $0.number) < ($1.length, $1.number) }
    // A query that terms resemble reads texts of about its own length: they stand side by side.
    for term in order { _ = intern(Array(terms[Int(term.number)].text.utf8)) }
    reserve(terms.count, in: .terms)
    for term in terms {
      let text = intern(Array(term.text.utf8))
      for field in [
        UInt64(bitPattern: term.id), UInt64(bitPattern: term.concept.rawValue),
        UInt64(bitPattern: term.resource), UInt64(bitPattern: Int64(term.flags.rawValue)),
        UInt64(text.start) | UInt64(text.count) << 32, 0, 0, 0,
      ] {
        append(field, to: .terms)
      }
    }
    var place = 0
    for length in 0...LetterCount.longest + 2 {
      while place < order.count, order[place].length < length { place += 1 }
      append(UInt32(place), to: .alikeStarts)
    }
    reserve(terms.count, in: .alikeTerms)
    for term in order {
      let written = terms[Int(term.number)].text
      append(LetterCount(written).signature, to: .alikeTerms)
      let text = intern(Array(written.utf8))
      for field in [UInt32(term.number), text.start, text.count, 0, 0, 0] {
        append(field, to: .alikeTerms)
      }
    }
  }

  // MARK: The file

  /// The file; nil if the tables are more than the numbers of the file can count.
  consuming func file(
    words: Int32, _ morphology: Morphology, _ state: FrozenRecogniser.State
  ) -> [UInt8]? {
    guard !isTooLarge, sections.allSatisfy({ $0.count < Int(Int32.max) }) else { return nil }
    texts = [:]
    sections[FrozenLayout.Section.pool.rawValue] = pool.bytes
    pool = ByteStrings()
    var header = [UInt64](repeating: 0, count: FrozenLayout.blockSize / 8)
    header[0] = FrozenLayout.magic
    header[1] = FrozenLayout.version
    header[2] = FrozenLayout.rules
    header[FrozenLayout.Header.morphology] = morphology.stamp
    header[FrozenLayout.Header.language] = FrozenRecogniser.number(of: morphology.language)
    header[FrozenLayout.Header.sequence] = UInt64(bitPattern: state.sequence)
    header[FrozenLayout.Header.mark] = UInt64(bitPattern: state.mark)
    header[FrozenLayout.Header.words] = UInt64(words)
    var body = [UInt8](repeating: 0, count: FrozenLayout.blockSize)
    // With the sums, for which an array that is full would grow to twice its size.
    let size = sections.reduce(FrozenLayout.blockSize) { $0 + $1.count + FrozenLayout.alignment }
    body.reserveCapacity(size + (size / FrozenLayout.blockSize + 2) * 8 + FrozenLayout.blockSize)
    for section in FrozenLayout.Section.allCases {
      let bytes = sections[section.rawValue]
      // A section that is in the body is let go, so that the file is not in memory twice.
      sections[section.rawValue] = []
      let place = FrozenLayout.Header.sections + section.rawValue * 2
      header[place] = UInt64(body.count)
      header[place + 1] = UInt64(bytes.count / section.recordSize)
      body += bytes
      Self.fill(&body, to: FrozenLayout.alignment)
    }
    Self.fill(&body, to: FrozenLayout.blockSize)
    let sums = Self.sums(ofBlocksOf: body)
    header[FrozenLayout.Header.sums] = UInt64(body.count)
    header[FrozenLayout.Header.sumOfSums] = Self.sum(sums[...])
    header[FrozenLayout.Header.size] = UInt64(body.count + sums.count)
    body += sums
    let written = Self.bytes(of: header.dropLast())
    let whole = written + Self.bytes(of: [Self.sum(written[...])])
    body.replaceSubrange(0..<FrozenLayout.blockSize, with: whole)
    return body
  }

  private static func sums(ofBlocksOf body: [UInt8]) -> [UInt8] {
    bytes(
      of: stride(from: FrozenLayout.blockSize, to: body.count, by: FrozenLayout.blockSize).map {
        sum(body[$0..<$0 + FrozenLayout.blockSize])
      })
  }

  private static func fill(_ bytes: inout [UInt8], to size: Int) {
    let rest = bytes.count % size
    if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: size - rest)) }
  }

  private static func bytes(of words: some Sequence<UInt64>) -> [UInt8] {
    var bytes = [UInt8]()
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum = Checksum()
    unsafe bytes.withUnsafeBytes { unsafe sum.add($0) }
    return sum.value
  }

  // MARK: Numbers and texts

  private mutating func reserve(_ records: Int, in section: FrozenLayout.Section) {
    sections[section.rawValue].reserveCapacity(records * section.recordSize)
  }

  private mutating func append(_ value: UInt32, to section: FrozenLayout.Section) {
    unsafe withUnsafeBytes(of: value.littleEndian) { bytes in
      unsafe sections[section.rawValue].append(contentsOf: bytes)
    }
  }

  private mutating func append(_ value: UInt64, to section: FrozenLayout.Section) {
    unsafe withUnsafeBytes(of: value.littleEndian) { bytes in
      unsafe sections[section.rawValue].append(contentsOf: bytes)
    }
  }

  /// The place of a text in the pool, where equal texts stand once.
  private mutating func intern(_ text: [UInt8]) -> (start: UInt32, count: UInt32) {
    guard pool.bytes.count + text.count < Int(Int32.max) else {
      isTooLarge = true
      return (0, 0)
    }
    let number = Int(pool.enter(text).number)
    let start = number == 0 ? 0 : pool.ends[number - 1]
    return (start, pool.ends[number] - start)
  }
}
