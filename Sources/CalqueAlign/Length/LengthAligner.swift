internal import Glibc

/// Aligns the sentences of two texts by their lengths and their paragraphs alone.
///
///     let beads = LengthAligner().align(AlignmentText(french), AlignmentText(english))
///
/// Dynamic programming after W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
/// Bilingual Corpora", Computational Linguistics 19 (1993), over the beads 1-1, 2-1, 1-2, 2-2, 1-0
/// and 0-1. `LengthModel` holds the evidence of lengths, `BeadModel` the cost of each kind and of
/// paragraphs; the ratio of lengths, the share of each kind and the weight of paragraphs are
/// estimated again from each alignment of the two texts.
///
/// - Complexity: texts of up to `wholeCells` pairs of sentences are aligned over the whole matrix.
///   Longer texts are first aligned at half the resolution, with neighbours joined in pairs, and so
///   on down. Each finer step computes only the cells within `radius` sentences of the coarser
///   path. Time and memory are therefore linear in the texts' length, with one byte a cell: 18,000
///   × 19,000 sentences have about 10 million cells.
public struct LengthAligner: Sendable {
  /// The maximum number of cells of a matrix that is computed whole.
  public var wholeCells = 2_000_000
  /// The distance from the coarser path within which a long text is aligned, in sentences.
  public var radius = 150
  /// The divisor of all scores when confidence is computed; a higher one lowers the confidence.
  ///
  /// On real texts of six kinds with 8,000 joining beads, confidence was off by 0.03 on average at
  /// 1.15, by 0.04 at 1, and by 0.07 at 1.3.
  public var temperature = 1.15
  /// The maximum number of alignments, each with the model that the last one showed.
  public var rounds = 3

  /// An aligner with the settings that gave the best measurements.
  public init() {}

  /// Aligns two texts.
  ///
  /// - Returns: beads in order, which cover every sentence of both texts exactly once. The
  ///   confidence of a bead, also of a sentence without a counterpart, is the probability of that
  ///   very bead.
  public func align(_ source: AlignmentText, _ target: AlignmentText) -> [Bead] {
    guard source.count + target.count > 0 else { return [] }
    let band = band(source, target)
    var lattice = Lattice(
      source, target, band: band, lengths: LengthModel(ratio: Self.ratio(source, target)),
      beads: BeadModel(source, target))
    var path = lattice.bestPath()
    for _ in 1..<max(1, rounds) {
      lattice = lattice.learned(from: path)
      let better = lattice.bestPath()
      if better == path { break }
      path = better
    }
    let confidences = lattice.confidences(of: path, temperature: temperature)
    return zip(path, confidences).map { step, confidence in
      Bead(
        source: step.source..<step.end.source, target: step.target..<step.end.target,
        confidence: confidence)
    }
  }

  /// The cells to compute, found by aligning the texts at coarser resolutions.
  private func band(_ source: AlignmentText, _ target: AlignmentText) -> Band {
    guard (source.count + 1) * (target.count + 1) > wholeCells, source.count + target.count > 8
    else { return .whole(source.count, target.count) }
    let (s, t) = (source.halved, target.halved)
    let ratio = Self.ratio(s, t)
    // Pairs are cut in different places of the two texts: each end is off by a good part of a pair.
    let mean = Double(t.lengths.reduce(0, +)) / Double(max(1, t.count))
    let path = Lattice(
      s, t, band: band(s, t), lengths: LengthModel(ratio: ratio, slack: mean * mean / 8),
      beads: BeadModel(s, t)
    ).bestPath()
    return .around(
      path.map { ($0.source, $0.target) }, radius: radius, source: source.count,
      target: target.count)
  }

  /// The number of target characters for each source character, before anything is aligned.
  private static func ratio(_ source: AlignmentText, _ target: AlignmentText) -> Double {
    let s = source.lengths.reduce(0, +)
    let t = target.lengths.reduce(0, +)
    return s == 0 || t == 0 ? 1 : min(1.6, max(0.6, Double(t) / Double(s)))
  }
}

extension Lattice {
  /// The lattice of the same texts with a model estimated from a path.
  ///
  /// The estimates are averaged with the first model and bounded, because a path may be wrong.
  func learned(from path: [Step]) -> Lattice {
    var counts = SIMD4<Double>(repeating: 0)
    var (opened, extended, places) = (0.0, 0.0, 0.0)
    var seen = ParagraphWalls.Evidence()
    var (s, t) = (0, 0)
    var isLone = false
    for step in path {
      guard case .join(let kind) = step.move else {
        if isLone { extended += 1 } else { opened += 1 }
        isLone = true
        continue
      }
      isLone = false
      places += 1
      counts[kind.rawValue] += 1
      for sentence in step.source..<step.end.source { s += source.lengths[sentence] }
      for sentence in step.target..<step.end.target { t += target.lengths[sentence] }
      seen.add(
        source.opensParagraph[step.source..<step.end.source],
        target.opensParagraph[step.target..<step.end.target])
    }
    var model = beads
    let joins = counts.sum()
    for kind in BeadModel.Kind.allCases {
      model.kinds[kind.rawValue] =
        log((counts[kind.rawValue] + 30 * kind.share) / (joins + 30)) + BeadModel.gain
    }
    let open = (opened + 20 * exp(BeadModel.firstOpen)) / (places + opened + 20)
    let extend = (extended + 10 * exp(BeadModel.firstExtend)) / (extended + opened + 10)
    // A text full of gaps must not learn that gaps cost nothing.
    model.setGap(open: min(0.15, open), extend: min(0.4, extend))
    model.paragraphs = ParagraphWalls(source, target, seen: seen)
    let ratio = s == 0 || t == 0 ? lengths.ratio : min(3, max(0.3, Double(t) / Double(s)))
    return Lattice(
      source, target, band: band, lengths: LengthModel(ratio: ratio), beads: model)
  }
}
