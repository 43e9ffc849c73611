import CalqueAlign

/// Counts stretches of words on a side, whose beginnings are looked up once.
struct WordCounts {
  let side: LinkFile.Side
  private var first: [UInt32: Range<Int>] = [:]

  init(side: LinkFile.Side) { self.side = side }

  /// The number of places where a stretch stands.
  mutating func occurrences(of words: [UInt32]) -> Int {
    guard let word = words.first else { return 0 }
    let range = first[word] ?? side.occurrences(of: words[..<1])
    first[word] = range
    return words.count == 1 ? range.count : side.occurrences(of: words[...], in: range).count
  }
}

/// The kinds of some words of a text.
struct KindsInReach {
  let start: Int
  let kinds: [Counterparts.Kind]

  subscript(place: Int) -> Counterparts.Kind {
    kinds.indices.contains(place - start) ? kinds[place - start] : .mark
  }
}
