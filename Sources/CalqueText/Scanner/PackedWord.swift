/// The folded letters before or behind an apostrophe, as far as the scanner's rules look at them.
///
/// No elided word or clitic has more than eight letters, so only a short run is folded and a long
/// chain of apostrophes stays linear.
struct PackedWord {
  /// The last eight letters, a byte each; 0x80 for letters outside ASCII.
  private var letters: UInt64 = 0
  /// The number of letters; `Int.max` for a long run.
  private(set) var count = 0
  /// The last letter; 0 if there is none.
  private(set) var last: UInt32 = 0

  init(_ scalars: ArraySlice<UInt32>, _ properties: inout ScalarProperties) {
    for scalar in scalars.suffix(32) {
      let fold = properties.fold(of: scalar)
      for folded in [fold.first, fold.second, fold.third] where folded != 0 {
        count += 1
        last = folded
        letters = letters << 8 | UInt64(folded < 0x80 ? folded : 0x80)
      }
    }
    if scalars.count > 32 { count = .max }
  }

  /// Whether the word is this single letter; its count is known to be 1.
  func equals(_ letter: UInt8) -> Bool { letters == UInt64(letter) }

  /// Whether the word is another one of at most eight letters.
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    var wanted: UInt64 = 0
    for place in 0..<word.utf8CodeUnitCount {
      unsafe wanted = wanted << 8 | UInt64(word.utf8Start[place])
    }
    return letters == wanted
  }
}
