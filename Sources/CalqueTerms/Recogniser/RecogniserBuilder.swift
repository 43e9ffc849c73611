public import CalqueModel
package import CalqueMorphology
import CalqueText

/// Builds a recogniser, term by term.
///
///     var builder = RecogniserBuilder(language: "fr")
///     for (number, text) in ["sommet", "l'Élysée"].enumerated() {
///       builder.add(RecogniserTerm(number: number, text: text))
///     }
///     let recogniser = builder.recogniser()
public struct RecogniserBuilder: Sendable {
  private var reader: WordReader
  private var readings: WordReadings
  private var phrase: PhraseWords { readings.phrase }
  /// The sieve of the only text that the recogniser will read; nil if any text is possible.
  private var sieve: TermSieve?
  // The places in `words` of the folded words that were entered.
  private var vocabulary: [String: Int] = [:]
  private var words: [EnteredWord] = []
  /// The number of words of the vocabulary, those of the base included.
  private(set) var wordCount: Int32
  var tables: RecogniserTables
  var trie: TermTrie
  private(set) var entries: EntryTable
  /// The file that takes the entries; nil if a recogniser is made.
  var frozen: FrozenWriter?
  private var count = 0

  /// What was entered of a word.
  private struct EnteredWord {
    /// The word's number in the vocabulary.
    let number: Int32
    /// The kinds of inflection whose forms were generated.
    var generated: Inflection = []
    /// The kinds of inflection whose small words and supplements were entered.
    var supplemented: Inflection = []
    /// The lemmas under which the word was entered.
    var lemmas: [UInt64] = []
  }

  /// A builder without terms.
  public init(language: LanguageTag) {
    self.init(Morphology(Language(language)))
  }

  /// A builder without terms, which knows the forms of words from a lexicon.
  ///
  /// - Parameters:
  ///   - morphology: the language and its lexicon.
  ///   - base: the frozen recogniser whose terms come before those that are added; nil for none.
  package init(_ morphology: Morphology, over base: FrozenRecogniser? = nil) {
    wordCount = Int32(base?.wordCount ?? 0)
    tables = RecogniserTables(over: base)
    trie = TermTrie(over: base?.trie)
    entries = EntryTable(over: base?.entries)
    count = base?.termCount ?? 0
    reader = WordReader(morphology.language)
    readings = WordReadings(morphology)
  }

  /// A builder for the file of some terms, each of which is added under its place among them.
  ///
  /// Entries go to the file as they come: those of a large glossary would be most of the memory.
  package init(_ morphology: Morphology, freezing terms: [GlossaryTerm]) {
    self.init(morphology)
    var writer = FrozenWriter()
    writer.write(terms)
    frozen = writer
  }

  /// A builder without terms, for the text of a sieve.
  package init(for sieve: TermSieve) {
    self.init(sieve.morphology)
    reader = sieve.reader
    self.sieve = sieve
  }

  /// The language of the terms, with its lexicon.
  var morphology: Morphology { readings.morphology }

  /// The recogniser of the terms that were entered.
  public func recogniser() -> Recogniser {
    Recogniser(
      reader: reader, morphology: readings.morphology, tables: tables, trie: trie,
      entries: entries, count: count)
  }

  /// Enters a term; a term without a word or a sign is left out.
  public mutating func add(_ term: RecogniserTerm) {
    let parts = TermWords(term, &reader, &readings)
    guard !parts.words.isEmpty else { return }
    count += 1
    for pattern in parts.patterns(phrase) {
      let words = pattern.words.map { Recogniser.Entry.Word(number: enter($0), text: $0) }
      trie.insert(words.map(\.number), gaps: pattern.gaps)
      let entry = Recogniser.Entry(
        number: term.number, concept: term.concept, words: words, gaps: pattern.gaps,
        isInverted: pattern.isInverted, article: parts.article, reading: parts.role)
      if frozen == nil { entries.append(entry) } else { frozen?.write(entry) }
    }
  }

  private mutating func enter(_ word: TermWords.Word) -> Int32 {
    let place = place(of: word.folded)
    let number = words[place].number
    if !word.inflections.isEmpty { enterForms(of: word, place) }
    if !word.isExact {
      for reading in word.readings where !words[place].lemmas.contains(reading.lemma) {
        words[place].lemmas.append(reading.lemma)
        tables.lemmas.add(reading.lemma, word: number)
      }
    }
    return number
  }

  /// The place of a folded word in `words`, where a new word is entered.
  private mutating func place(of folded: String) -> Int {
    if let known = vocabulary[folded] { return known }
    var number = wordCount
    if let ofBase = tables.forms.word(folded) {
      number = ofBase
    } else {
      wordCount += 1
      tables.forms.add(folded, word: number, inflection: [], stable: folded.utf8.count)
    }
    vocabulary[folded] = words.count
    words.append(EnteredWord(number: number))
    return words.count - 1
  }

  /// Enters the forms of a word that no lexicon tells.
  private mutating func enterForms(of word: TermWords.Word, _ place: Int) {
    let number = words[place].number
    if word.isExact {
      for form in word.exactForms(readings.morphology) { add(form, number) }
      return
    }
    let added = word.inflections.subtracting(words[place].supplemented)
    if !added.isEmpty {
      words[place].supplemented.formUnion(added)
      for form in word.smallForms(phrase) { add(form, number) }
      if added.contains(.abbreviation) {
        for short in readings.morphology.abbreviations(of: word.folded) {
          add(InflectedForm(short.folded, .abbreviation, stable: 0), number)
        }
      }
      if !word.usesRules {
        for form in readings.morphology.supplements(of: word.folded, added) { add(form, number) }
      }
    }
    guard word.usesRules else { return }
    // délégué and délègue have one folded form and other feminines. So a word in é has its forms
    // generated even if those of the other word were generated before.
    let endsInAcute = word.inflections.contains(.gender) && word.written.last == "é"
    let wanted = word.inflections.subtracting(words[place].generated)
    guard !wanted.isEmpty || endsInAcute else { return }
    words[place].generated.formUnion(word.inflections)
    guard sieve?.mayHoldForm(of: word.folded) != false else { return }
    let kinds = endsInAcute ? word.inflections : wanted
    for form in readings.morphology.forms(of: word.folded, endsInAcute: endsInAcute, kinds) {
      add(form, number)
    }
    if wanted.contains(.stem) {
      tables.stems.add(
        reader.language.stemmer.stem(word.folded), word: number, inflection: .stem, stable: 0)
    }
  }

  private mutating func add(_ form: InflectedForm, _ word: Int32) {
    tables.forms.add(form.text, word: word, inflection: form.inflection, stable: form.stable)
  }
}

extension TermWords.Word {
  /// The plurals of a word whose capitals count: *ONG, ONGs*.
  func exactForms(_ morphology: Morphology) -> [InflectedForm] {
    if !inflections.contains(.plural) { return [] }
    if !isAcronym { return morphology.forms(of: folded, .plural) }
    return [InflectedForm(folded + "s", .plural, stable: folded.utf8.count)]
  }

  /// The forms of an article, a determiner, a reflexive pronoun or a contracted preposition.
  func smallForms(_ phrase: PhraseWords) -> [InflectedForm] {
    phrase.forms(of: folded).filter { inflections.contains($0.inflection) }
  }
}
