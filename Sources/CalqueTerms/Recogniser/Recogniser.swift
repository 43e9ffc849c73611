public import CalqueModel
import CalqueMorphology
import CalqueText

/// Finds the terms of a glossary in running text, in one pass.
///
/// A trie (Fredkin 1960) over the words of the terms is walked from each token of the text. Every
/// token is looked up once, for the words of terms that it can be: the same word, or a word of
/// which it is a form (`Inflection`). Differences that folding removed are checked at the end of a
/// term: upper and lower case for acronyms and `case` terms, accents except on capitals.
///
///     let recogniser = Recogniser(
///       terms: [RecogniserTerm(number: 7, text: "l'Élysée")], language: "fr")
///     recogniser.terms(in: "Selon l’Elysée")  // [RecognisedTerm(start: 6, end: 16, term: 7)]
///
/// - Complexity: O(n · w) for a text of n tokens with w words in the longest term, whatever the
///   number of terms and of readings; building is linear in the words of the terms.
///
/// A recogniser never changes, so any number of threads may use the same one. `RecogniserBuilder`
/// builds a recogniser term by term.
public struct Recogniser: Sendable {
  /// A reader that knows the letters of the terms; each text is read with a copy.
  private let reader: WordReader
  private let forms: FormTable
  private let stems: FormTable
  private let trie: TermTrie
  private let entries: [Entry]

  /// A term that was entered.
  struct Entry: Sendable {
    struct Word: Sendable {
      /// The word's number in the vocabulary.
      let number: Int32
      let text: TermWords.Word
    }

    let number: Int
    let concept: ConceptID?
    let words: [Word]
    let article: TermWords.Article
    let isLoneNoun: Bool
  }

  /// Enters the terms of a language.
  public init(terms: some Sequence<RecogniserTerm>, language: LanguageTag) {
    var builder = RecogniserBuilder(language: language)
    for term in terms { builder.add(term) }
    self = builder.recogniser()
  }

  init(reader: WordReader, forms: FormTable, stems: FormTable, trie: TermTrie, entries: [Entry]) {
    self.reader = reader
    self.forms = forms
    self.stems = stems
    self.trie = trie
    self.entries = entries
  }

  /// The number of terms; a term without a word or a sign is not entered.
  public var count: Int { entries.count }

  /// The occurrences of the terms in a text, by start, the longest first at each place.
  ///
  /// An occurrence inside a longer one is included; `winners()` tells them apart. If the text has a
  /// term in its own form, an inflected form of another term at the same place is left out
  /// (`Rivals`).
  public func terms(in text: String) -> [RecognisedTerm] {
    guard !entries.isEmpty else { return [] }
    var reader = reader
    let lexemes = Lexemes(text, forms: forms, stems: stems, &reader)
    var walk = Walk(lexemes: lexemes, reader: reader)
    for start in lexemes.all.indices { follow(from: start, &walk) }
    return Rivals.settled(walk.found)
  }

  /// A walk down the trie from one token of the text.
  private struct Walk {
    let lexemes: Lexemes
    var reader: WordReader
    // The nodes behind the token that was read last, and those behind the token before.
    var nodes: [Int32] = []
    var before: [Int32] = []
    var found: [Rivals.Found] = []
  }

  /// Follows every term that begins at a token, one token at a time.
  ///
  /// A token leads from a node to each child once, even if several of its readings are the child's
  /// word. A term of r words therefore costs r steps, not 2^r. The end of a term decides which of
  /// the readings the term allows.
  private func follow(from start: Int, _ walk: inout Walk) {
    let end = start + walk.lexemes.all[start].room
    walk.nodes.removeAll(keepingCapacity: true)
    walk.nodes.append(TermTrie.root)
    var place = start
    while place < end, !walk.nodes.isEmpty {
      let (reading, stem) = walk.lexemes.readings(of: place)
      if reading < 0, stem < 0 { return }
      place += 1
      swap(&walk.nodes, &walk.before)
      walk.nodes.removeAll(keepingCapacity: true)
      for node in walk.before {
        let first = walk.nodes.count
        step(from: node, forms, reading, room: end - place, siblings: first, &walk)
        step(from: node, stems, stem, room: end - place, siblings: first, &walk)
      }
      for node in walk.nodes { collect(endingAt: node, start..<place, &walk) }
    }
  }

  /// Adds the children of a node that the readings of a token lead to.
  ///
  /// A child from which no term ends within `room` further tokens is left out.
  private func step(
    from node: Int32, _ table: FormTable, _ first: Int32, room: Int, siblings: Int,
    _ walk: inout Walk
  ) {
    var number = first
    while number >= 0 {
      let reading = table.readings[Int(number)]
      number = reading.next
      guard let child = trie.child(of: node, word: reading.word), trie.rest(of: child) <= room,
        !walk.nodes[siblings...].contains(child)
      else { continue }
      walk.nodes.append(child)
    }
  }

  private func collect(endingAt node: Int32, _ places: Range<Int>, _ walk: inout Walk) {
    var term = trie.firstTerm(at: node)
    while term >= 0 {
      let entry = entries[Int(term)]
      if let found = occurrence(of: entry, places, &walk) {
        walk.found.append(Rivals.Found(term: found, node: node, concept: entry.concept))
      }
      term = trie.next(after: term)
    }
  }

  /// The occurrence of a term at the tokens in `places`; nil if the tokens are not the term's
  /// words.
  private func occurrence(
    of entry: Entry, _ places: Range<Int>, _ walk: inout Walk
  ) -> RecognisedTerm? {
    var isInflected = false
    for (word, place) in zip(entry.words, places) {
      guard
        let likeness = likeness(of: word, at: place, amongOthers: entry.words.count > 1, &walk)
      else { return nil }
      if likeness == .inflected { isInflected = true }
    }
    let (first, last) = (places.lowerBound, places.upperBound - 1)
    if entry.words.count == 1, !entry.words[0].text.isExact {
      let written = entry.words[0].text.written
      if Surroundings.isInsideCompound(first, walk.lexemes, written, reader.language) { return nil }
    }
    if entry.isLoneNoun, Surroundings.isVerb(first, walk.lexemes, reader.language) { return nil }
    var start = walk.lexemes.all[first].start
    if entry.article != .none {
      if first > 0, reader.language.rules.articles.contains(walk.lexemes.all[first - 1].folded),
        !walk.lexemes.all[first].isApart
      {
        start = walk.lexemes.all[first - 1].start
      } else if entry.article == .required {
        return nil
      }
    }
    return RecognisedTerm(
      start: start, end: walk.lexemes.all[last].end, term: entry.number, isInflected: isInflected)
  }

  /// The way in which a token is a word of a term.
  private enum Likeness { case same, inflected }

  /// The likeness of a token to a word of a term, by its plainest reading; nil if there is none.
  private func likeness(
    of word: Entry.Word, at place: Int, amongOthers: Bool, _ walk: inout Walk
  ) -> Likeness? {
    let (reading, stem) = walk.lexemes.readings(of: place)
    let form = likeness(of: word, at: place, in: forms, reading, amongOthers, &walk)
    if form != nil { return form }
    return likeness(of: word, at: place, in: stems, stem, amongOthers, &walk)
  }

  private func likeness(
    of word: Entry.Word, at place: Int, in table: FormTable, _ first: Int32, _ amongOthers: Bool,
    _ walk: inout Walk
  ) -> Likeness? {
    var likeness: Likeness?
    var number = first
    while number >= 0 {
      let reading = table.readings[Int(number)]
      number = reading.next
      guard reading.word == word.number, word.text.inflections.isSuperset(of: reading.inflection),
        WordAgreement.agrees(
          term: word.text, text: walk.lexemes.written(of: place), stable: Int(reading.stable),
          amongOthers: amongOthers, &walk.reader)
      else { continue }
      if reading.inflection.isEmpty { return .same }
      likeness = .inflected
    }
    return likeness
  }
}
