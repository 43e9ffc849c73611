import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

/// The words of a memory's units and the links between them, in a file beside the index.
///
/// The file is derived data of one state of the store and may be deleted at any time. It holds, for
/// each side, the forms of the words of all units by number and the order of their places by stems
/// (`PhraseOrder`), the forms and stems of the words, the links of each unit as pairs of bytes, and what the links have taught
/// (`LinkModel`). All numbers are little-endian; each section begins at a multiple of eight.
struct LinkFile: Sendable {
  /// The sections, in their order in the file.
  enum Section: Int, CaseIterable {
    case units, resources, gone
    case sourceStarts, sourceForms, sourceOrder, sourceFormStarts, sourceFormBytes, sourceFormStems
    case sourceStemStarts, sourceStems, sourceSorted
    case targetStarts, targetForms, targetOrder, targetFormStarts, targetFormBytes, targetFormStems
    case targetStemStarts, targetStems, targetSorted
    case linkStarts, links
    case forwardPairs, forwardCounts, forwardJumps, forwardFertility
    case backwardPairs, backwardCounts, backwardJumps, backwardFertility
  }

  static let magic: UInt64 = 0x324B_4E49_4C51_4C43  // "CLQLINK2"
  /// The words of the header before the sections: magic, size, generation, the base's sum.
  static let fixed = 5
  static var headerWords: Int { fixed + 2 * Section.allCases.count + 1 }

  /// The state of the store that the file was made from.
  let generation: StoreGeneration
  /// The sum of the header, which names the file.
  let sum: UInt64
  /// The sum of the file that this one adds to; 0 if it adds to none.
  let base: UInt64
  /// The units, in the order of their numbers here.
  let units: MappedArray<Int64>
  /// The memory of each unit.
  let resources: MappedArray<Int64>
  /// The units of the base that have changed since, in order.
  let gone: MappedArray<Int64>
  let source: Side
  let target: Side
  let linkStarts: MappedArray<UInt32>
  let links: MappedArray<UInt8>
  private let file: MappedFile
  private let sections: [Range<Int>]

  /// One side of the units.
  struct Side: Sendable {
    /// The place of each unit's first word, and the place behind the last unit.
    let starts: MappedArray<UInt32>
    /// The forms of the words of all units; each unit ends with a 0.
    let forms: MappedArray<UInt32>
    /// The places of the words, in the order of the phrases that begin there, by stems.
    let order: MappedArray<UInt32>
    let formStarts: MappedArray<UInt32>
    let formBytes: MappedArray<UInt8>
    /// The stem of each form.
    let stemOfForm: MappedArray<UInt32>
    let stemStarts: MappedArray<UInt32>
    let stems: MappedArray<UInt8>
    /// The words in the order of their stems' bytes.
    let sorted: MappedArray<UInt32>
  }

  /// Opens a file; nil if there is none or it is not whole.
  init?(_ path: String) {
    guard let file = try? MappedFile(path), file.count >= Self.headerWords * 8 else { return nil }
    let header = MappedArray<UInt64>(file, offset: 0, bytes: Self.headerWords * 8).array
    let sum = Self.sum(header.dropLast())
    guard header[0] == Self.magic, header[1] == UInt64(file.count), header.last == sum else {
      return nil
    }
    generation = StoreGeneration(
      sequence: Int64(bitPattern: header[2]), mark: Int64(bitPattern: header[3]))
    base = header[4]
    self.sum = sum
    self.file = file
    let sections = Section.allCases.map { section in
      let place = Self.fixed + 2 * section.rawValue
      let start = Int(truncatingIfNeeded: header[place] & 0x7FFF_FFFF_FFFF)
      return start..<(start + Int(truncatingIfNeeded: header[place + 1] & 0x7FFF_FFFF_FFFF))
    }
    self.sections = sections
    func array<E: BitwiseCopyable & AdditiveArithmetic & Sendable>(
      _ section: Section, _: E.Type
    ) -> MappedArray<E> {
      let range = sections[section.rawValue]
      return MappedArray(file, offset: range.lowerBound, bytes: range.count)
    }
    func side(_ first: Section) -> Side {
      let sections = Section.allCases[first.rawValue...].prefix(9).map(\.self)
      return Side(
        starts: array(sections[0], UInt32.self), forms: array(sections[1], UInt32.self),
        order: array(sections[2], UInt32.self), formStarts: array(sections[3], UInt32.self),
        formBytes: array(sections[4], UInt8.self), stemOfForm: array(sections[5], UInt32.self),
        stemStarts: array(sections[6], UInt32.self), stems: array(sections[7], UInt8.self),
        sorted: array(sections[8], UInt32.self))
    }
    units = array(.units, Int64.self)
    resources = array(.resources, Int64.self)
    gone = array(.gone, Int64.self)
    source = side(.sourceStarts)
    target = side(.targetStarts)
    linkStarts = array(.linkStarts, UInt32.self)
    links = array(.links, UInt8.self)
  }

  /// Prepares for many questions, whose units lie all over the file.
  func expectManyReads() { file.expectManyReads() }

  /// The sum of the words of a header.
  static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0x9E37) { TextHash.mixed($0 &+ $1) }
  }

  /// The pairs of words that the links of one direction have taught, by their keys, and their counts.
  func learned(forward: Bool) -> (pairs: MappedArray<UInt64>, counts: MappedArray<Float>) {
    let pairs = sections[(forward ? Section.forwardPairs : .backwardPairs).rawValue]
    let counts = sections[(forward ? Section.forwardCounts : .backwardCounts).rawValue]
    return (
      MappedArray(file, offset: pairs.lowerBound, bytes: pairs.count),
      MappedArray(file, offset: counts.lowerBound, bytes: counts.count)
    )
  }

  /// What the links of one direction have taught.
  func model(forward: Bool, words: Int) -> LinkModel {
    func array<E: BitwiseCopyable & AdditiveArithmetic & Sendable>(
      _ there: Section, _ back: Section, _: E.Type
    ) -> [E] {
      let range = sections[(forward ? there : back).rawValue]
      return MappedArray<E>(file, offset: range.lowerBound, bytes: range.count).array
    }
    return LinkModel(
      words: words, pairs: array(.forwardPairs, .backwardPairs, UInt64.self),
      counts: array(.forwardCounts, .backwardCounts, Float.self),
      jumps: array(.forwardJumps, .backwardJumps, Float.self),
      fertility: array(.forwardFertility, .backwardFertility, Float.self))
  }
}

extension LinkFile.Side {
  /// The number of units.
  var units: Int { max(0, starts.count - 1) }

  /// The word at a place, by the number of its stem; 0 behind a unit's end.
  @inline(__always)
  func word(_ place: Int) -> UInt32 {
    let form = forms[place]
    return form == 0 ? 0 : stemOfForm[Int(form) - 1]
  }

  /// The bytes of a form.
  func form(_ form: UInt32) -> [UInt8] { Self.bytes(form, formStarts, formBytes) }

  /// The places of the bytes of a form; none for 0.
  @inline(__always)
  func bytes(ofForm form: UInt32) -> Range<Int> {
    guard form > 0 else { return 0..<0 }
    let (start, end) = (Int(formStarts[Int(form) - 1]), Int(formStarts[Int(form)]))
    return start <= end && end <= formBytes.count ? start..<end : 0..<0
  }

  /// Whether a form has letters of ASCII alone, and more than so many.
  func isPlainWord(_ form: UInt32, longerThan length: Int) -> Bool {
    let bytes = bytes(ofForm: form)
    return bytes.count > length
      && bytes.allSatisfy { (0x61...0x7A).contains(formBytes[$0] | 0x20) }
  }

  /// The bytes of a word's stem.
  func stem(_ word: UInt32) -> [UInt8] { Self.bytes(word, stemStarts, stems) }

  private static func bytes(
    _ number: UInt32, _ starts: MappedArray<UInt32>, _ bytes: MappedArray<UInt8>
  ) -> [UInt8] {
    let (start, end) = (Int(starts[Int(number) - 1]), Int(starts[Int(number)]))
    guard start <= end, end <= bytes.count else { return [] }
    return (start..<end).map { bytes[$0] }
  }

  /// The words of a side, as an aligner takes them.
  func numbers(_ language: Language) -> WordNumbers {
    WordNumbers(
      language, stems: (0..<sorted.count).lazy.map { stem(UInt32($0 + 1)) },
      forms: (0..<stemOfForm.count).lazy.map { (form(UInt32($0 + 1)), stemOfForm[$0]) })
  }

  /// The number of the word with a stem; nil if no unit has it.
  func number(of stem: [UInt8]) -> UInt32? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if self.stem(sorted[middle]).lexicographicallyPrecedes(stem) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let found = sorted[low]
    return low < sorted.count && self.stem(found) == stem ? found : nil
  }

  /// The occurrences of a phrase, as a stretch of `order`.
  ///
  /// - Parameters:
  ///   - phrase: the phrase.
  ///   - range: the occurrences of the phrase's beginning; nil for all places.
  /// - Returns: the stretch.
  func occurrences(of phrase: ArraySlice<UInt32>, in range: Range<Int>? = nil) -> Range<Int> {
    PhraseOrder.occurrences(of: phrase, in: range ?? 0..<order.count) { rank, offset in
      word(Int(order[rank]) + offset)
    }
  }

  /// The occurrences of phrases of which each word is one of several, as stretches of `order`.
  ///
  /// - Complexity: O(combinations that occur · log words).
  func occurrences(ofAny words: [[UInt32]]) -> [Range<Int>] {
    var ranges = [0..<order.count]
    for (offset, alternatives) in words.prefix(PhraseOrder.depth).enumerated() {
      ranges = ranges.flatMap { range in
        alternatives.map { wanted in
          PhraseOrder.occurrences(of: [wanted], in: range) { rank, _ in
            word(Int(order[rank]) + offset)
          }
        }
      }.filter { !$0.isEmpty }
    }
    return ranges
  }

  /// The unit that holds a place of `words`.
  ///
  /// The search begins where the place would be if all units were equally long, because each step
  /// may wait for memory.
  func unit(at place: Int) -> Int {
    var low = min(units - 1, place * units / max(1, forms.count))
    var high = low + 1
    var step = 1
    while low > 0, Int(starts[low]) > place {
      (low, high) = (max(0, low - step), low)
      step *= 2
    }
    while high < units, Int(starts[high]) <= place {
      (low, high) = (high, min(units, high + step))
      step *= 2
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The places of a unit's words.
  func range(_ unit: Int) -> Range<Int> {
    let (start, next) = (Int(starts[unit]), Int(starts[unit + 1]))
    return start..<max(start, min(next - 1, forms.count))
  }
}

extension LinkFile {
  /// The place of a unit in the file; nil if the file lacks the unit.
  ///
  /// The search begins where the unit is if no number is left out, because each step may wait for
  /// memory.
  func place(of unit: UnitID) -> Int? {
    let (wanted, count) = (unit.rawValue, units.count)
    guard count > 0, wanted >= units[0], wanted <= units[count - 1] else { return nil }
    // The place is at `high` or before, and behind all that are smaller.
    var high = Int(min(Int64(count - 1), wanted - units[0]))
    if units[high] == wanted { return high }
    var (low, step) = (high, 1)
    while low > 0, units[low] > wanted {
      (low, high) = (max(0, low - step), low)
      step *= 2
    }
    while low < high {
      let middle = (low + high) / 2
      if units[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return units[low] == wanted ? low : nil
  }

  /// The links of a unit, from one side to the other.
  func links(of unit: Int, isReversed: Bool) -> [WordLink] {
    let (start, end) = (Int(linkStarts[unit]), Int(linkStarts[unit + 1]))
    guard start < end else { return [] }
    var found: [WordLink] = []
    found.reserveCapacity((end - start) / 2)
    for at in stride(from: start, to: end, by: 2) {
      let (one, other) = (Int(links[at]), Int(links[at + 1]))
      found.append(WordLink(source: isReversed ? other : one, target: isReversed ? one : other))
    }
    return found
  }
}
