import CalqueModel
import CalqueMorphology
import CalqueText

/// The words of a term, and the ways in which a text may write them.
struct TermWords {
  /// One word of a term.
  struct Word: Sendable {
    /// The folded form, which is the word's key in the vocabulary.
    let folded: String
    /// The stem.
    let stem: String
    /// The word as the term writes it.
    let written: String
    /// Whether case counts: for an acronym, or a word of a `case` term.
    let isExact: Bool
    /// Whether the token is a word; numbers and signs have no forms.
    let isWord: Bool
    /// The inflections that a text may use.
    var inflections: Inflection = []
  }

  /// The treatment of the article that a term begins with.
  enum Article: Sendable {
    /// The term has no article.
    case none
    /// A text may leave the article out: `l'Élysée`.
    case optional
    /// The article is a part of the name: `Le Monde`.
    case required
  }

  private(set) var words: [Word] = []
  private(set) var article = Article.none
  /// Whether the term is a lone noun: a previous word can show that the word in the text is a verb.
  let isLoneNoun: Bool

  /// Reads a term; a term that holds no token has no words.
  init(_ term: RecogniserTerm, _ reader: inout WordReader) {
    var found = reader.tokens(of: term.text)
    let text = term.text.utf8
    func written(_ token: WordToken) -> String {
      let start = text.index(text.startIndex, offsetBy: token.start)
      let end = text.index(text.startIndex, offsetBy: token.end)
      return String(term.text[start..<end])
    }
    // Hyphens are dropped, because a text may write a space: Palais-Bourbon is two words.
    found.removeAll { $0.kind == .punctuation && $0.folded == "-" }
    let articles = reader.language.rules.articles
    if found.count > 1, let first = found.first, articles.contains(first.folded) {
      let isName = Self.isCapitalised(written(first)) && Self.isCapitalised(written(found[1]))
      article = isName ? .required : .optional
      found.removeFirst()
    }
    let byCase = term.flags.contains(.caseSensitive) || article == .required
    words = found.map { token in
      let written = written(token)
      return Word(
        folded: token.folded, stem: token.stem, written: written,
        isExact: byCase || Self.isAcronym(written), isWord: token.kind == .word)
    }
    let speech = PartOfSpeech(term.partOfSpeech)
    isLoneNoun = words.count == 1 && speech == .noun && !words[0].isExact
    for place in words.indices where words[place].isWord {
      words[place].inflections = Self.inflections(
        of: words[place], at: place, among: words.count, speech,
        hasFeminine: term.gender == "mf" || term.gender == "m/f")
    }
  }

  private enum PartOfSpeech {
    case noun, properNoun, adjective, verb, other, unknown

    init(_ written: String?) {
      switch written {
      case nil, "": self = .unknown
      case "noun": self = .noun
      case "proper noun": self = .properNoun
      case "phrase", "verb": self = .verb
      case let written?:
        switch written.lowercased() {
        case "noun", "n", "nom", "n.": self = .noun
        case "proper noun", "nom propre": self = .properNoun
        case "adjective", "adj", "adj.", "adjectif": self = .adjective
        case "verb", "v", "v.", "verbe", "phrase", "expression": self = .verb
        default: self = .other
        }
      }
    }
  }

  private static func inflections(
    of word: Word, at place: Int, among count: Int, _ speech: PartOfSpeech, hasFeminine: Bool
  ) -> Inflection {
    if word.isExact { return .plural }
    if count == 1 {
      // A glossary lists the base form, so a lone plural (législatives, news) means the plural
      // alone.
      switch speech {
      case .properNoun: return []
      case .adjective: return [.plural, .singular, .gender]
      case .verb: return .verb
      case .noun, .other, .unknown: return hasFeminine ? [.plural, .gender] : .plural
      }
    }
    var kinds: Inflection = [.plural, .singular, .gender]
    if speech == .verb, place == 0 { kinds.insert(.verb) }
    if speech == .verb || speech == .unknown, word.folded.utf8.count >= 4 { kinds.insert(.stem) }
    return kinds
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
