import CalqueMorphology
import CalqueText

/// Reads phrases in one language, and keeps what is known of their words.
struct PhraseReader: Sendable {
  private let language: Language
  private let forms: Forms
  private let small: Set<String>
  private var scanner = TextScanner()
  private var known: [String: SoughtPhrase.Word] = [:]

  /// The forms that a word stands for.
  enum Forms: Sendable {
    /// The form as it is written, whatever its case and accents.
    case written
    /// All forms of the word.
    ///
    /// Where articles are taken, a definite one stands for an indefinite one and the other way round.
    case all(Morphologies, takesArticles: Bool)
  }

  /// A reader for a language.
  init(_ language: Language, _ forms: Forms) {
    (self.language, self.forms) = (language, forms)
    let words = Morphology(language).phraseWords
    small = Morphology(language).smallWords.union(words.prepositions).union(words.determiners)
      .union(words.auxiliaries)
  }

  /// The words of a phrase.
  ///
  /// - Parameters:
  ///   - text: the phrase.
  ///   - readsStars: whether a star behind a word says that any word is meant that begins so.
  /// - Returns: the words.
  mutating func phrase(_ text: String, readsStars: Bool = false) -> SoughtPhrase {
    var tokens = tokens(of: text, in: language, using: &scanner)
    var beginnings = Set<Int>()
    if readsStars {
      while let star = tokens.indices.dropFirst().first(where: {
        tokens[$0].folded == "*" && tokens[$0 - 1].kind == .word
          && tokens[$0 - 1].end == tokens[$0].start
      }) {
        beginnings.insert(star - 1)
        tokens.remove(at: star)
      }
    }
    let utf8 = Array(text.utf8)
    let written = tokens.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) }
    var phrase = SoughtPhrase(
      words: tokens.indices.map { place in
        let token = tokens[place]
        if !beginnings.contains(place) { return word(token, written[place]) }
        return SoughtPhrase.Word(
          folded: token.folded, stems: [Array(token.stem.utf8)], forms: [], isSmall: false,
          isBeginning: true)
      })
    if !beginnings.isEmpty { return phrase }
    phrase.isPlural =
      zip(phrase.words, written).lazy
      .compactMap { $0.isSmall ? nil : isPlural($1) }.first
    let content = phrase.words.indices.filter { !phrase.words[$0].isSmall }
    if content.count == 1 { phrase.speech = speech(of: written[content[0]]) }
    return phrase
  }

  /// What a word is that cannot be anything else, or the infinitive of a verb.
  private func speech(of word: String) -> SpeechEndings.Speech? {
    guard case .all(let morphologies, _) = forms else { return nil }
    let morphology = morphologies.morphology(of: language)
    let readings = morphology.readings(of: word)
    // What a dictionary of all verbs lacks is a noun.
    if readings.isEmpty { return morphology.lexicon == nil ? nil : .noun }
    let isNoun = readings.contains { $0.features.speech == .noun }
    if isNoun { return readings.allSatisfy { $0.features.speech == .noun } ? .noun : nil }
    return readings.contains { $0.features.speech == .verb && $0.isLemma } ? .verb : nil
  }

  /// The articles that may stand for an article; a definite one stands for an indefinite one, too.
  private func otherArticles(_ word: String) -> Set<String> {
    let groups = Morphology(language).phraseWords.articles
    let own = groups.prefix(2).joined()
    return own.contains(word) ? Set(own) : Set(groups.first { $0.contains(word) } ?? [])
  }

  /// The stem of a folded word.
  func stem(_ folded: String) -> String { CalqueText.stem(folded, in: language) }

  /// Whether a word that may be a noun is in the plural; nil if it is no noun or of any number.
  private func isPlural(_ word: String) -> Bool? {
    guard case .all(let morphologies, _) = forms else { return nil }
    let numbers = morphologies.morphology(of: language).readings(of: word)
      .filter { $0.features.speech == .noun }.map(\.features.number)
    if !numbers.isEmpty, numbers.allSatisfy({ $0 == .plural }) { return true }
    return !numbers.isEmpty && numbers.allSatisfy { $0 == .singular } ? false : nil
  }

  private mutating func word(_ token: Token, _ written: String) -> SoughtPhrase.Word {
    if let word = known[written] { return word }
    var stems: Set<String> = [token.stem]
    var others: Set<String> = []
    let isSmall = small.contains(token.folded)
    if case .all(_, takesArticles: true) = forms, isSmall {
      others = otherArticles(token.folded)
      for form in others { stems.insert(stem(form)) }
    } else if token.kind == .word, !isSmall, case .all(let morphologies, _) = forms {
      let family = morphologies.family(of: written, in: language).map { folded($0) }
      others = Set(family)
      for form in family { stems.insert(stem(form)) }
    }
    // In order, so that of many occurrences the same ones are looked at in every process.
    let word = SoughtPhrase.Word(
      folded: token.folded, stems: stems.sorted().map { Array($0.utf8) }, forms: others,
      isSmall: isSmall || token.kind == .punctuation,
      hasCapital: written.unicodeScalars.first?.properties.isUppercase == true)
    known[written] = word
    return word
  }
}
