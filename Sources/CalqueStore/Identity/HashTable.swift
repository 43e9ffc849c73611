/// A multimap from 64-bit hashes to 32-bit numbers, of 12 bytes a slot.
///
/// The table holds the rows that an import has seen: a million units take 25 MB, a third of a
/// `Dictionary`. Open addressing with linear probing (D. E. Knuth, The Art of Computer Programming,
/// vol. 3, section 6.4, algorithm L); at most two thirds of the slots are used.
struct HashTable {
  private var hashes: [UInt64]
  private var numbers: [UInt32]
  private(set) var count = 0

  /// An empty table of 64 slots.
  init() {
    hashes = Array(repeating: 0, count: 64)
    numbers = Array(repeating: 0, count: 64)
  }

  /// Adds a number under a hash, beside the numbers that are there.
  ///
  /// - Complexity: O(1) on average, amortised.
  mutating func insert(_ hash: UInt64, _ number: UInt32) {
    if (count + 1) * 3 > hashes.count * 2 { grow() }
    place(hash == 0 ? 1 : hash, number)
    count += 1
  }

  /// Whether there is a number under a hash.
  func contains(_ hash: UInt64) -> Bool { next(of: hash) != nil }

  /// A number under a hash, and its slot, behind which the next one is looked for.
  ///
  /// - Parameters:
  ///   - hash: the hash.
  ///   - slot: the slot of the number before; nil to ask for the first.
  /// - Returns: the number and its slot; nil behind the last.
  func next(of hash: UInt64, behind slot: Int? = nil) -> (number: UInt32, slot: Int)? {
    let hash = hash == 0 ? 1 : hash
    let mask = hashes.count - 1
    var slot = slot.map { ($0 + 1) & mask } ?? Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return (numbers[slot], slot) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func place(_ hash: UInt64, _ number: UInt32) {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 { slot = (slot + 1) & mask }
    hashes[slot] = hash
    numbers[slot] = number
  }

  private mutating func grow() {
    let (oldHashes, oldNumbers) = (hashes, numbers)
    hashes = Array(repeating: 0, count: oldHashes.count * 2)
    numbers = Array(repeating: 0, count: oldHashes.count * 2)
    for slot in oldHashes.indices where oldHashes[slot] != 0 {
      place(oldHashes[slot], oldNumbers[slot])
    }
  }
}
