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
  public func align(_ batch: [AlignmentPair]) -> [[Bead]] {
    var (source, target) = (Vocabulary(), Vocabulary())
    let pairs = batch.map {
      PairWords(source: TextWords($0.source, &source), target: TextWords($0.target, &target))
    }
    let prior = WordPrior(source, target, lexicons: lexicons, terms: terms)
    return align(pairs, prior, LexicalModel(prior, source, target)).map { lattice, path in
      let beads = zip(path, lattice.confidences(of: path, temperature: temperature)).map {
        Bead(source: $0.source, target: $0.target, confidence: $1)
      }
      return MovedBlocks(
        lattice.pair, lattice.lexical, ratio: lattice.pair.ratio, temperature: temperature
      ).joined(beads)
    }
  }

  /// Aligns texts in turns with training.
  ///
  /// - Parameters:
  ///   - pairs: the texts.
  ///   - prior: what is known of the words before.
  ///   - first: the model before anything is aligned.
  /// - Returns: the last lattice of each pair of texts, with its best path.
  private func align(
    _ pairs: [PairWords], _ prior: WordPrior, _ first: LexicalModel
  ) -> [(lattice: Lattice, path: [Step])] {
    var model = first
    var paths = pairs.map { CoarsePass().path($0, model) }
    var lattices = zip(pairs, paths).map { pair, path in
      Lattice(
        pair, band: band(pair, path), ratio: pair.ratio, beads: BeadModel(pair), lexical: model)
    }
    paths = lattices.map { $0.bestPath() }
    for _ in 0..<trainings {
      let training = WordTraining(
        zip(pairs, paths).flatMap { pair, path in
          path.filter(\.isJoint).map { (pair.source[$0.source], pair.target[$0.target]) }
        }, words: (model.source.shares.count, model.target.shares.count))
      model = model.learned(from: training.counts(rounds: rounds, from: model.table), prior)
      for place in pairs.indices {
        lattices[place] = lattice(pairs[place], paths[place], model)
        paths[place] = lattices[place].bestPath()
      }
    }
    return zip(lattices, paths).map { ($0, $1) }
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
