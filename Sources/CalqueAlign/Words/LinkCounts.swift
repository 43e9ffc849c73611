/// Counts of pairs of words, by pair: a hash table with open addressing.
///
/// A count is a sum of links and of what was known before, so it need not be a whole number. A pair
/// whose count has fallen to zero keeps its slot until the table is packed.
struct LinkCounts: Sendable {
  struct Slot {
    /// The pair (`key`), plus one; 0 for a free slot.
    var key: UInt64
    var count: Float
  }

  private(set) var slots: [Slot]
  private(set) var used = 0

  /// A table with room for some pairs.
  init(capacity: Int = 0) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(key: 0, count: 0), count: size)
  }

  /// The key of a pair; words are less than 2³¹.
  @inline(__always)
  static func key(_ word: UInt32, _ other: UInt32) -> UInt64 {
    (UInt64(word) << 32 | UInt64(other)) &+ 1
  }

  /// The two words of a key.
  static func words(_ key: UInt64) -> (word: UInt32, other: UInt32) {
    (UInt32(truncatingIfNeeded: (key &- 1) >> 32), UInt32(truncatingIfNeeded: key &- 1))
  }

  /// The slot at which the search for a key begins: Fibonacci hashing (Knuth, 6.4).
  @inline(__always)
  static func home(_ key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 24)
  }

  /// The count of a pair; 0 if the table does not have it.
  func count(_ word: UInt32, _ other: UInt32) -> Float {
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe Self.count(Self.key(word, other), slots, mask: slots.count - 1)
    }
  }

  @inline(__always)
  static func count(_ key: UInt64, _ slots: UnsafeBufferPointer<Slot>, mask: Int) -> Float {
    var place = home(key) & mask
    while true {
      let slot = unsafe slots[place]
      if slot.key == key { return slot.count }
      if slot.key == 0 { return 0 }
      place = (place &+ 1) & mask
    }
  }

  /// Adds to the count of a pair.
  mutating func add(_ word: UInt32, _ other: UInt32, _ amount: Float) {
    let key = Self.key(word, other)
    let mask = slots.count - 1
    var place = Self.home(key) & mask
    while slots[place].key != 0 {
      if slots[place].key == key {
        slots[place].count += amount
        return
      }
      place = (place + 1) & mask
    }
    slots[place] = Slot(key: key, count: amount)
    used += 1
    if used * 2 > slots.count { pack() }
  }

  /// Drops the pairs without a count and makes room for as many again.
  mutating func pack() {
    let kept = slots.filter { $0.key != 0 && $0.count > 1e-6 }
    self = LinkCounts(capacity: kept.count * 2)
    let mask = slots.count - 1
    for slot in kept {
      var place = Self.home(slot.key) & mask
      while slots[place].key != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
    used = kept.count
  }

  /// The pairs that have a count, in the order of their words.
  var pairs: [(word: UInt32, other: UInt32, count: Float)] {
    slots.filter { $0.key != 0 && $0.count > 1e-6 }.sorted { $0.key < $1.key }.map {
      let (word, other) = Self.words($0.key)
      return (word, other, $0.count)
    }
  }
}
