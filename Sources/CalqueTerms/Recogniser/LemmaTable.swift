/// A map from lemmas to the words of terms that are forms of them.
///
/// A table may stand over the lemmas of a frozen recogniser.
struct LemmaTable: Sendable {
  private let base: FrozenLemmas?
  private var first: [UInt64: Int32] = [:]
  private var links: [(word: Int32, next: Int32)] = []

  /// A table without lemmas of its own.
  init(over base: FrozenLemmas? = nil) {
    self.base = base
  }

  /// Adds a word that the lemma does not have yet.
  mutating func add(_ lemma: UInt64, word: Int32) {
    links.append((word, first.updateValue(Int32(links.count), forKey: lemma) ?? -1))
  }

  /// Appends the words of a lemma that are not there yet, the last added first.
  func append(_ lemma: UInt64, to words: inout [Int32]) {
    if !links.isEmpty {
      var link = first[lemma] ?? -1
      while link >= 0 {
        let word = links[Int(link)].word
        if !words.contains(word) { words.append(word) }
        link = links[Int(link)].next
      }
    }
    base?.append(lemma, to: &words)
  }

  /// The lemmas of a table without a base, in the order of their numbers.
  var lemmas: [UInt64] { first.keys.sorted() }
}
