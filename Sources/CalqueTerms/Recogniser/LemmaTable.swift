/// A map from lemmas to the words of terms that are forms of them.
struct LemmaTable: Sendable {
  private var first: [UInt64: Int32] = [:]
  private var links: [(word: Int32, next: Int32)] = []

  init() {}

  /// Adds a word that the lemma does not have yet.
  mutating func add(_ lemma: UInt64, word: Int32) {
    links.append((word, first.updateValue(Int32(links.count), forKey: lemma) ?? -1))
  }

  /// Appends the words of a lemma that are not there yet.
  func append(_ lemma: UInt64, to words: inout [Int32]) {
    var link = first[lemma] ?? -1
    while link >= 0 {
      let word = links[Int(link)].word
      if !words.contains(word) { words.append(word) }
      link = links[Int(link)].next
    }
  }
}
