internal import CalqueMatch
internal import CalqueModel
internal import CalqueText

/// Builds the phrase index of a part.
///
/// Two walks over the part's tokens: one counts the phrases of each bucket, the other writes their
/// units. Units come in ascending order, so each bucket's list is sorted.
///
/// The walks read and write through unsafe pointers: a million units have thirty million tokens. A
/// number that comes from the part is compared with the length of its table.
///
/// - Complexity: O(tokens); twelve bytes a class and four a form beside the index.
struct PhraseIndexBuilder {
  private let part: IndexPart
  /// The class of each form, doubled, plus 1 if the class is an anchor.
  private var codes: [UInt32] = []
  private var anchors: [UInt64]

  init(_ part: IndexPart) {
    self.part = part
    anchors = [UInt64](repeating: 0, count: (part.classCount + 63) / 64)
    findAnchors()
  }

  /// The minimum number of letters of a token that speaks for its class as an anchor.
  private static let anchorLetters = 4
  /// The number of shorter tokens for each such token that an anchor has at most: *nommées* is of the
  /// class of *nom*, *lois* of that of *loi*.
  private static let shorterTokens = 16

  private mutating func findAnchors() {
    let formClasses = unsafe part.table(.formClasses, of: UInt32.self)
    let tokens = unsafe part.tokens
    var ofForm = [UInt32](repeating: 0, count: part.formCount)
    for place in 0..<part.tokenCount {
      let form = unsafe Int(tokens[place])
      if form < part.formCount { ofForm[form] &+= 1 }
    }
    var balance = [Int](repeating: 0, count: part.classCount)
    for form in 0..<part.formCount {
      let number = unsafe Int(formClasses[form])
      if number >= part.classCount { continue }
      let count = Int(ofForm[form])
      balance[number] += isLong(UInt32(form)) ? count * Self.shorterTokens : -count
    }
    for number in 0..<part.classCount where balance[number] > 0 {
      anchors[number >> 6] |= 1 << UInt64(number & 63)
    }
    codes = (0..<part.formCount).map { form in
      let number = unsafe formClasses[form]
      if Int(number) >= part.classCount { return 0 }
      return number << 1 | (balance[Int(number)] > 0 ? 1 : 0)
    }
  }

  /// Whether a form is a word of enough letters.
  private func isLong(_ form: UInt32) -> Bool {
    let name = part.formName(form)
    guard name.first == TokenKind.word.rawValue else { return false }
    return name.dropFirst().count { $0 & 0xC0 != 0x80 } >= Self.anchorLetters
  }

  /// Calls `body` with the bucket, the unit and the first token in the unit of every phrase.
  @inline(__always)
  private func forEachPhrase(_ bits: Int, _ body: (Int, Int, Int) -> Void) {
    let tokens = unsafe part.tokens
    let reach = FragmentQuery.mostBetween + 1
    unsafe codes.withUnsafeBufferPointer { codes in
      for unit in 0..<part.count {
        let places = part.tokens(ofUnit: unit)
        var anchor = Int.min / 2
        var hash: UInt64 = 0
        for place in places {
          let form = unsafe Int(tokens[place])
          guard form < codes.count else { continue }
          let code = unsafe codes[form]
          hash = PhraseIndex.extended(hash, code >> 1)
          if code & 1 == 0 { continue }
          if place - anchor <= reach {
            body(PhraseIndex.bucket(of: hash, bits), unit, anchor - places.lowerBound)
          }
          anchor = place
          hash = PhraseIndex.extended(PhraseIndex.seed, code >> 1)
        }
      }
    }
  }

  /// The index.
  func index() -> PhraseIndex {
    let bits = PhraseIndex.bits(tokens: part.tokenCount)
    var next = [UInt32](repeating: 0, count: 1 << bits + 1)
    forEachPhrase(bits) { bucket, _, _ in next[bucket + 1] &+= 1 }
    for bucket in 0..<(1 << bits) { next[bucket + 1] &+= next[bucket] }
    let layout = PhraseIndex.Layout(
      bits: bits, classes: part.classCount, units: Int(next[1 << bits]))
    let block = UnsafeMutableRawPointer.allocate(byteCount: layout.size, alignment: 64)
    let origin = UnsafeRawPointer(block)
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0, count: layout.size)
    unsafe anchors.withUnsafeBytes { bytes in
      let place = unsafe block + layout.anchors
      unsafe place.copyMemory(from: bytes.baseAddress ?? origin, byteCount: bytes.count)
    }
    unsafe next.withUnsafeBytes { bytes in
      let place = unsafe block + layout.starts
      unsafe place.copyMemory(from: bytes.baseAddress ?? origin, byteCount: bytes.count)
    }
    let list = unsafe (block + layout.list).assumingMemoryBound(to: UInt32.self)
    let tokens = unsafe (block + layout.tokens).assumingMemoryBound(to: UInt8.self)
    unsafe next.withUnsafeMutableBufferPointer { next in
      forEachPhrase(bits) { bucket, unit, token in
        let place = unsafe Int(next[bucket])
        unsafe list[place] = UInt32(truncatingIfNeeded: unit)
        unsafe tokens[place] = UInt8(clamping: token)
        unsafe next[bucket] &+= 1
      }
    }
    let header = header(layout)
    unsafe header.withUnsafeBytes {
      unsafe block.copyMemory(from: $0.baseAddress ?? origin, byteCount: $0.count)
    }
    return PhraseIndex(allocated: UInt(bitPattern: block), layout)
  }

  private func header(_ layout: PhraseIndex.Layout) -> [UInt64] {
    var header = [
      PhraseIndex.magic, UInt64(layout.size), part.sum, UInt64(layout.bits),
      UInt64(layout.classes), UInt64(layout.units),
    ]
    header.append(PhraseIndex.sum(of: header))
    return header
  }
}
