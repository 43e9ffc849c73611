/// The small words of a language that change, come or go inside phrases, folded.
package final class PhraseWords: Sendable {
  /// Groups of determiners that are one word in other forms: *le, la, les, l'*.
  package let articles: [[String]]
  /// The determiners that take each other's place in a phrase with a verb: *déposer une motion*,
  /// *déposer sa motion*.
  package let determiners: Set<String>
  /// The forms that a phrase's last word takes before an article or a vowel: *de* as *du, des, d'*.
  package let contractions: [String: [String]]
  /// The words that are a preposition and an article in one, so that a noun follows: *au*, *du*.
  package let contractedArticles: Set<String>
  /// The pronouns that stand for a preposition and a noun, by the preposition: *y* for *à*.
  package let pronouns: [String: Pronoun]
  /// The articles with which a preposition makes one word in the plural: *de l'*, *des*.
  package let elidedArticles: Set<String>
  /// The pronouns of reflexive verbs; the first ones are those of the dictionary: *se, s'*.
  package let reflexives: [String]
  /// The number of reflexives that a dictionary's form has.
  package let citedReflexives: Int
  /// The pronouns that stand before a verb: *en*, *y*, *le*.
  package let clitics: Set<String>
  /// The pronouns that stand behind an inverted verb: *est-il*.
  package let subjects: Set<String>
  /// The forms of the verbs that make the passive and the compound tenses.
  package let auxiliaries: Set<String>
  /// The verbs that stand before an infinitive and say little by themselves: *pouvoir*.
  package let modals: Set<String>
  /// The nouns that stand in prepositions and adverbs of several words: *cours* of *au cours de*.
  package let nounsOfPrepositions: Set<String>
  /// Adverbs that no lexicon or ending tells: *not*, *ne*, *pas*.
  package let adverbs: Set<String>
  /// The adverbs that deny a verb or what stands behind them: *not*, *pas*.
  package let negations: Set<String>
  /// The words before a verb that say that a negation behind it denies the verb: *ne*.
  package let signsOfNegation: Set<String>
  /// Adverbs of several words: *en effet*, *une nouvelle fois*.
  package let adverbials: [[String]]
  /// The ending of other adverbs: *-ly*, *-ment*; empty if there is none.
  package let adverbEnding: String
  /// The prepositions, and the particles of phrasal verbs.
  package let prepositions: Set<String>
  /// The conjunctions that join two words of a phrase.
  package let conjunctions: Set<String>
  /// The prepositions that join a noun to another one without an article, to say which kind is meant:
  /// *de* of *projet de loi*.
  package let joiners: Set<String>
  /// The words that say how much or which and stand inside phrases: *all*, *other*.
  package let quantifiers: Set<String>
  /// The present participles that are prepositions: *concernant*, *regarding*.
  package let participlePrepositions: Set<String>
  /// The short forms of titles, which stand before a name: *Mme*.
  package let shortTitles: Set<String>
  /// The prefixes that stand before a noun with a hyphen and leave the noun its meaning: *ex-*.
  package let freePrefixes: Set<String>
  /// Adjectives that tell which thing is meant and not what it is: *la présente loi*.
  package let pointing: Set<String>
  /// What the endings of words say.
  package let endings: SpeechEndings

  /// What a small word is, in one look-up.
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt8
    @inlinable
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let determiner = Kinds(rawValue: 1)
    package static let preposition = Kinds(rawValue: 2)
    package static let clitic = Kinds(rawValue: 4)
    /// A reflexive pronoun.
    package static let reflexive = Kinds(rawValue: 8)
    /// The reflexive pronoun of a dictionary's form.
    package static let citedReflexive = Kinds(rawValue: 16)
  }

  /// A pronoun that stands for a preposition and a noun.
  package struct Pronoun: Sendable {
    /// The pronoun, folded.
    package let folded: String
    /// Whether it is a pronoun also without another before it.
    package let standsAlone: Bool
  }

  private static let longestWord = 10
  private let kinds: [String: Kinds]

  /// What a folded word is; nothing if it is no small word.
  package func kinds(of word: String) -> Kinds {
    // A recogniser asks of each word of each term; one look-up does for four lists.
    if word.utf8.count > Self.longestWord { return Kinds(rawValue: 0) }
    return kinds[word] ?? Kinds(rawValue: 0)
  }

  /// The other forms of an article, a determiner, a reflexive pronoun or a contracted preposition.
  package func forms(of word: String) -> [InflectedForm] {
    if word.utf8.count > Self.longestWord { return [] }
    var forms = [InflectedForm]()
    func add(_ others: [String], _ kind: Inflection) {
      for other in others where other != word {
        forms.append(InflectedForm(other, kind, stable: 0))
      }
    }
    for group in articles where group.contains(word) { add(group, .article) }
    if reflexives.prefix(citedReflexives).contains(word) { add(reflexives, .article) }
    if determiners.contains(word) { add(determiners.sorted(), .determiner) }
    if let contracted = contractions[word] { add(contracted, .contraction) }
    return forms
  }

  init(
    articles: [String] = [], determiners: String = "", contractions: [String: [String]] = [:],
    pronouns: [String: Pronoun] = [:],
    elidedArticles: String = "", reflexives: String = "", citedReflexives: Int = 0,
    clitics: String = "", subjects: String = "", auxiliaries: String = "", modals: String = "",
    nounsOfPrepositions: String = "", adverbs: String = "",
    negations: String = "", signsOfNegation: String = "",
    adverbials: [String] = [], adverbEnding: String = "", prepositions: String = "",
    conjunctions: String = "", joiners: String = "", quantifiers: String = "",
    participlePrepositions: String = "", shortTitles: String = "",
    freePrefixes: String = "", pointing: String = "",
    endings: SpeechEndings = SpeechEndings()
  ) {
    self.articles = articles.map(Self.words)
    self.determiners = Set(Self.words(determiners))
    self.contractions = contractions
    // An elided form has lost its vowel and has no article.
    contractedArticles = Set(contractions.values.joined().filter { !$0.hasSuffix("'") })
    self.pronouns = pronouns
    self.elidedArticles = Set(Self.words(elidedArticles))
    self.reflexives = Self.words(reflexives)
    self.citedReflexives = citedReflexives
    self.clitics = Set(Self.words(clitics))
    self.subjects = Set(Self.words(subjects))
    self.auxiliaries = Set(Self.words(auxiliaries))
    self.modals = Set(Self.words(modals))
    self.nounsOfPrepositions = Set(Self.words(nounsOfPrepositions))
    self.adverbs = Set(Self.words(adverbs))
    self.negations = Set(Self.words(negations))
    self.signsOfNegation = Set(Self.words(signsOfNegation))
    self.adverbials = adverbials.map(Self.words)
    self.prepositions = Set(Self.words(prepositions))
    self.adverbEnding = adverbEnding
    self.conjunctions = Set(Self.words(conjunctions))
    self.participlePrepositions = Set(Self.words(participlePrepositions))
    self.shortTitles = Set(Self.words(shortTitles))
    self.quantifiers = Set(Self.words(quantifiers))
    self.joiners = Set(Self.words(joiners))
    self.freePrefixes = Set(Self.words(freePrefixes))
    self.pointing = Set(Self.words(pointing))
    self.endings = endings
    var kinds: [String: Kinds] = [:]
    func note(_ words: some Sequence<String>, _ kind: Kinds) {
      for word in words { kinds[word, default: []].insert(kind) }
    }
    note(self.determiners, .determiner)
    note(self.prepositions, .preposition)
    note(self.clitics, .clitic)
    note(self.reflexives, .reflexive)
    note(self.reflexives.prefix(citedReflexives), .citedReflexive)
    self.kinds = kinds
  }

  /// The words of a language without rules.
  static let none = PhraseWords()

  private static func words(_ words: String) -> [String] {
    words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}
