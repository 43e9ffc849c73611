/// Aligns sentences by their lengths, their paragraphs, and a lexical model that is learned from
/// the texts themselves.
///
///     let aligner = LexicalAligner(lexicons: [lexicon])
///     let beads = aligner.align(AlignmentPair(AlignmentText(french), AlignmentText(english)))
///
/// A coarse pass finds where the texts run beside each other. Then a fine pass over beads of up to
/// four sentences a side takes turns with the training of word translations on its beads. What is
/// known of the words before is a prior: words that look alike, numbers, and the lexicons.
public struct LexicalAligner: SentenceAligner {
  /// The word pairs that are known before.
  public var lexicons: [BilingualLexicon]
  /// The terms of glossaries; those of one or two words teach the aligner words.
  public var terms: [TermPair]
  /// The number of trainings; there is one more fine pass.
  public var trainings = 3
  /// The number of rounds of a training.
  public var rounds = 4
  /// The distance from the last path within which a fine pass looks, in sentences.
  public var radius = 12
  /// The divisor of all scores when confidence is computed; a higher one lowers the confidence.
  public var temperature = 2.0

  /// An aligner with the settings that gave the best measurements.
  public init(lexicons: [BilingualLexicon] = [], terms: [TermPair] = []) {
    self.lexicons = lexicons
    self.terms = terms
  }

  /// Aligns the documents of a batch with one lexical model, which is learned from all of them.
  public func align(_ batch: [AlignmentPair], _ parallel: any ParallelMap) -> [[Bead]] {
    let sides = parallel.map([batch.map(\.source), batch.map(\.target)]) { SideWords($0) }
    let (source, target) = (sides[0].vocabulary, sides[1].vocabulary)
    let pairs = zip(sides[0].texts, sides[1].texts).map { PairWords(source: $0, target: $1) }
    let prior = WordPrior(source, target, lexicons: lexicons, terms: terms)
    let model = LexicalModel(prior, source, target)
    let aligned = align(pairs, prior, model, parallel)
    let words = TranslatedWords(model, source)
    return parallel.map(aligned) { [temperature] in $0.beads(temperature: temperature, words) }
  }

  /// Aligns texts in turns with training.
  ///
  /// - Parameters:
  ///   - pairs: the texts.
  ///   - prior: what is known of the words before.
  ///   - first: the model before anything is aligned.
  ///   - parallel: works on several pairs of texts at the same time.
  /// - Returns: each pair of texts, as it is aligned last.
  private func align(
    _ pairs: [PairWords], _ prior: WordPrior, _ first: LexicalModel, _ parallel: any ParallelMap
  ) -> [AlignedPair] {
    var aligned = parallel.map(pairs) { pair in
      AlignedPair(
        Lattice(
          pair, band: band(pair, CoarsePass().path(pair, first)), ratio: pair.ratio,
          beads: BeadModel(pair), lexical: first))
    }
    var model = first
    for _ in 0..<trainings {
      let training = WordTraining(
        aligned.flatMap { aligned in
          let pair = aligned.lattice.pair
          return aligned.path.filter(\.isJoint).map {
            (pair.source[$0.source], pair.target[$0.target])
          }
        }, words: (model.source.shares.count, model.target.shares.count))
      model = model.learned(from: training.counts(rounds: rounds, from: model.table), prior)
      aligned = parallel.map(aligned) { [model] aligned in
        AlignedPair(lattice(aligned.lattice.pair, aligned.path, model))
      }
    }
    return aligned
  }

  /// The lattice around a path, with the model that the path shows.
  private func lattice(_ pair: PairWords, _ path: [Step], _ model: LexicalModel) -> Lattice {
    var (s, t) = (0.0, 0.0)
    for step in path where step.isJoint {
      for sentence in step.source { s += pair.source.lengths[sentence] }
      for sentence in step.target { t += pair.target.lengths[sentence] }
    }
    let ratio = s == 0 || t == 0 ? pair.ratio : min(3, max(0.3, t / s))
    return Lattice(
      pair, band: band(pair, path), ratio: ratio, beads: BeadModel(pair, learnedFrom: path),
      lexical: model)
  }

  private func band(_ pair: PairWords, _ path: [Step]) -> Band {
    .around(path, radius: radius, source: pair.source.count, target: pair.target.count)
  }
}

/// The texts of one side of a batch, and their vocabulary.
private struct SideWords: Sendable {
  private(set) var vocabulary = Vocabulary()
  private(set) var texts: [TextWords] = []

  init(_ side: [AlignmentText]) {
    for text in side { texts.append(TextWords(text, &vocabulary)) }
  }
}

/// A pair of texts with the best path through its lattice.
private struct AlignedPair: Sendable {
  let lattice: Lattice
  let path: [Step]

  init(_ lattice: Lattice) {
    self.lattice = lattice
    path = lattice.bestPath()
  }

  /// The beads of the path and of moved passages, with their confidences, which are lower if the
  /// words tell that the texts are no translations.
  func beads(temperature: Double, _ words: TranslatedWords) -> [Bead] {
    let factor = words.factor(lattice.pair, path)
    let beads = zip(path, lattice.confidences(of: path, temperature: temperature)).map {
      Bead(source: $0.source, target: $0.target, confidence: $0.isJoint ? $1 * factor : $1)
    }
    return MovedBlocks(
      lattice.pair, lattice.lexical, ratio: lattice.pair.ratio, temperature: temperature
    ).joined(beads)
  }
}
