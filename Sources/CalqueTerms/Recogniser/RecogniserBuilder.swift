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
  private let morphology: Morphology
  /// The sieve of the only text that the recogniser will read; nil if any text is possible.
  private var sieve: TermSieve?
  private var vocabulary: [String: Int32] = [:]
  // The kinds of inflection whose forms were generated, by word.
  private var generated: [Inflection] = []
  private var forms = FormTable()
  private var stems = FormTable()
  private var trie = TermTrie()
  private var entries: [Recogniser.Entry] = []

  /// A builder without terms.
  public init(language: LanguageTag) {
    self.init(Morphology(Language(language)))
  }

  /// A builder without terms, which knows the forms of words from a lexicon.
  package init(_ morphology: Morphology) {
    reader = WordReader(morphology.language)
    self.morphology = morphology
  }

  /// A builder without terms, for the text of a sieve.
  package init(for sieve: TermSieve) {
    reader = sieve.reader
    morphology = Morphology(reader.language)
    self.sieve = sieve
  }

  /// The recogniser of the terms that were entered.
  public func recogniser() -> Recogniser {
    Recogniser(reader: reader, forms: forms, stems: stems, trie: trie, entries: entries)
  }

  /// Enters a term; a term without a word or a sign is left out.
  public mutating func add(_ term: RecogniserTerm) {
    let parts = TermWords(term, &reader)
    guard !parts.words.isEmpty else { return }
    let words = parts.words.map { Recogniser.Entry.Word(number: enter($0), text: $0) }
    trie.insert(words.map(\.number))
    entries.append(
      Recogniser.Entry(
        number: term.number, concept: term.concept, words: words, article: parts.article,
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
    // délégué and délègue have one folded form and other feminines. So a word in é has its forms
    // generated even if those of the other word were generated before.
    let endsInAcute = word.inflections.contains(.gender) && word.written.last == "é"
    let wanted = word.inflections.subtracting(generated[Int(number)])
    if !wanted.isEmpty || endsInAcute {
      generated[Int(number)].formUnion(word.inflections)
      if sieve?.mayHoldForm(of: word.folded) != false {
        let kinds = endsInAcute ? word.inflections : wanted
        for form in morphology.forms(of: word.folded, endsInAcute: endsInAcute, kinds) {
          forms.add(form.text, word: number, inflection: form.inflection, stable: form.stable)
        }
      }
      if wanted.contains(.stem) {
        stems.add(word.stem, word: number, inflection: .stem, stable: 0)
      }
    }
    return number
  }
}
