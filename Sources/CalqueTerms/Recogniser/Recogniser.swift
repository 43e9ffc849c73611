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
  private let morphology: Morphology
  private let tables: RecogniserTables
  private let trie: TermTrie
  private let entries: EntryTable

  /// An order of the words of a term that was entered.
  struct Entry: Sendable {
    struct Word: Sendable {
      /// The word's number in the vocabulary.
      let number: Int32
      let text: TermWords.Word
    }

    let number: Int
    let concept: ConceptID?
    let words: [Word]
    /// What may stand before each word.
    let gaps: [Gap]
    /// Whether the last word is the verb of a passive.
    let isInverted: Bool
    let article: TermWords.Article
    let reading: TermWords.Role
  }

  /// The number of terms; a term without a word or a sign is not entered.
  public let count: Int

  /// Enters the terms of a language.
  public init(terms: some Sequence<RecogniserTerm>, language: LanguageTag) {
    var builder = RecogniserBuilder(language: language)
    for term in terms { builder.add(term) }
    self = builder.recogniser()
  }

  init(
    reader: WordReader, morphology: Morphology, tables: RecogniserTables, trie: TermTrie,
    entries: EntryTable, count: Int
  ) {
    self.reader = reader
    self.morphology = morphology
    self.tables = tables
    self.trie = trie
    self.entries = entries
    self.count = count
  }

  /// The occurrences of the terms in a text, by start, the longest first at each place.
  ///
  /// An occurrence inside a longer one is included; `winners()` tells them apart. If the text has a
  /// term in its own form, an inflected form of another term at the same place is left out
  /// (`Rivals`).
  public func terms(in text: String) -> [RecognisedTerm] {
    terms(in: text) { _ in true }
  }

  /// The occurrences in a text of the terms whose numbers satisfy a condition, as if there were no
  /// others.
  package func terms(
    in text: String, where isWanted: (Int) -> Bool
  ) -> [RecognisedTerm] {
    guard !entries.isEmpty else { return [] }
    var reader = reader
    let lexemes = Lexemes(text, tables, morphology, &reader)
    var reading = TextReading(lexemes, tables, morphology, reader)
    var walk = TermWalk(trie)
    var found = [Rivals.Found]()
    for start in lexemes.all.indices {
      for (term, path) in walk.terms(from: start, reading) {
        guard let number = entries.term(of: term), isWanted(number), let entry = entries[term],
          let occurrence = reading.occurrence(of: entry, path)
        else { continue }
        found.append(
          Rivals.Found(
            term: occurrence.term, node: path.node, concept: entry.concept,
            isByLexicon: occurrence.isByLexicon))
      }
    }
    return Rivals.settled(found)
  }
}
