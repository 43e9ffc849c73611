/// Numbers for words: each distinct word, given as bytes, has a number from 0.
///
/// A hash table with open addressing over one buffer that holds all words.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// The start of each word in `bytes`, and the end of the last one.
  private var starts: [Int] = [0]
  /// The number of a word plus one at the word's slot; 0 for a free slot.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// The number of words.
  var count: Int { starts.count - 1 }

  /// The bytes of a word.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of a word, which is added if it is missing.
  ///
  /// - Complexity: O(length of the word) on average.
  mutating func number(of word: ArraySlice<UInt8>) -> Int {
    if count * 2 >= slots.count { grow() }
    let (slot, found) = find(word)
    if let found { return found }
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    slots[slot] = UInt32(count)
    return count - 1
  }

  /// The number of a word; nil if the table does not have it.
  func existing(_ word: ArraySlice<UInt8>) -> Int? { find(word).number }

  private func find(_ word: ArraySlice<UInt8>) -> (slot: Int, number: Int?) {
    let mask = slots.count - 1
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if equals(number, word) { return (slot, number) }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }

  private func equals(_ number: Int, _ word: ArraySlice<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    var place = start
    for byte in word {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Self.hash(self[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// The hash of Fowler, Noll and Vo (FNV-1a), folded to its middle bits.
  private static func hash(_ word: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF_FFFF)
  }
}
