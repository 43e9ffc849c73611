/// A walk down the trie from one token of a text, over all terms that begin there.
///
/// A token leads from a node to each child once, even if several of its readings are the child's
/// word. A term of r words therefore costs r steps, not 2^r. A walk may pass over one gap. The end
/// of a term decides which of the readings and gaps the term allows.
struct TermWalk {
  /// The tokens that lead to a node.
  struct Path {
    let node: Int32
    /// The tokens, one for each word of the term.
    let tokens: [Int]
    /// The gap that the path passes over; empty if it has none.
    let gap: Gap
    /// The place among the term's words before which the gap is.
    let gapPlace: Int
  }

  private struct State {
    let node: Int32
    /// The token that led to the node; -1 at the root.
    let token: Int32
    /// The state before; -1 for the root's.
    let before: Int32
    /// The number of words read.
    let depth: Int32
    let gap: Gap
    let gapPlace: Int32
  }

  private let trie: TermTrie
  private var states: [State] = []
  private var found: [(term: Int32, path: Path)] = []

  init(_ trie: TermTrie) {
    self.trie = trie
  }

  /// The terms that begin at a token, each with the tokens of its words; the shortest first.
  mutating func terms(
    from start: Int, _ text: borrowing TextReading
  ) -> [(term: Int32, path: Path)] {
    let end = start + text.lexemes.all[start].room
    states.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    states.append(
      State(node: TermTrie.root, token: -1, before: -1, depth: 0, gap: [], gapPlace: 0))
    var current = 0
    while current < states.count {
      let state = states[current]
      let next = state.token < 0 ? start : Int(state.token) + 1
      if state.token >= 0 { report(current) }
      if next < end {
        step(from: current, to: next, over: [], end, text)
        if state.gap.isEmpty, state.token >= 0 {
          passGaps(from: current, to: next, end, text)
        }
      }
      current += 1
    }
    return found
  }

  private mutating func passGaps(
    from current: Int, to next: Int, _ end: Int, _ text: borrowing TextReading
  ) {
    let allowed = trie.node(states[current].node).gaps
    if allowed.isEmpty { return }
    var ends: [(gap: Gap, token: Int)] = []
    text.forEachGap(allowed, from: next, before: end) { gap, token in
      if let known = ends.firstIndex(where: { $0.token == token }) {
        ends[known].gap.formUnion(gap)
      } else {
        ends.append((gap, token))
      }
    }
    for (gap, token) in ends { step(from: current, to: token, over: gap, end, text) }
  }

  /// Adds the children of a state's node that the readings of a token lead to.
  ///
  /// A child from which no term ends before `end` is left out.
  private mutating func step(
    from current: Int, to token: Int, over gap: Gap, _ end: Int, _ text: borrowing TextReading
  ) {
    let state = states[current]
    let first = states.count
    text.forEachWord(of: token) { word in
      guard let child = trie.child(of: state.node, word: word),
        Int(trie.node(child).rest) <= end - token - 1,
        !states[first...].contains(where: { $0.node == child })
      else { return }
      states.append(
        State(
          node: child, token: Int32(token), before: Int32(current), depth: state.depth + 1,
          gap: gap.isEmpty ? state.gap : gap,
          gapPlace: gap.isEmpty ? state.gapPlace : state.depth))
    }
  }

  private mutating func report(_ current: Int) {
    let state = states[current]
    var term = trie.node(state.node).firstTerm
    if term < 0 { return }
    var tokens = [Int](repeating: 0, count: Int(state.depth))
    var place = current
    while states[place].token >= 0 {
      tokens[Int(states[place].depth) - 1] = Int(states[place].token)
      place = Int(states[place].before)
    }
    let path = Path(
      node: state.node, tokens: tokens, gap: state.gap, gapPlace: Int(state.gapPlace))
    while term >= 0 {
      found.append((term, path))
      term = trie.next(after: term)
    }
  }
}
