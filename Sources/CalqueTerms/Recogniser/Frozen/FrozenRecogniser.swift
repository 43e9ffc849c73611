package import CalqueModel
package import CalqueMorphology
import CalqueText

/// The terms of one language in one state of a store, ready to be recognised, in a mapped file.
///
/// Opening looks at the header and at the sums of the blocks. A question reads the blocks that it
/// touches, and checks each of them the first time (`FrozenBytes`). A value never changes, so any
/// number of threads may use the same one.
///
///     let frozen = try FrozenRecogniser(address: file.address, size: file.count, owner: file,
///       morphology)
///     let found = RecogniserBuilder(morphology, over: frozen).recogniser().terms(in: text)
///     if frozen.isDamaged { … }  // what was found is not to be trusted
package struct FrozenRecogniser: Sendable {
  /// A state of a store, by its last change and the random mark of that change.
  package struct State: Hashable, Sendable {
    /// The number of the last change.
    package let sequence: Int64
    /// The random number of the last change.
    package let mark: Int64

    package init(sequence: Int64, mark: Int64) {
      self.sequence = sequence
      self.mark = mark
    }
  }

  private let bytes: FrozenBytes
  private let sections: [FrozenSection]
  /// The state of the store from which the terms were read.
  package let state: State
  /// The number of words of the vocabulary.
  let wordCount: Int

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - address: the address of the file's bytes, aligned to eight bytes.
  ///   - size: the number of bytes.
  ///   - owner: keeps the bytes readable.
  ///   - morphology: the language of the terms, and the lexicon by which they were read.
  /// - Throws: `FrozenError` if the bytes are no sound recogniser of the language.
  package init(
    address: UInt, size: Int, owner: any AnyObject & Sendable, _ morphology: Morphology
  ) throws(FrozenError) {
    guard size >= FrozenLayout.blockSize, address % 8 == 0,
      let start = unsafe UnsafeRawPointer(bitPattern: address)
    else { throw .damaged(what: "it ends within its header") }
    let header = (0..<FrozenLayout.blockSize / 8).map { word in
      unsafe UInt64(littleEndian: start.load(fromByteOffset: word * 8, as: UInt64.self))
    }
    guard header[0] == FrozenLayout.magic else { throw .damaged(what: "it is no recogniser") }
    guard header[1] == FrozenLayout.version, header[2] == FrozenLayout.rules else {
      throw .outdated
    }
    let sum = unsafe Self.sum(start, FrozenLayout.blockSize - 8)
    guard header[FrozenLayout.Header.sum] == sum,
      header[FrozenLayout.Header.size] == UInt64(size)
    else { throw .damaged(what: "its header does not match its sum or its size") }
    guard header[FrozenLayout.Header.morphology] == morphology.stamp,
      header[FrozenLayout.Header.language] == Self.number(of: morphology.language)
    else { throw .outdated }
    let sums = Int(truncatingIfNeeded: header[FrozenLayout.Header.sums])
    let blocks = sums / FrozenLayout.blockSize - 1
    guard sums > 0, sums % FrozenLayout.blockSize == 0, sums <= size, size - sums == blocks * 8,
      unsafe Self.sum(start + sums, blocks * 8) == header[FrozenLayout.Header.sumOfSums]
    else { throw .damaged(what: "the sums of its blocks do not match their own sum") }
    sections = try Self.sections(header, end: sums)
    bytes = FrozenBytes(address: address, owner: owner, size: sums, sums: sums)
    state = State(
      sequence: Int64(bitPattern: header[FrozenLayout.Header.sequence]),
      mark: Int64(bitPattern: header[FrozenLayout.Header.mark]))
    wordCount = Int(header[FrozenLayout.Header.words] & UInt64(Int32.max))
  }

  private static func sections(
    _ header: [UInt64], end: Int
  ) throws(FrozenError) -> [FrozenSection] {
    var sections = [FrozenSection]()
    for section in FrozenLayout.Section.allCases {
      let place = FrozenLayout.Header.sections + section.rawValue * 2
      let offset = Int(truncatingIfNeeded: header[place])
      let count = Int(truncatingIfNeeded: header[place + 1])
      guard offset >= FrozenLayout.blockSize, offset % FrozenLayout.alignment == 0, offset <= end,
        (0...Int(Int32.max)).contains(count), count <= (end - offset) / section.recordSize
      else { throw .damaged(what: "its section \(section) is not inside the file") }
      let isTable = [.formSlots, .stemSlots, .lemmaSlots, .edges].contains(section)
      guard !isTable || count >= 8 && count & (count - 1) == 0 else {
        throw .damaged(what: "its section \(section) is no hash table")
      }
      sections.append(FrozenSection(offset: offset, count: count, size: section.recordSize))
    }
    return sections
  }

  /// Whether a question found a block that does not match its sum or a place outside its section.
  package var isDamaged: Bool { bytes.isDamaged }

  /// Whether every block matches its sum; this reads the whole file.
  package func isWhole() -> Bool { bytes.isWhole() }

  // MARK: Terms

  /// The number of terms; occurrences name a term by a number below it.
  package var termCount: Int { section(.terms).count }

  /// A term by its number; its part of speech and its gender are not kept.
  package func term(_ number: Int) -> GlossaryTerm {
    let terms = section(.terms)
    return GlossaryTerm(
      id: Int64(bitPattern: bytes.long(terms, number, 0)), concept: concept(of: number),
      resource: resource(of: number),
      flags: TermFlags(rawValue: Int(truncatingIfNeeded: bytes.long(terms, number, 24))),
      text: bytes.text(
        section(.pool), bytes.number(terms, number, 32), bytes.number(terms, number, 36)))
  }

  /// The concept of a term.
  package func concept(of number: Int) -> ConceptID {
    ConceptID(Int64(bitPattern: bytes.long(section(.terms), number, 8)))
  }

  /// The glossary of a term.
  package func resource(of number: Int) -> Int64 {
    Int64(bitPattern: bytes.long(section(.terms), number, 16))
  }

  /// The terms whose letters may make them resemble a text, with their numbers, in order.
  ///
  /// The text of a term that is left out cannot reach the minimum (`LetterCount.mayResemble`).
  package func terms(
    alike letters: LetterCount, minimum: Int
  ) -> [(number: Int, text: String)] {
    let (terms, starts) = (section(.alikeTerms), section(.alikeStarts))
    let signature = letters.signature
    var found = [(number: Int, text: String)]()
    for length in 0..<starts.count - 1 {
      let isOfLength = length <= LetterCount.longest
      let longer = max(length, letters.total)
      let most = LetterCount.most(minimum, longer: longer, unknown: letters.unknown)
      if isOfLength, longer <= LetterCount.longest, 100 * abs(length - letters.total) > most {
        continue
      }
      let end = min(Int(bytes.number(starts, length + 1, 0)), terms.count)
      var place = Int(bytes.number(starts, length, 0))
      while place < end {
        let other = bytes.long(terms, place, 0)
        let more = (signature & ~other).nonzeroBitCount
        let less = (other & ~signature).nonzeroBitCount
        if !isOfLength || longer > LetterCount.longest || 100 * max(more, less) <= most {
          let text = bytes.text(
            section(.pool), bytes.number(terms, place, 12), bytes.number(terms, place, 16))
          found.append((Int(bytes.number(terms, place, 8)), text))
        }
        place += 1
      }
    }
    return found.filter { $0.number < termCount }.sorted { $0.number < $1.number }
  }

  // MARK: Tables

  private func section(_ section: FrozenLayout.Section) -> FrozenSection {
    sections[section.rawValue]
  }

  var forms: FrozenForms {
    FrozenForms(
      bytes: bytes, slots: section(.formSlots), readings: section(.formReadings),
      pool: section(.pool))
  }

  var stems: FrozenForms {
    FrozenForms(
      bytes: bytes, slots: section(.stemSlots), readings: section(.stemReadings),
      pool: section(.pool))
  }

  var lemmas: FrozenLemmas {
    FrozenLemmas(bytes: bytes, slots: section(.lemmaSlots), words: section(.lemmaWords))
  }

  var trie: FrozenTrie {
    FrozenTrie(
      bytes: bytes, edges: section(.edges), nodes: section(.nodes), entries: section(.entries))
  }

  var entries: FrozenEntries {
    FrozenEntries(
      bytes: bytes, entries: section(.entries), words: section(.entryWords),
      texts: section(.wordTexts), readings: section(.wordReadings), terms: section(.terms),
      pool: section(.pool))
  }

  // MARK: Sums

  @unsafe private static func sum(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var sum = Checksum()
    unsafe sum.add(UnsafeRawBufferPointer(start: start, count: count))
    return sum.value
  }

  /// The number of a language: FNV-1a (Fowler, Noll, Vo) of its primary tag.
  static func number(of language: Language) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in language.primary.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
