/// What an alignment knows of the words of its texts.
struct LexicalModel: Sendable {
  /// The probabilities of translations.
  let table: TranslationTable
  /// What is known of the source words.
  let source: WordFacts
  /// What is known of the target words.
  let target: WordFacts

  /// The model before anything is aligned.
  init(_ prior: WordPrior, _ source: Vocabulary, _ target: Vocabulary) {
    table = TranslationTable(prior)
    self.source = WordFacts(source, translations: table.forward, absence: prior.sourceAbsence)
    self.target = WordFacts(target, translations: table.backward, absence: prior.targetAbsence)
  }

  private init(_ table: TranslationTable, source: WordFacts, target: WordFacts) {
    self.table = table
    self.source = source
    self.target = target
  }

  /// The model after training: the counts, with the prior as pseudo-counts.
  func learned(from counts: WordTraining.Counts, _ prior: WordPrior) -> LexicalModel {
    let forward = Self.mixed(
      counts.forward, totals: counts.sourceTotals, prior.forward, strength: prior.sourceStrength)
    let backward = Self.mixed(
      counts.backward, totals: counts.targetTotals, prior.backward,
      strength: prior.targetStrength)
    /// The probability of absent translations, as that of a pair without counts.
    func absence(_ prior: [Float], _ strength: [Float], _ totals: [Float]) -> [Float] {
      prior.indices.map { prior[$0] * strength[$0] / (totals[$0] + strength[$0] + 1) }
    }
    return LexicalModel(
      TranslationTable(forward: forward, backward: backward),
      source: source.learned(
        translations: forward,
        absence: absence(prior.sourceAbsence, prior.sourceStrength, counts.sourceTotals)),
      target: target.learned(
        translations: backward,
        absence: absence(prior.targetAbsence, prior.targetStrength, counts.targetTotals)))
  }

  /// (k·prior + count) / (total + k + 1) for each pair of words.
  private static func mixed(
    _ counts: [WordPair], totals: [Float], _ prior: PairTable, strength: [Float]
  ) -> PairTable {
    let counted = PairTable(words: totals.count, counts)
    var mixed = PairTable(words: 0)
    for word in totals.indices {
      let (some, others) = (counted.row(word), prior.row(word))
      var (a, b) = (some.lowerBound, others.lowerBound)
      let all = totals[word] + strength[word] + 1
      while a < some.upperBound || b < others.upperBound {
        let first = a < some.upperBound ? counted.others[a] : .max
        let second = b < others.upperBound ? prior.others[b] : .max
        var value: Float = 0
        if first <= second {
          value += counted.values[a]
          a += 1
        }
        if second <= first {
          value += strength[word] * prior.values[b]
          b += 1
        }
        if value >= all * TranslationTable.least {
          mixed.append(min(first, second), value / all)
        }
      }
      mixed.endRow()
    }
    return mixed
  }
}

/// What a lexical model knows of each word of one side.
struct WordFacts: Sendable {
  /// The share of each word among all words.
  let shares: [Float]
  /// How surely each word's translations are known, from 0 to 1.
  let certainties: [Float]
  /// Whether each word is a number of two digits or more.
  private let isNumber: [Bool]
  /// The weight of translations that the texts do not hold.
  private let trust: Float

  /// The number of words at which a translation's absence from a text tells half of what it tells
  /// in a short one: in a long text, the translator uses another word.
  private static let longText: Float = 1_500

  /// The certainty of a number.
  ///
  /// A number is written as the same number on the other side, or the sentences differ. Numbers of
  /// one digit are often spelled out.
  private static let ofNumber: Float = 0.6

  /// The facts before anything is learned.
  ///
  /// - Parameters:
  ///   - vocabulary: the words of the side.
  ///   - translations: the probabilities of the words' translations.
  ///   - absence: the probability of each word's translations that the texts do not hold.
  init(_ vocabulary: Vocabulary, translations: PairTable, absence: [Float]) {
    shares = vocabulary.shares
    isNumber = vocabulary.kinds.enumerated().map { word, kind in
      kind == .number && vocabulary.stems[word].count > 1
    }
    trust = Self.longText / (Self.longText + Float(vocabulary.total))
    certainties = Self.certainties(isNumber, translations, absence, trust)
  }

  private init(_ facts: WordFacts, certainties: [Float]) {
    shares = facts.shares
    isNumber = facts.isNumber
    trust = facts.trust
    self.certainties = certainties
  }

  /// The facts with other translations.
  func learned(translations: PairTable, absence: [Float]) -> WordFacts {
    WordFacts(self, certainties: Self.certainties(isNumber, translations, absence, trust))
  }

  private static func certainties(
    _ isNumber: [Bool], _ translations: PairTable, _ absence: [Float], _ trust: Float
  ) -> [Float] {
    let sums = translations.sums
    return isNumber.indices.map { word in
      let known = sums[word] + trust * absence[word]
      return min(1, isNumber[word] ? max(known, ofNumber) : known)
    }
  }
}
