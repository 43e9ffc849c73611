/// Gibbs sampling of the links of one direction.
///
/// A sweep draws the link of each word anew, given all other links. The counts of linked pairs
/// change with every draw (the sampler is collapsed); jumps and fertilities are those of the last
/// sweep. The draws are repeatable: the generator has a fixed seed.
struct LinkSampler: Sendable {
  /// What a sweep looks at besides the pairs of words.
  enum Stage: Int, Comparable, Sendable {
    case words, order, fertility
    static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  /// The parameters of the Dirichlet priors.
  private static let pairPrior: Float = 0.01
  private static let jumpPrior: Float = 0.5
  private static let fertilityPrior: Float = 0.5
  /// The probability that a word has no counterpart.
  private static let noneShare: Float = 0.2

  let pairs: SentencePairs
  private(set) var model: LinkModel
  /// The link of each word of the target side: a place in its source sentence, or −1.
  private(set) var links: [Int16]
  private var random: UInt64

  // What a sweep needs for each word or jump, made before the sweep.
  private var divisors: [Float] = []
  /// One divided by the sum of each word's counts and its divisor.
  private var inverses: [Float] = []
  private var jumpShares: [Float] = []
  private var fertilityRatios: [Float] = []
  // What a sweep needs for each sentence.
  private var fertilities: [Int] = []
  private var ratios: [Float] = []
  private var following: [Int] = []
  private var shares: [Float] = []
  private var sums: [Float] = []

  /// Begins with random links, or with links that are known.
  ///
  /// - Parameters:
  ///   - pairs: the sentences; links go from target words to source words.
  ///   - model: what is known before; its counts stay beside those of the links.
  ///   - seed: the seed of the draws.
  init(_ pairs: SentencePairs, model: LinkModel, seed: UInt64) {
    self.pairs = pairs
    self.model = model
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    links = [Int16](repeating: -1, count: pairs.target.words.count)
    for sentence in 0..<pairs.count {
      let from = pairs.source.range(sentence)
      for place in pairs.target.range(sentence) {
        let link = from.isEmpty ? -1 : Int(draw() * Float(from.count))
        links[place] = Int16(link)
        self.model.add(
          from: link < 0 ? LinkModel.none : pairs.source.words[from.lowerBound + link],
          to: pairs.target.words[place], 1)
      }
    }
  }

  /// A random number from 0 up to 1: xorshift64* (Vigna 2016).
  @inline(__always)
  private mutating func draw() -> Float {
    random ^= random >> 12
    random ^= random << 25
    random ^= random >> 27
    return Float((random &* 0x2545_F491_4F6C_DD1D) >> 40) * 0x1p-24
  }

  // MARK: Sweeps

  /// Draws every link anew, once.
  mutating func sweep(_ stage: Stage) {
    prepare(stage)
    for sentence in 0..<pairs.count { sample(sentence, stage, rounds: 1, settles: false) }
  }

  /// Prepares for `shares(of:rounds:)`.
  mutating func beginSettling(_ stage: Stage) { prepare(stage) }

  /// Draws the links of a sentence several times, and tells how probable each was on average.
  ///
  /// - Parameters:
  ///   - sentence: the number of the sentence.
  ///   - stage: what the draws look at.
  ///   - rounds: how often each link is drawn.
  /// - Returns: for each target word a row with the share of each source word, and at its end the
  ///   share of no word. Each target word is then linked to the most probable one.
  mutating func shares(of sentence: Int, _ stage: Stage, rounds: Int) -> [Float] {
    sample(sentence, stage, rounds: rounds, settles: true)
    for place in sums.indices { sums[place] /= Float(rounds) }
    return sums
  }

  /// Computes what all sentences of a sweep share.
  private mutating func prepare(_ stage: Stage) {
    model.counts.pack()
    divisors = zip(model.totals, model.types).map { total, types in
      max(1, types) * 2 * Self.pairPrior
    }
    inverses = zip(model.totals, divisors).map { 1 / ($0 + $1) }
    countJumpsAndFertilities()
    let sum = jumpCounts.reduce(0, +) + Self.jumpPrior * Float(jumpCounts.count)
    jumpShares = jumpCounts.map { ($0 + Self.jumpPrior) / sum }
    fertilityRatios = []
    guard stage == .fertility else { return }
    let n = LinkModel.fertilities
    fertilityRatios = [Float](repeating: 1, count: fertilityCounts.count)
    for word in 0..<(fertilityCounts.count / n) {
      for f in 0..<(n - 1) {
        fertilityRatios[word * n + f] =
          (fertilityCounts[word * n + f + 1] + Self.fertilityPrior)
          / (fertilityCounts[word * n + f] + Self.fertilityPrior)
      }
      fertilityRatios[word * n + n - 1] = 0.01
    }
  }

  private var jumpCounts: [Float] = []
  private var fertilityCounts: [Float] = []

  /// Counts the jumps and fertilities of the present links, beside those of the model.
  private mutating func countJumpsAndFertilities() {
    jumpCounts = model.jumps
    fertilityCounts = model.fertility
    var found: [Int] = []
    for sentence in 0..<pairs.count {
      let from = pairs.source.range(sentence)
      found = [Int](repeating: 0, count: from.count)
      var before = -1
      for place in pairs.target.range(sentence) where links[place] >= 0 {
        let link = Int(links[place])
        found[link] += 1
        jumpCounts[LinkModel.jump(before, link)] += 1
        before = link
      }
      jumpCounts[LinkModel.jump(before, from.count)] += 1
      for (place, count) in found.enumerated() {
        let word = Int(pairs.source.words[from.lowerBound + place])
        fertilityCounts[word * LinkModel.fertilities + min(count, LinkModel.fertilities - 1)] += 1
      }
    }
  }

  /// The model with the links of these sentences: what later sentences start from.
  mutating func learned() -> LinkModel {
    model.counts.pack()
    countJumpsAndFertilities()
    var learned = model
    learned.jumps = jumpCounts
    learned.fertility = fertilityCounts
    return learned
  }

  // MARK: A sentence

  private mutating func sample(_ sentence: Int, _ stage: Stage, rounds: Int, settles: Bool) {
    let from = pairs.source.range(sentence)
    let to = pairs.target.range(sentence)
    sums.removeAll(keepingCapacity: true)
    if from.isEmpty || to.isEmpty { return }
    fertilities = [Int](repeating: 0, count: from.count)
    for place in to where links[place] >= 0 { fertilities[Int(links[place])] += 1 }
    ratios = from.enumerated().map { ratio(pairs.source.words[$1], fertilities[$0]) }
    following = [Int](repeating: from.count, count: to.count + 1)
    shares = [Float](repeating: 0, count: from.count + 1)
    let width = from.count + 1
    if settles { sums.append(contentsOf: repeatElement(0, count: width * to.count)) }
    for _ in 0..<rounds {
      for place in stride(from: to.count - 1, through: 0, by: -1) {
        let link = links[to.lowerBound + place]
        following[place] = link >= 0 ? Int(link) : following[place + 1]
      }
      var before = -1
      for place in 0..<to.count {
        let word = pairs.target.words[to.lowerBound + place]
        change(to.lowerBound + place, from, word, by: -1)
        let total = weigh(
          word, from, before: before, after: following[place + 1], stage)
        if settles {
          for (link, share) in shares.enumerated() { sums[place * width + link] += share / total }
        }
        let link = choose(total, count: width)
        links[to.lowerBound + place] = Int16(link == from.count ? -1 : link)
        change(to.lowerBound + place, from, word, by: 1)
        if link < from.count { before = link }
      }
    }
    guard settles else { return }
    for place in 0..<to.count {
      var best = from.count
      for link in 0..<from.count
      where sums[place * width + link] > sums[place * width + best] { best = link }
      let word = pairs.target.words[to.lowerBound + place]
      change(to.lowerBound + place, from, word, by: -1)
      links[to.lowerBound + place] = Int16(best == from.count ? -1 : best)
      change(to.lowerBound + place, from, word, by: 1)
    }
  }

  /// How much more probable one more link makes a word's fertility; 1 before fertilities count.
  @inline(__always)
  private func ratio(_ word: UInt32, _ fertility: Int) -> Float {
    if fertilityRatios.isEmpty { return 1 }
    return fertilityRatios[
      Int(word) * LinkModel.fertilities + min(fertility, LinkModel.fertilities - 1)]
  }

  /// Takes the link of a word into the counts or out of them.
  @inline(__always)
  private mutating func change(
    _ place: Int, _ from: Range<Int>, _ word: UInt32, by amount: Float
  ) {
    let link = Int(links[place])
    if link >= 0 {
      fertilities[link] += Int(amount)
      ratios[link] = ratio(pairs.source.words[from.lowerBound + link], fertilities[link])
    }
    let other = link < 0 ? LinkModel.none : pairs.source.words[from.lowerBound + link]
    model.add(from: other, to: word, amount)
    let total = model.totalPlace(other)
    inverses[total] = 1 / (model.totals[total] + divisors[total])
  }

  /// Weighs each place that a word may be linked to; the last is none.
  ///
  /// - Returns: the sum of the weights.
  private mutating func weigh(
    _ word: UInt32, _ from: Range<Int>, before: Int, after: Int, _ stage: Stage
  ) -> Float {
    let mask = model.counts.slots.count - 1
    let count = from.count
    let (first, lastJump) = (from.lowerBound, jumpShares.count - 1)
    let usesOrder = stage >= .order
    let sum: Float = unsafe shares.withUnsafeMutableBufferPointer { shares in
      unsafe model.counts.slots.withUnsafeBufferPointer { slots in
        unsafe pairs.source.words.withUnsafeBufferPointer { source in
          unsafe inverses.withUnsafeBufferPointer { inverses in
            unsafe jumpShares.withUnsafeBufferPointer { jumps in
              unsafe ratios.withUnsafeBufferPointer { ratios in
                var sum: Float = 0
                for place in 0..<count {
                  let other = unsafe source[first &+ place]
                  let linked = unsafe LinkCounts.count(
                    LinkCounts.key(other, word), slots, mask: mask)
                  var weight = unsafe (linked + Self.pairPrior) * inverses[Int(other)]
                  if usesOrder {
                    let here = place &- before &+ LinkModel.maxJump
                    let next = after &- place &+ LinkModel.maxJump
                    weight *=
                      unsafe jumps[max(0, min(lastJump, here))]
                      * jumps[max(0, min(lastJump, next))] * ratios[place]
                  }
                  unsafe shares[place] = weight
                  sum += weight
                }
                return sum
              }
            }
          }
        }
      }
    }
    var none =
      Self.noneShare * (model.counts.count(LinkModel.none, word) + Self.pairPrior)
      * inverses[model.words]
    if usesOrder { none *= jumpShares[LinkModel.jump(before, after)] }
    shares[count] = none
    return sum + none
  }

  @inline(__always)
  private mutating func choose(_ total: Float, count: Int) -> Int {
    var left = draw() * total
    for place in 0..<count {
      left -= shares[place]
      if left <= 0 { return place }
    }
    return count - 1
  }
}
