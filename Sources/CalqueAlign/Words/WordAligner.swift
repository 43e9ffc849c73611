/// Links the words of translated sentences.
///
/// Both directions are sampled (`LinkSampler`) and joined (`JoinedLinks`).
package struct WordAligner: Sendable {
  /// What was learned, of target words given source words and of the opposite direction.
  package var forward: LinkModel
  /// What was learned of source words given target words.
  package var backward: LinkModel

  /// An aligner that knows nothing.
  ///
  /// - Parameters:
  ///   - sourceWords: the number of words in the source language.
  ///   - targetWords: the number of words in the target language.
  package init(sourceWords: Int, targetWords: Int) {
    forward = LinkModel(words: sourceWords)
    backward = LinkModel(words: targetWords)
  }

  /// An aligner that knows what was learned before.
  package init(forward: LinkModel, backward: LinkModel) {
    (self.forward, self.backward) = (forward, backward)
  }

  /// How often the links are drawn.
  package struct Schedule: Sendable {
    /// Sweeps that look at pairs of words only.
    package var words: Int
    /// Sweeps that look at the order of words, too.
    package var order: Int
    /// Sweeps that look at fertilities, too.
    package var fertility: Int
    /// Draws of each sentence before its most probable links are taken.
    package var settling: Int

    /// A schedule by its numbers.
    package init(words: Int, order: Int, fertility: Int, settling: Int) {
      (self.words, self.order, self.fertility) = (words, order, fertility)
      self.settling = settling
    }

    fileprivate var stages: [(LinkSampler.Stage, Int)] {
      [(.words, words), (.order, order), (.fertility, fertility)]
    }
    fileprivate var sweeps: Int { words + order + fertility }
    /// The stage in which the links settle.
    fileprivate var last: LinkSampler.Stage {
      fertility > 0 ? .fertility : order > 0 ? .order : .words
    }

    /// The schedule for sentences that teach nothing new.
    package static let known = Schedule(words: 0, order: 1, fertility: 3, settling: 5)

    /// The schedule for so many sentence pairs: the more there are, the fewer sweeps are needed.
    package init(pairs: Int) {
      let sweeps = Int((5_000 / Double(max(1, pairs)).squareRoot()).rounded())
      self.init(
        words: 4, order: max(2, min(20, sweeps / 4)), fertility: max(4, min(60, sweeps)),
        settling: 8)
    }
  }

  /// Links the words of sentences, and learns from them.
  ///
  /// - Parameters:
  ///   - pairs: the sentences.
  ///   - schedule: how often the links are drawn.
  ///   - learns: whether the model takes what the links teach.
  ///   - seed: the seed of the draws.
  ///   - leastShare: the smallest mean share of a link (`JoinedLinks`).
  ///   - chains: how often all is drawn, each time with other draws; the shares are averaged, and the
  ///     model learns from the first.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the links of each pair, in order.
  package mutating func align(
    _ pairs: SentencePairs, schedule: Schedule, learns: Bool = true, seed: UInt64 = 1,
    leastShare: Float = JoinedLinks.leastShare, chains: Int = 1,
    progress: (Double) -> Void = { _ in }
  ) -> [[WordLink]] {
    let all = Double(2 * chains * (schedule.sweeps + schedule.settling))
    var done = 0.0
    let seeds = (0..<UInt64(max(1, chains))).map { seed + 2 * $0 }
    var there = seeds.map { LinkSampler(pairs, model: forward, seed: $0) }
    var back = seeds.map { LinkSampler(pairs.reversed, model: backward, seed: $0 + 1) }
    for (stage, sweeps) in schedule.stages {
      for _ in 0..<sweeps {
        for chain in there.indices {
          there[chain].sweep(stage)
          back[chain].sweep(stage)
          done += 2
          progress(done / all)
        }
      }
    }
    for chain in there.indices {
      there[chain].beginSettling(schedule.last)
      back[chain].beginSettling(schedule.last)
    }
    var links: [[WordLink]] = []
    links.reserveCapacity(pairs.count)
    for sentence in 0..<pairs.count {
      links.append(
        JoinedLinks.of(
          Self.shares(of: sentence, in: &there, schedule),
          Self.shares(of: sentence, in: &back, schedule),
          leastShare: leastShare, sources: pairs.source.range(sentence).count,
          targets: pairs.target.range(sentence).count))
      if sentence % 1_000 == 0 {
        let settled = Double(2 * chains * schedule.settling * sentence / pairs.count)
        progress((done + settled) / all)
      }
    }
    if learns { (forward, backward) = (there[0].learned(), back[0].learned()) }
    progress(1)
    return links
  }

  /// The shares of a sentence's links, averaged over the chains.
  private static func shares(
    of sentence: Int, in chains: inout [LinkSampler], _ schedule: Schedule
  ) -> [Float] {
    var sums = chains[0].shares(of: sentence, schedule.last, rounds: schedule.settling)
    for chain in chains.indices.dropFirst() {
      let more = chains[chain].shares(of: sentence, schedule.last, rounds: schedule.settling)
      for place in sums.indices { sums[place] += more[place] }
    }
    if chains.count > 1 { for place in sums.indices { sums[place] /= Float(chains.count) } }
    return sums
  }
}
