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
    case sourceStemStarts, sourceStems, sourceSorted, sourceRanks
    case targetStarts, targetForms, targetOrder, targetFormStarts, targetFormBytes, targetFormStems
    case targetStemStarts, targetStems, targetSorted, targetRanks
    case linkStarts, links
    case forwardPairs, forwardCounts, forwardJumps, forwardFertility
    case backwardPairs, backwardCounts, backwardJumps, backwardFertility
  }

  static let magic: UInt64 = 0x334B_4E49_4C51_4C43  // "CLQLINK3"
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
    /// Keeps the bytes of the arrays readable.
    let file: MappedFile
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
    /// Where in `order` the places of each word begin, and where those of the last end.
    let ranks: MappedArray<UInt32>
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
      let sections = Section.allCases[first.rawValue...].prefix(10).map(\.self)
      return Side(
        file: file,
        starts: array(sections[0], UInt32.self), forms: array(sections[1], UInt32.self),
        order: array(sections[2], UInt32.self), formStarts: array(sections[3], UInt32.self),
        formBytes: array(sections[4], UInt8.self), stemOfForm: array(sections[5], UInt32.self),
        stemStarts: array(sections[6], UInt32.self), stems: array(sections[7], UInt8.self),
        sorted: array(sections[8], UInt32.self), ranks: array(sections[9], UInt32.self))
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

extension LinkFile {
  /// The place of a unit in the file; nil if the file lacks the unit.
  ///
  /// The search begins where the unit is if no number is left out, because each step may wait for
  /// memory.
  func place(of unit: UnitID) -> Int? {
    let (wanted, count) = (unit.rawValue, units.count)
    guard count > 0, wanted >= units[0], wanted <= units[count - 1] else { return nil }
    // The place is at `high` or before, and behind all that are smaller.
    let (distance, isTorn) = wanted.subtractingReportingOverflow(units[0])
    if isTorn { return nil }
    var high = Int(min(Int64(count - 1), distance))
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
    var found: [WordLink] = []
    read(linksOf: unit, isReversed: isReversed, into: &found)
    return found
  }

  /// Reads the links of a unit, from one side to the other, into an array that many units share.
  func read(linksOf unit: Int, isReversed: Bool, into found: inout [WordLink]) {
    found.removeAll(keepingCapacity: true)
    let (start, end) = (Int(linkStarts[unit]), Int(linkStarts[unit + 1]))
    guard start < end else { return }
    let bytes = unsafe links.stretch(start..<end)
    found.reserveCapacity(bytes.count / 2)
    for at in 0..<(bytes.count / 2) {
      let (one, other) = unsafe (Int(bytes[2 * at]), Int(bytes[2 * at + 1]))
      found.append(WordLink(source: isReversed ? other : one, target: isReversed ? one : other))
    }
  }
}
