import CalqueModel

/// Terms that were found at the same place of a text.
enum Rivals {
  /// An occurrence, the trie's node at which the term ends, and the term's concept.
  struct Found {
    let term: RecognisedTerm
    let node: Int32
    let concept: ConceptID?
    /// Whether the lexicon says that every inflected word is a form of the term's word.
    var isByLexicon = false
  }

  /// The occurrences that stay, by start, the longest first at each place.
  ///
  /// If the text has a term in its own form (*le cours*), an inflected form of another word
  /// (*cour*) is not meant and goes. There is one exception. If the concept of the first term also
  /// names the other word (*Première ministre* beside *Premier ministre*), the two are one word. A
  /// glossary that holds only the other word then keeps its occurrence. Where the lexicon says that
  /// the form is the other word's (*jeux* beside *jeu*), both stay.
  static func settled(_ found: [Found]) -> [RecognisedTerm] {
    let found = found.sorted { $0.term < $1.term }
    var settled = [RecognisedTerm]()
    var place = 0
    while place < found.count {
      var end = place
      while end < found.count, found[end].term.start == found[place].term.start,
        found[end].term.end == found[place].term.end
      {
        end += 1
      }
      settled += kept(of: found[place..<end])
      place = end
    }
    return settled
  }

  private static func kept(of rivals: ArraySlice<Found>) -> [RecognisedTerm] {
    let own = rivals.filter { !$0.term.isInflected }
    if own.isEmpty || own.count == rivals.count { return rivals.map(\.term) }
    let concepts = Set(own.compactMap(\.concept?.rawValue))
    func isOfOwn(_ rival: Found) -> Bool {
      rival.concept.map { concepts.contains($0.rawValue) } ?? false
    }
    let words = Set(rivals.filter { $0.term.isInflected && isOfOwn($0) }.map(\.node))
    return rivals.filter {
      !$0.term.isInflected || !isOfOwn($0) && ($0.isByLexicon || words.contains($0.node))
    }.map(\.term)
  }
}
