import CalqueModel
import CalqueMorphology

/// The forms of a frozen recogniser with their readings.
struct FrozenForms: Sendable {
  let bytes: FrozenBytes
  let slots: FrozenSection
  let readings: FrozenSection
  let pool: FrozenSection

  /// The first reading of a form; -1 if the form is not there.
  func firstReading(of form: Span<UInt8>, _ hash: UInt32) -> Int32 {
    if readings.count == 0 { return -1 }
    var slot = Int(hash) & (slots.count - 1)
    for _ in 0..<slots.count {
      let first = bytes.number(slots, slot, 12)
      if first == 0 { return -1 }
      if bytes.number(slots, slot, 0) == hash,
        bytes.holds(pool, bytes.number(slots, slot, 4), bytes.number(slots, slot, 8), form)
      {
        return bytes.checked(Int32(bitPattern: first) &- 1, below: readings.count)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// A reading by its number.
  func reading(_ number: Int32) -> FormTable.Reading {
    let word = bytes.number(readings, Int(number), 0)
    let details = bytes.number(readings, Int(number), 4)
    return FormTable.Reading(
      word: Int32(bitPattern: word), inflection: Inflection(rawValue: UInt16(details & 0xFFFF)),
      stable: UInt8(details >> 16 & 0xFF),
      next: details >> 24 & 1 == 0 && Int(number) + 1 < readings.count ? number + 1 : -1)
  }
}

/// The words of a frozen recogniser by their lemmas.
struct FrozenLemmas: Sendable {
  let bytes: FrozenBytes
  let slots: FrozenSection
  let words: FrozenSection

  /// Appends the words of a lemma that are not there yet.
  func append(_ lemma: UInt64, to found: inout [Int32]) {
    var slot = FrozenLayout.slot(lemma, of: slots.count)
    for _ in 0..<slots.count {
      let count = bytes.number(slots, slot, 12)
      if count == 0 { return }
      if bytes.long(slots, slot, 0) == lemma {
        let first = Int(bytes.number(slots, slot, 8))
        for place in first..<first + min(Int(count), words.count) {
          let word = Int32(bitPattern: bytes.number(words, place, 0))
          if !found.contains(word) { found.append(word) }
        }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }
}

/// The trie of a frozen recogniser.
struct FrozenTrie: Sendable {
  let bytes: FrozenBytes
  let edges: FrozenSection
  let nodes: FrozenSection
  let entries: FrozenSection

  /// The node behind an edge; nil if there is no such edge.
  func child(of node: Int32, word: Int32) -> Int32? {
    let key = TermTrie.key(node, word)
    var slot = FrozenLayout.slot(key, of: edges.count)
    for _ in 0..<edges.count {
      let child = bytes.number(edges, slot, 8)
      if child == 0 { return nil }
      if bytes.number(edges, slot, 0) == UInt32(bitPattern: node),
        bytes.number(edges, slot, 4) == UInt32(bitPattern: word)
      {
        let found = bytes.checked(Int32(bitPattern: child), below: nodes.count)
        return found < 0 ? nil : found
      }
      slot = (slot + 1) & (edges.count - 1)
    }
    return nil
  }

  /// What the trie says of a node.
  func node(_ node: Int32) -> TermTrie.Node {
    let first = Int32(bitPattern: bytes.number(nodes, Int(node), 0)) &- 1
    let details = bytes.number(nodes, Int(node), 4)
    return TermTrie.Node(
      firstTerm: first == -1 ? -1 : bytes.checked(first, below: entries.count),
      rest: Int32(details >> 16), gaps: Gap(rawValue: UInt16(details & 0xFFFF)))
  }

  /// The next entry that ends at the same node; -1 behind the last.
  func next(after entry: Int32) -> Int32 {
    let next = Int32(bitPattern: bytes.number(entries, Int(entry), 12)) &- 1
    if next == -1 { return -1 }
    // Entries of a node are in ascending order, so that a walk over them ends.
    return bytes.checked(next > entry ? next : -1, below: entries.count)
  }
}

/// The entries of a frozen recogniser.
struct FrozenEntries: Sendable {
  let bytes: FrozenBytes
  let entries: FrozenSection
  let words: FrozenSection
  let texts: FrozenSection
  let readings: FrozenSection
  let terms: FrozenSection
  let pool: FrozenSection

  /// The number of an entry's term; nil if the file is damaged.
  func term(of entry: Int32) -> Int? {
    let term = bytes.checked(
      Int32(bitPattern: bytes.number(entries, Int(entry), 0)), below: terms.count)
    return term < 0 ? nil : Int(term)
  }

  /// An entry by its number; nil if the file is damaged.
  func entry(_ entry: Int32) -> Recogniser.Entry? {
    guard let number = term(of: entry) else { return nil }
    let first = Int(bytes.number(entries, Int(entry), 4))
    let flags = bytes.number(entries, Int(entry), 16)
    var found = [Recogniser.Entry.Word]()
    var gaps = [Gap]()
    for place in first..<first + min(Int(bytes.number(entries, Int(entry), 8)), words.count) {
      found.append(word(Int(bytes.number(words, place, 0))))
      gaps.append(Gap(rawValue: UInt16(truncatingIfNeeded: bytes.number(words, place, 4))))
    }
    let concept = Int64(bitPattern: bytes.long(terms, number, 8))
    if found.isEmpty || bytes.isDamaged { return nil }
    return Recogniser.Entry(
      number: number, concept: ConceptID(concept), words: found, gaps: gaps,
      isInverted: flags & 1 != 0,
      article: TermWords.Article(rawValue: UInt8(flags >> 8 & 3)) ?? .none,
      reading: TermWords.Role(rawValue: UInt8(flags >> 16 & 3)) ?? .any)
  }

  private func word(_ text: Int) -> Recogniser.Entry.Word {
    let flags = bytes.number(texts, text, 28)
    var word = TermWords.Word(
      folded: bytes.text(pool, bytes.number(texts, text, 0), bytes.number(texts, text, 4)),
      written: bytes.text(pool, bytes.number(texts, text, 8), bytes.number(texts, text, 12)),
      isExact: flags & 1 != 0, isAcronym: flags & 2 != 0, isWord: flags & 4 != 0,
      isNumber: flags & 8 != 0)
    word.usesRules = flags & 16 != 0
    word.kinds = PhraseWords.Kinds(rawValue: UInt8(flags >> 8 & 0xFF))
    word.inflections = Inflection(rawValue: UInt16(flags >> 16))
    let first = Int(bytes.number(texts, text, 16))
    let count = min(Int(bytes.number(texts, text, 24)), readings.count)
    for place in first..<first + count {
      let details = bytes.number(readings, place, 8)
      word.readings.append(
        WordReading(
          lemma: bytes.long(readings, place, 0),
          features: WordFeatures(bits: UInt16(details & 0xFFFF)), isLemma: details >> 16 & 1 != 0))
    }
    return Recogniser.Entry.Word(
      number: Int32(bitPattern: bytes.number(texts, text, 20)), text: word)
  }
}
