/// The words of a language that negate, and the number of negations in a text.
///
/// French has two words for one negation: *ne … pas*, *ne … rien*, *ne … jamais* count once each,
/// and *ne … que* is none.
package struct Negation: Sendable {
  /// The words that negate.
  private let words: Set<String>
  /// The words that open a negation, which another word completes: *ne*.
  private let particles: Set<String>
  /// The words that negate beside a particle only: *plus*, *personne*.
  private let besideParticles: Set<String>
  /// The words that take the negation away from a particle that no other word completes: *que*.
  private let restrictions: Set<String>
  /// The words that count once each, whatever else the clause holds: *sans*.
  private let alone: Set<String>
  /// Rules out most texts that negate nothing.
  private let sieve: WordSieve

  /// Creates the list from folded words that are separated by spaces.
  init(
    _ words: String, particles: String = "", besideParticles: String = "",
    restrictions: String = "", alone: String = ""
  ) {
    func set(_ words: String) -> Set<String> {
      Set(words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) })
    }
    self.words = set(words)
    self.particles = set(particles)
    self.besideParticles = set(besideParticles)
    self.restrictions = set(restrictions)
    self.alone = set(alone)
    sieve = WordSieve(self.words.union(self.particles).union(self.alone))
  }

  /// The words of a language whose negations are not listed.
  static let none = Negation("")

  /// The number of negations in a text.
  package func count(_ text: ComparedText) -> Int {
    guard sieve.mayHoldAny(of: text.tokens) else { return 0 }
    var count = 0
    var clause = [String]()
    for (token, word) in zip(text.tokens, text.words) {
      switch token.kind {
      case .word: clause.append(word)
      case .punctuation where Self.endsClause(token.plain):
        count += self.count(inClause: clause)
        clause.removeAll(keepingCapacity: true)
      default: break
      }
    }
    return count + self.count(inClause: clause)
  }

  private func count(inClause clause: [String]) -> Int {
    let single = clause.count(where: alone.contains)
    if particles.isEmpty { return single + clause.count(where: words.contains) }
    let opened = clause.indices.filter { particles.contains(clause[$0]) }
    guard let first = opened.first else {
      return single + (clause.contains(where: words.contains) ? 1 : 0)
    }
    let isComplete = clause.contains { words.contains($0) || besideParticles.contains($0) }
    if !isComplete, clause[first...].contains(where: restrictions.contains) { return single }
    return single + opened.count
  }

  private static func endsClause(_ sign: [UInt32]) -> Bool {
    guard let first = sign.first else { return false }
    return ",;:.!?()".unicodeScalars.contains { $0.value == first }
  }
}
