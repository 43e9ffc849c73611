public import CalqueModel
import CalqueText

/// Finds the terms of a glossary in running text, in one pass.
///
/// A trie (Fredkin 1960) over the words of the terms is walked from each token of the text; every
/// token is looked up once and answers which words of terms it can be: the same word, or a form of
/// it (`Inflection`). What folding took away is checked where a term ends: acronyms and `case`
/// terms by upper and lower case, accents except on capitals.
///
///     let recogniser = Recogniser(
///       terms: [RecogniserTerm(number: 7, text: "l'Élysée")], language: "fr")
///     recogniser.terms(in: "Selon l’Elysée")  // [RecognisedTerm(start: 6, end: 16, term: 7)]
///
/// - Complexity: O(n · w) for a text of n tokens with w words in the longest term, whatever the
///   number of terms and of readings; building is linear in the words of the terms.
public struct Recogniser: Sendable {
  private var reader: WordReader
  // The text that alone will be asked about.
  private var sieve: TermSieve?
  private var vocabulary: [String: Int32] = [:]
  // Per word: the inflections whose forms were generated, and whether by its acute ending.
  private var generated: [Inflection] = []
  private var forms = FormTable()
  private var stems = FormTable()
  private var trie = TermTrie()
  private var entries: [Entry] = []

  private struct Entry {
    struct Word {
      /// Its number in the vocabulary.
      let number: Int32
      let text: TermWords.Word
    }

    let number: Int
    let words: [Word]
    let article: TermWords.Article
    let isLoneNoun: Bool
  }

  /// A recogniser without terms.
  public init(language: LanguageTag) {
    reader = WordReader(Language(language))
  }

  /// Enters the terms of a language.
  public init(terms: some Sequence<RecogniserTerm>, language: LanguageTag) {
    self.init(language: language)
    for term in terms { add(term) }
  }

  /// A recogniser without terms, for the text that a sieve was made of.
  package init(for sieve: TermSieve) {
    reader = sieve.reader
    self.sieve = sieve
  }

  /// How many terms were entered; those without a word or a sign are not.
  public var count: Int { entries.count }

  /// Enters a term.
  public mutating func add(_ term: RecogniserTerm) {
    let parts = TermWords(term, &reader)
    guard !parts.words.isEmpty else { return }
    let words = parts.words.map { Entry.Word(number: enter($0), text: $0) }
    trie.insert(words.map(\.number))
    entries.append(
      Entry(
        number: term.number, words: words, article: parts.article,
        isLoneNoun: parts.isLoneNoun))
  }

  private mutating func enter(_ word: TermWords.Word) -> Int32 {
    let number: Int32
    if let known = vocabulary[word.folded] {
      number = known
    } else {
      number = Int32(vocabulary.count)
      vocabulary[word.folded] = number
      generated.append([])
      forms.add(word.folded, word: number, inflection: [], stable: word.folded.utf8.count)
    }
    // The forms of déléguée and of délègue are the same few; they are generated for both.
    let endsInAcute = word.inflections.contains(.gender) && word.written.last == "é"
    let wanted = word.inflections.subtracting(generated[Int(number)])
    if !wanted.isEmpty || endsInAcute {
      generated[Int(number)].formUnion(word.inflections)
      if sieve?.mayHoldForm(of: word.folded) != false {
        let kinds = endsInAcute ? word.inflections : wanted
        for form in reader.language.forms(of: word.folded, endsInAcute: endsInAcute, kinds) {
          forms.add(form.text, word: number, inflection: form.inflection, stable: form.stable)
        }
      }
      if wanted.contains(.stem) {
        stems.add(word.stem, word: number, inflection: .stem, stable: 0)
      }
    }
    return number
  }

  /// The occurrences of the terms in a text, by place, the longest first at each place.
  ///
  /// Every occurrence is there, also one inside a longer one; `winners()` tells them apart. Where
  /// the text has a term in its own form, other terms do not answer for the same stretch by a form
  /// of theirs.
  public func terms(in text: String) -> [RecognisedTerm] {
    guard !entries.isEmpty else { return [] }
    var reader = reader
    let lexemes = Lexemes(text, forms: forms, stems: stems, &reader)
    var walk = Walk(lexemes: lexemes, reader: reader)
    for start in lexemes.all.indices { follow(from: start, &walk) }
    return Self.settled(walk.found)
  }

  /// A walk down the trie from one token of the text.
  private struct Walk {
    let lexemes: Lexemes
    var reader: WordReader
    // The nodes behind the token that was read last, and those behind the one before.
    var nodes: [Int32] = []
    var before: [Int32] = []
    var found: [RecognisedTerm] = []
  }

  /// Follows every term that begins at a token, one token further at a time.
  ///
  /// A token leads from a node to each child once, whatever the number of its readings that are
  /// the child's word: a term of r words costs r steps, not 2^r. Which of the readings the term
  /// allows is asked where the term ends.
  private func follow(from start: Int, _ walk: inout Walk) {
    let end = start + walk.lexemes.all[start].room
    walk.nodes.removeAll(keepingCapacity: true)
    walk.nodes.append(TermTrie.root)
    var place = start
    while place < end, !walk.nodes.isEmpty {
      let lexeme = walk.lexemes.all[place]
      if lexeme.reading < 0, lexeme.stemReading < 0 { return }
      place += 1
      swap(&walk.nodes, &walk.before)
      walk.nodes.removeAll(keepingCapacity: true)
      for node in walk.before {
        let first = walk.nodes.count
        step(from: node, forms, lexeme.reading, room: end - place, siblings: first, &walk)
        step(from: node, stems, lexeme.stemReading, room: end - place, siblings: first, &walk)
      }
      for node in walk.nodes { collect(endingAt: node, start..<place, &walk) }
    }
  }

  /// Adds the children of a node behind the readings of a token, but for those that need more than
  /// `room` further tokens to end a term.
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
      if let found = occurrence(of: entries[Int(term)], places, &walk) { walk.found.append(found) }
      term = trie.next(after: term)
    }
  }

  /// The occurrence of a term whose words the tokens at `places` may be; nil where they are not.
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
      guard !Surroundings.isInsideCompound(first, walk.lexemes, entry.words[0].text.written) else {
        return nil
      }
    }
    if entry.isLoneNoun, Surroundings.isVerb(first, walk.lexemes, reader.language) { return nil }
    var start = walk.lexemes.all[first].start
    if entry.article != .none {
      if first > 0, reader.language.articles.contains(walk.lexemes.all[first - 1].folded),
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

  /// How a token is a word of a term.
  private enum Likeness { case same, inflected }

  /// How a token is a word of a term, by the plainest of its readings; nil where it is not.
  private func likeness(
    of word: Entry.Word, at place: Int, amongOthers: Bool, _ walk: inout Walk
  ) -> Likeness? {
    let lexeme = walk.lexemes.all[place]
    var likeness: Likeness?
    for (table, first) in [(forms, lexeme.reading), (stems, lexeme.stemReading)] {
      var number = first
      while number >= 0 {
        let reading = table.readings[Int(number)]
        number = reading.next
        guard reading.word == word.number,
          word.text.inflections.isSuperset(of: reading.inflection),
          WordAgreement.agrees(
            term: word.text, text: walk.lexemes.written(of: place), stable: Int(reading.stable),
            amongOthers: amongOthers, &walk.reader)
        else { continue }
        if reading.inflection.isEmpty { return .same }
        likeness = .inflected
      }
    }
    return likeness
  }

  private static func settled(_ found: [RecognisedTerm]) -> [RecognisedTerm] {
    var settled = [RecognisedTerm]()
    var place = 0
    let found = found.sorted()
    while place < found.count {
      var end = place
      while end < found.count, found[end].start == found[place].start,
        found[end].end == found[place].end
      {
        end += 1
      }
      let rivals = found[place..<end]
      let hasOwnForm = rivals.contains { !$0.isInflected }
      for rival in rivals where rival.isInflected != hasOwnForm {
        settled.append(rival)
      }
      place = end
    }
    return settled
  }
}
