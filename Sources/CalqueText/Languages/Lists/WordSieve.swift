/// Rules out most words that a list does not hold, faster than the list itself.
///
/// Each word of the list sets one of 4,096 bits by a sum of its scalars. Nearly every word of a text
/// is in no list, so its lists are seldom asked.
package struct WordSieve: Sendable {
  private static let size = 4_096
  private var bits: [UInt64]

  /// A sieve for the words of a list, folded.
  init(_ words: some Sequence<String>) {
    bits = Array(repeating: 0, count: Self.size / 64)
    for word in words {
      let place = Self.place(word.unicodeScalars.lazy.map(\.value))
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// Whether the list may hold a word, given by the scalars of its folded form; false is sure.
  package func mayHold(_ word: [UInt32]) -> Bool {
    let place = Self.place(word)
    return bits[place / 64] & 1 << UInt64(place % 64) != 0
  }

  /// Whether the list may hold a word of a text; false is sure.
  package func mayHoldAny(of tokens: [TokenForm]) -> Bool {
    tokens.contains { $0.kind == .word && mayHold($0.folded) }
  }

  private static func place(_ scalars: some Sequence<UInt32>) -> Int {
    var sum: UInt32 = 0
    for scalar in scalars { sum = (sum ^ scalar) &* 0x9E37_79B1 }
    return Int(sum >> 20)
  }
}
