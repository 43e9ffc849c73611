import CalqueAlign
import CalqueText

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
  func form(_ form: UInt32) -> [UInt8] { bytes(ofForm: form).map { formBytes[$0] } }

  /// The places of the bytes of a form; none for 0.
  @inline(__always)
  func bytes(ofForm form: UInt32) -> Range<Int> { Self.bytes(form, formStarts, formBytes) }

  /// Whether a form has letters of ASCII alone, and more than so many.
  func isPlainWord(_ form: UInt32, longerThan length: Int) -> Bool {
    let bytes = bytes(ofForm: form)
    return bytes.count > length
      && bytes.allSatisfy { (0x61...0x7A).contains(formBytes[$0] | 0x20) }
  }

  /// The bytes of a word's stem.
  func stem(_ word: UInt32) -> [UInt8] { Self.bytes(word, stemStarts, stems).map { stems[$0] } }

  @inline(__always)
  private static func bytes(
    _ number: UInt32, _ starts: MappedArray<UInt32>, _ bytes: MappedArray<UInt8>
  ) -> Range<Int> {
    guard number > 0 else { return 0..<0 }
    let (start, end) = (Int(starts[Int(number) - 1]), Int(starts[Int(number)]))
    return start <= end && end <= bytes.count ? start..<end : 0..<0
  }

  /// How the stem of a word compares with bytes: below 0 if the stem comes first, 0 if they are equal.
  private func compare(stemOf word: UInt32, _ wanted: [UInt8]) -> Int {
    let bytes = Self.bytes(word, stemStarts, stems)
    for (place, byte) in zip(bytes, wanted) {
      let own = stems[place]
      if own != byte { return own < byte ? -1 : 1 }
    }
    return bytes.count - wanted.count
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
      if compare(stemOf: sorted[middle], stem) < 0 { low = middle + 1 } else { high = middle }
    }
    let found = sorted[low]
    return low < sorted.count && compare(stemOf: found, stem) == 0 ? found : nil
  }

  /// The occurrences of a word, as a stretch of `order`.
  func occurrences(of word: UInt32) -> Range<Int> {
    guard word > 0 else { return 0..<0 }
    let (start, end) = (Int(ranks[Int(word) - 1]), Int(ranks[Int(word)]))
    return start <= end && end <= order.count ? start..<end : 0..<0
  }

  /// The occurrences of a phrase, as a stretch of `order`; none of no words.
  ///
  /// - Complexity: O(log occurrences of the first word).
  func occurrences(of phrase: [UInt32]) -> Range<Int> {
    guard let first = phrase.first else { return 0..<0 }
    let range = occurrences(of: first)
    if phrase.count == 1 || range.isEmpty { return range }
    return PhraseOrder.occurrences(of: phrase[1...].prefix(PhraseOrder.depth - 1), in: range) {
      rank, offset in word(Int(order[rank]) + offset + 1)
    }
  }

  /// The occurrences of phrases of which each word is one of several, as stretches of `order`.
  ///
  /// - Complexity: O(combinations that occur · log words).
  func occurrences(ofAny words: [[UInt32]]) -> [Range<Int>] {
    var ranges = (words.first ?? []).map { occurrences(of: $0) }.filter { !$0.isEmpty }
    for (offset, alternatives) in words.prefix(PhraseOrder.depth).enumerated().dropFirst() {
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
