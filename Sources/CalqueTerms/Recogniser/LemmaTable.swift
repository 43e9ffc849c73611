/// A map from lemmas to the words of terms that are forms of them.
struct LemmaTable: Sendable {
  private var first: [UInt64: Int32] = [:]
  private var links: [(word: Int32, next: Int32)] = []

  init() {}

  /// Adds a word, unless the lemma has the word already.
  mutating func add(_ lemma: UInt64, word: Int32) {
    let head = first[lemma] ?? -1
    var link = head
    while link >= 0 {
      if links[Int(link)].word == word { return }
      link = links[Int(link)].next
    }
    first[lemma] = Int32(links.count)
    links.append((word, head))
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
