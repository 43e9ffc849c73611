/// A trie over words of a vocabulary, with the terms that end at each of its nodes.
///
/// Nodes are numbers. The edges of all nodes share one hash table, keyed by node and word, so the
/// cost of a step does not depend on the number of terms. A trie may stand over the trie of a frozen
/// recogniser, whose nodes and terms have the first numbers.
struct TermTrie: Sendable {
  /// The node where every walk begins.
  static let root: Int32 = 0

  /// What a trie says of a node.
  struct Node: Sendable {
    /// The first of the terms that end at the node; -1 if none does.
    var firstTerm: Int32 = -1
    /// The number of further words of the shortest term through the node.
    var rest: Int32 = 0
    /// What may stand between the node's word and the next one, for some term.
    var gaps: Gap = []
    /// The last of the terms that end at the node, so that terms keep their order; -1 if none does
    /// or if the node is the base's and no term of the trie ends there.
    var lastTerm: Int32 = -1
  }

  private let base: FrozenTrie?
  private let baseNodes: Int32
  private let baseTerms: Int32
  private var nodes: [Node] = []
  // Nodes of the base that terms of the trie pass through or end at.
  private var changedNodes: [Int32: Node] = [:]
  // The next term that ends at the same node, by term.
  private var nextTerm: [Int32] = []
  // The first term of the trie behind the base's last term of a node.
  private var nextBehindBase: [Int32: Int32] = [:]
  private var keys: [UInt64] = Array(repeating: Self.free, count: 64)
  private var children: [Int32] = Array(repeating: -1, count: 64)
  private var edges = 0
  private static let free = UInt64.max

  /// A trie without terms of its own.
  init(over base: FrozenTrie? = nil) {
    self.base = base
    baseNodes = Int32(base?.nodes.count ?? 0)
    baseTerms = Int32(base?.entries.count ?? 0)
    if base == nil { nodes.append(Node()) }
  }

  /// The node behind an edge; nil if there is no such edge.
  func child(of node: Int32, word: Int32) -> Int32? {
    if node < baseNodes, let child = base?.child(of: node, word: word) { return child }
    if edges == 0 { return nil }
    let key = Self.key(node, word)
    var slot = FrozenLayout.slot(key, of: keys.count)
    while keys[slot] != Self.free {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// What the trie says of a node.
  func node(_ node: Int32) -> Node {
    if node >= baseNodes { return nodes[Int(node - baseNodes)] }
    if !changedNodes.isEmpty, let changed = changedNodes[node] { return changed }
    return base?.node(node) ?? Node()
  }

  /// The next term that ends at the same node; -1 behind the last.
  func next(after term: Int32) -> Int32 {
    if term >= baseTerms { return nextTerm[Int(term - baseTerms)] }
    let next = base?.next(after: term) ?? -1
    return next < 0 && !nextBehindBase.isEmpty ? nextBehindBase[term] ?? -1 : next
  }

  /// Enters the next term, whose number is the number of terms before it.
  mutating func insert(_ words: [Int32], gaps allowed: [Gap] = []) {
    var node = Self.root
    for (place, word) in words.enumerated() {
      if place < allowed.count, !allowed[place].isEmpty {
        change(node) { $0.gaps.formUnion(allowed[place]) }
      }
      let behind = Int32(words.count - place - 1)
      if let next = child(of: node, word: word) {
        node = next
        change(node) { $0.rest = min($0.rest, behind) }
      } else {
        let next = baseNodes + Int32(nodes.count)
        nodes.append(Node(rest: behind))
        add(Self.key(node, word), next)
        node = next
      }
    }
    let term = baseTerms + Int32(nextTerm.count)
    nextTerm.append(-1)
    let before = self.node(node)
    if before.lastTerm >= 0 {
      nextTerm[Int(before.lastTerm - baseTerms)] = term
    } else if before.firstTerm >= 0 {
      nextBehindBase[lastOfBase(from: before.firstTerm)] = term
    }
    change(node) {
      if $0.firstTerm < 0 { $0.firstTerm = term }
      $0.lastTerm = term
    }
  }

  /// Calls `body` with every edge of a trie without a base.
  func forEachEdge(_ body: (_ node: UInt32, _ word: UInt32, _ child: UInt32) -> Void) {
    for (key, child) in zip(keys, children) where key != Self.free {
      body(UInt32(key >> 32), UInt32(key & 0xFFFF_FFFF), UInt32(bitPattern: child))
    }
  }

  /// The number of nodes of a trie without a base.
  var nodeCount: Int { nodes.count }

  /// The number of edges of a trie without a base.
  var edgeCount: Int { edges }

  private func lastOfBase(from first: Int32) -> Int32 {
    var term = first
    while let next = base?.next(after: term), next >= 0 { term = next }
    return term
  }

  private mutating func change(_ node: Int32, _ body: (inout Node) -> Void) {
    if node >= baseNodes {
      body(&nodes[Int(node - baseNodes)])
    } else {
      var changed = self.node(node)
      body(&changed)
      changedNodes[node] = changed
    }
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
    var slot = FrozenLayout.slot(key, of: keys.count)
    while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  /// The key of an edge in a hash table.
  static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
