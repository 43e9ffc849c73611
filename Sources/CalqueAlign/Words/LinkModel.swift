/// What links teach of one direction: which words translate which, how far a link jumps from the
/// link before, and how many words a word is translated by.
///
/// Each word of the *to* side has one link, to a word of the *from* side or to none. After Östling
/// and Tiedemann, "Efficient Word Alignment with Markov Chain Monte Carlo", PBML 106 (2016).
package struct LinkModel: Sendable {
  /// The number that stands for no word on the *from* side.
  static let none: UInt32 = 0x7FFF_FFFF
  /// The longest jump that is told from a longer one.
  static let maxJump = 40
  /// The number of fertilities that are told apart: 0 to 14, and more.
  static let fertilities = 16

  /// The counts of the linked pairs (from, to), with what was known before.
  var counts = LinkCounts()
  /// The sum of the counts of each word of the *from* side; the last is that of no word.
  var totals: [Float]
  /// The counts of jumps from −`maxJump` to `maxJump`.
  package var jumps: [Float]
  /// The counts of each word's fertilities, `fertilities` a word.
  package var fertility: [Float]

  /// A model without links.
  ///
  /// - Parameter words: the number of words of the *from* side.
  package init(words: Int) {
    totals = [Float](repeating: 0, count: words + 1)
    jumps = [Float](repeating: 0, count: 2 * Self.maxJump + 1)
    fertility = [Float](repeating: 0, count: words * Self.fertilities)
  }

  /// A model that was stored.
  ///
  /// - Parameters:
  ///   - words: the number of words of the *from* side; those beyond it are dropped.
  ///   - pairs: the keys of linked pairs (`keptPairs`).
  ///   - counts: their counts.
  ///   - jumps: the counts of jumps.
  ///   - fertility: the counts of fertilities.
  package init(
    words: Int, pairs: [UInt64], counts: [Float], jumps: [Float], fertility: [Float]
  ) {
    self.init(words: words)
    self.counts = LinkCounts(capacity: pairs.count * 2)
    for (key, count) in zip(pairs, counts) where key != 0 && count > 0 && count < 1e9 {
      let (from, to) = LinkCounts.words(key)
      if from == Self.none || from < words { add(from: from, to: to, count) }
    }
    if jumps.count == self.jumps.count { self.jumps = jumps }
    for place in 0..<min(fertility.count, self.fertility.count) {
      self.fertility[place] = fertility[place]
    }
  }

  /// The linked pairs that are worth storing, in order.
  package var keptPairs: [(key: UInt64, count: Float)] {
    counts.slots.filter { $0.key != 0 && $0.count >= 0.5 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.count) }
  }

  /// The number of words of the *from* side.
  var words: Int { totals.count - 1 }

  /// The place of a word's total.
  @inline(__always)
  func totalPlace(_ word: UInt32) -> Int { word == Self.none ? words : Int(word) }

  /// Adds to the count of a pair, as a link or as something known before.
  mutating func add(from: UInt32, to: UInt32, _ amount: Float) {
    counts.add(from, to, amount)
    totals[totalPlace(from)] += amount
  }

  /// Makes room for more words of the *from* side.
  package mutating func grow(to words: Int) {
    guard words > self.words else { return }
    let none = totals.removeLast()
    totals += [Float](repeating: 0, count: words - totals.count)
    totals.append(none)
    fertility += [Float](repeating: 0, count: words * Self.fertilities - fertility.count)
  }

  /// The index of a jump in `jumps`.
  @inline(__always)
  static func jump(_ from: Int, _ to: Int) -> Int {
    max(-maxJump, min(maxJump, to - from)) + maxJump
  }

  /// The number of distinct words that each word of the *from* side is linked with.
  var types: [Float] {
    var types = [Float](repeating: 0, count: totals.count)
    for slot in counts.slots where slot.key != 0 && slot.count > 1e-6 {
      types[totalPlace(LinkCounts.words(slot.key).word)] += 1
    }
    return types
  }
}
