import CalqueModel
import CalqueMorphology
import CalqueText

/// The words of a term, and the ways in which a text may write them.
struct TermWords {
  /// One word of a term.
  struct Word: Sendable {
    /// The folded form, which is the word's key in the vocabulary.
    let folded: String
    /// The word as the term writes it.
    let written: String
    /// Whether case counts: for an acronym, or a word of a `case` term.
    let isExact: Bool
    /// Whether the word is an acronym.
    let isAcronym: Bool
    /// Whether the token is a word; numbers and signs have no forms.
    let isWord: Bool
    /// Whether the token is a number.
    let isNumber: Bool
    /// What the word is among the small words of phrases.
    var kinds = PhraseWords.Kinds(rawValue: 0)
    /// The lexicon's readings that the term can mean.
    var readings: [WordReading] = []
    /// Whether rules make the word's forms, because no lexicon has the word.
    var usesRules = true
    /// The inflections that a text may use.
    var inflections: Inflection = []

    init(
      folded: String, written: String, isExact: Bool, isAcronym: Bool, isWord: Bool,
      isNumber: Bool = false
    ) {
      self.folded = folded
      self.written = written
      self.isExact = isExact
      self.isAcronym = isAcronym
      self.isWord = isWord
      self.isNumber = isNumber
    }
  }

  /// The treatment of the article that a term begins with.
  enum Article: UInt8, Sendable {
    /// The term has no article.
    case none
    /// A text may leave the article out: `l'Élysée`.
    case optional
    /// The article is a part of the name: `Le Monde`.
    case required
  }

  /// The part of speech that a text must give the term's first word.
  enum Role: UInt8, Sendable {
    /// Any.
    case any
    /// A lone noun: *porte* is not found in *il porte*.
    case loneNoun
    /// A lone verb: *marcher* is not found in *la marche*.
    case loneVerb
  }

  private(set) var words: [Word] = []
  private(set) var article = Article.none
  /// The part of speech of the first word.
  private(set) var role = Role.any
  /// The place of the verb of a term that is a verb with its complements; nil for other terms.
  private(set) var verbPlace: Int?

  /// Reads a term; a term that holds no token has no words.
  init(_ term: RecogniserTerm, _ reader: inout WordReader, _ lexicon: inout WordReadings) {
    let phrase = lexicon.phrase
    var found = reader.tokens(of: term.text)
    let text = term.text.utf8
    func written(_ token: WordToken) -> String {
      let start = text.index(text.startIndex, offsetBy: token.start)
      let end = text.index(text.startIndex, offsetBy: token.end)
      return String(term.text[start..<end])
    }
    // Hyphens are dropped, because a text may write a space: Palais-Bourbon is two words.
    let hasHyphen = found.contains { $0.kind == .punctuation && $0.folded == "-" }
    found.removeAll { $0.kind == .punctuation && $0.folded == "-" }
    found = OptionalEnding.dropped(from: found)
    let articles = reader.language.rules.articles
    if found.count > 1, let first = found.first, articles.contains(first.folded) {
      let isName = Self.isCapitalised(written(first)) && Self.isCapitalised(written(found[1]))
      article = isName ? .required : .optional
      found.removeFirst()
    }
    let byCase = term.flags.contains(.caseSensitive) || article == .required
    words = found.map { token in
      let written = written(token)
      let isAcronym = token.kind == .word && Self.isAcronym(written)
      return Word(
        folded: token.folded, written: written, isExact: byCase || isAcronym,
        isAcronym: isAcronym, isWord: token.kind == .word, isNumber: token.kind == .number)
    }
    let speech = TermSpeech(term.partOfSpeech)
    for place in words.indices where words[place].isWord && !words[place].isExact {
      words[place].readings = lexicon.readings(of: words[place].written)
      words[place].usesRules = words[place].readings.isEmpty
      words[place].kinds = phrase.kinds(of: words[place].folded)
    }
    let forms = TermForms(
      speech, hasFeminine: term.gender == "mf" || term.gender == "m/f",
      isCompound: hasHyphen && found.count == 2,
      hasLexicon: lexicon.hasLexicon)
    verbPlace = forms.verbPlace(in: words)
    forms.settle(&words, verbPlace: verbPlace)
    role = forms.role(of: words, verbPlace: verbPlace)
  }

  /// Whether a word has only capitals and possibly digits: IA, G7, U.S.
  static func isAcronym(_ word: String) -> Bool {
    var hasUpper = false
    for scalar in word.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { hasUpper = true }
    }
    // A single capital is as often a word at the start of a sentence (A, L') as a symbol.
    return hasUpper && word.utf8.count > 1 && word.utf8.last != UInt8(ascii: "'")
      && !word.hasSuffix("’")
  }

  static func isCapitalised(_ word: String) -> Bool {
    word.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
