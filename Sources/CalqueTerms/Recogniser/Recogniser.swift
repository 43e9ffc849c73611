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
///   number of terms; building is linear in the words of the terms.
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
    let number: Int
    let words: [TermWords.Word]
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
    trie.insert(parts.words.map { enter($0) })
    entries.append(
      Entry(
        number: term.number, words: parts.words, article: parts.article,
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
    for start in lexemes.all.indices {
      follow(from: TermTrie.root, at: start, &walk)
    }
    return Self.settled(walk.found)
  }

  /// A walk down the trie: the steps taken from the token where it began.
  private struct Walk {
    let lexemes: Lexemes
    var reader: WordReader
    var steps: [(lexeme: Int, reading: FormTable.Reading)] = []
    var found: [RecognisedTerm] = []
  }

  private func follow(from node: Int32, at place: Int, _ walk: inout Walk) {
    let lexeme = walk.lexemes.all[place]
    if node != TermTrie.root, lexeme.isApart { return }
    step(node, place, forms, lexeme.reading, &walk)
    step(node, place, stems, lexeme.stemReading, &walk)
  }

  private func step(
    _ node: Int32, _ place: Int, _ table: FormTable, _ first: Int32, _ walk: inout Walk
  ) {
    var number = first
    while number >= 0 {
      let reading = table.readings[Int(number)]
      number = reading.next
      guard let child = trie.child(of: node, word: reading.word) else { continue }
      walk.steps.append((place, reading))
      var term = trie.firstTerm(at: child)
      while term >= 0 {
        if let found = occurrence(of: entries[Int(term)], &walk) { walk.found.append(found) }
        term = trie.next(after: term)
      }
      if place + 1 < walk.lexemes.all.count { follow(from: child, at: place + 1, &walk) }
      walk.steps.removeLast()
    }
  }

  /// What the steps of a walk are of a term that ends where they end; nil where they are not it.
  private func occurrence(
    of entry: Entry, _ walk: inout Walk
  ) -> RecognisedTerm? {
    var isInflected = false
    for (word, step) in zip(entry.words, walk.steps) {
      let reading = step.reading
      guard word.inflections.isSuperset(of: reading.inflection) else { return nil }
      if !reading.inflection.isEmpty { isInflected = true }
      guard
        WordAgreement.agrees(
          term: word, text: walk.lexemes.written(of: step.lexeme), stable: Int(reading.stable),
          amongOthers: entry.words.count > 1, &walk.reader)
      else { return nil }
    }
    let first = walk.steps[0].lexeme
    let last = walk.steps[walk.steps.count - 1].lexeme
    if entry.words.count == 1, !entry.words[0].isExact {
      guard !Surroundings.isInsideCompound(first, walk.lexemes, entry.words[0].written) else {
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
        // A term can be reached by two readings of one word.
        if settled.last != rival { settled.append(rival) }
      }
      place = end
    }
    return settled
  }
}
