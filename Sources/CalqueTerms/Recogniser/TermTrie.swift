/// A trie over words of a vocabulary, with the terms that end at each of its nodes.
///
/// Nodes are numbers. The edges of all nodes share one hash table, keyed by node and word, so the
/// cost of a step does not depend on the number of terms.
struct TermTrie: Sendable {
  /// The node where every walk begins.
  static let root: Int32 = 0

  // The first of the terms that end at a node, by node; -1 if none does.
  private var firstTerm: [Int32] = [-1]
  // The number of further words of the shortest term through a node, by node.
  private var rest: [Int32] = [0]
  // What may stand between a node's word and the next one, by node, for some term.
  private var gaps: [Gap] = [[]]
  // The last of the terms that end at a node, by node, so that terms keep their order.
  private var lastTerm: [Int32] = [-1]
  // The next term that ends at the same node, by term.
  private var nextTerm: [Int32] = []
  private var keys: [UInt64] = Array(repeating: Self.free, count: 64)
  private var children: [Int32] = Array(repeating: -1, count: 64)
  private var edges = 0
  private static let free = UInt64.max

  init() {}

  /// The node behind an edge; nil if there is no such edge.
  func child(of node: Int32, word: Int32) -> Int32? {
    let key = Self.key(node, word)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != Self.free {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The first of the terms that end at a node; -1 if none does.
  func firstTerm(at node: Int32) -> Int32 { firstTerm[Int(node)] }

  /// The next term that ends at the same node; -1 behind the last.
  func next(after term: Int32) -> Int32 { nextTerm[Int(term)] }

  /// The number of further words of the shortest term that passes through a node or ends there.
  func rest(of node: Int32) -> Int { Int(rest[Int(node)]) }

  /// What may stand behind a node's word, for some term through the node.
  func gaps(at node: Int32) -> Gap { gaps[Int(node)] }

  /// Enters the next term, whose number is the number of terms before it.
  mutating func insert(_ words: [Int32], gaps allowed: [Gap] = []) {
    var node = Self.root
    for (place, word) in words.enumerated() {
      if place < allowed.count { gaps[Int(node)].formUnion(allowed[place]) }
      let behind = Int32(words.count - place - 1)
      if let next = child(of: node, word: word) {
        node = next
        rest[Int(node)] = min(rest[Int(node)], behind)
      } else {
        let next = Int32(firstTerm.count)
        rest.append(behind)
        gaps.append([])
        firstTerm.append(-1)
        lastTerm.append(-1)
        add(Self.key(node, word), next)
        node = next
      }
    }
    let term = Int32(nextTerm.count)
    nextTerm.append(-1)
    let last = lastTerm[Int(node)]
    if last < 0 {
      firstTerm[Int(node)] = term
    } else {
      nextTerm[Int(last)] = term
    }
    lastTerm[Int(node)] = term
  }

  private mutating func add(_ key: UInt64, _ child: Int32) {
    if (edges + 1) * 2 > keys.count {
      let (oldKeys, oldChildren) = (keys, children)
      keys = Array(repeating: Self.free, count: oldKeys.count * 2)
      children = Array(repeating: -1, count: oldKeys.count * 2)
      for (key, child) in zip(oldKeys, oldChildren) where key != Self.free { place(key, child) }
    }
    edges += 1
    place(key, child)
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  // Fibonacci hashing (Knuth, The Art of Computer Programming 3, section 6.4).
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }
}
