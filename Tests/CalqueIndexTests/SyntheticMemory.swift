import TestSupport

/// A memory with the long tail of real ones, the same for the same seed.
///
/// Words are invented and drawn after Zipf's law; a quarter of the segments are edits of earlier
/// ones.
struct SyntheticMemory {
  private var random: SplitMix64
  private let cumulative: [Double]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    var total = 0.0
    cumulative = (0..<20_000).map { rank in
      total += 1 / Double(rank + 3)
      return total
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// The frequent words are those of the language, short ones; the others are made of their rank.
  private static let frequent =
    "de la le les et des à l’ en un du une que d’ pour dans sur , qui par"
    .split(separator: " ").map(String.init)

  private static let syllables = "ba ci dou fer gro han ju lan mon né oir pla quen rou sta tion vi"
    .split(separator: " ").map(String.init)

  private mutating func word() -> String {
    let wanted = Double.random(in: 0..<(cumulative.last ?? 1), using: &random)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    if low < Self.frequent.count { return Self.frequent[low] }
    var (rest, word) = (low, "")
    while rest > 0 {
      word += Self.syllables[rest % Self.syllables.count]
      rest /= Self.syllables.count
    }
    return word
  }

  /// A new segment.
  mutating func segment() -> String {
    let length = number(0...9) == 0 ? number(1...3) : number(4...24)
    return (0..<length).map { _ in word() }.joined(separator: " ") + (number(0...3) == 0 ? "" : ".")
  }

  /// A segment with one to three words replaced, added or taken out.
  mutating func edited(_ segment: String) -> String {
    var words = segment.split(separator: " ").map(String.init)
    for _ in 0..<number(1...3) {
      let place = number(0...(words.count - 1))
      switch number(0...3) {
      case 0 where words.count > 1: words.remove(at: place)
      case 1: words.insert(word(), at: place)
      default: words[place] = word()
      }
    }
    return words.joined(separator: " ")
  }

  /// So many segments.
  mutating func segments(_ count: Int) -> [String] {
    var segments = [String]()
    while segments.count < count {
      if !segments.isEmpty, number(0...3) == 0 {
        segments.append(edited(segments[number(0...(segments.count - 1))]))
      } else {
        segments.append(segment())
      }
    }
    return segments
  }
}
