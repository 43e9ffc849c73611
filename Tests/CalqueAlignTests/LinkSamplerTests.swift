import CalqueModel
import TestSupport
import Testing

@testable import CalqueAlign

/// The sampler in dictionaries, written from the definition: the slow twin.
private struct SlowSampler {
  var pairs: [(source: [UInt32], target: [UInt32])]
  var links: [[Int]]
  var random: UInt64

  mutating func draw() -> Float {
    random ^= random >> 12
    random ^= random << 25
    random ^= random >> 27
    return Float((random &* 0x2545_F491_4F6C_DD1D) >> 40) * 0x1p-24
  }

  init(_ pairs: [(source: [UInt32], target: [UInt32])], seed: UInt64) {
    self.pairs = pairs
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    links = []
    for pair in pairs {
      links.append(
        pair.target.map { _ in pair.source.isEmpty ? -1 : Int(draw() * Float(pair.source.count)) })
    }
  }

  private func counts() -> [[UInt32]: Float] {
    var counts: [[UInt32]: Float] = [:]
    for (pair, links) in zip(pairs, links) {
      for (word, link) in zip(pair.target, links) {
        counts[[link < 0 ? LinkModel.none : pair.source[link], word], default: 0] += 1
      }
    }
    return counts
  }

  private func jump(_ a: Int, _ b: Int) -> Int { max(-40, min(40, b - a)) }

  /// One sweep over all words, with everything counted again for every draw.
  mutating func sweep(_ stage: LinkSampler.Stage) {
    // Divisors, jumps and fertilities are those of the beginning of the sweep.
    let before = counts()
    var types: [UInt32: Float] = [:]
    for key in before.keys { types[key[0], default: 0] += 1 }
    var jumps: [Int: Float] = [:]
    var fertilities: [UInt32: [Int: Float]] = [:]
    for (pair, links) in zip(pairs, links) {
      var last = -1
      for link in links where link >= 0 {
        jumps[jump(last, link), default: 0] += 1
        last = link
      }
      jumps[jump(last, pair.source.count), default: 0] += 1
      for (place, word) in pair.source.enumerated() {
        fertilities[word, default: [:]][min(15, links.count { $0 == place }), default: 0] += 1
      }
    }
    let all = (-40...40).reduce(Float(0)) { $0 + (jumps[$1] ?? 0) } + 0.5 * 81
    func share(_ a: Int, _ b: Int) -> Float { ((jumps[jump(a, b)] ?? 0) + 0.5) / all }
    func ratio(_ word: UInt32, _ fertility: Int) -> Float {
      if stage < .fertility { return 1 }
      if fertility >= 15 { return 0.01 }
      let counts = fertilities[word] ?? [:]
      return ((counts[fertility + 1] ?? 0) + 0.5) / ((counts[fertility] ?? 0) + 0.5)
    }
    for sentence in pairs.indices {
      let (source, target) = pairs[sentence]
      if source.isEmpty || target.isEmpty { continue }
      for place in target.indices {
        links[sentence][place] = -2
        var now: [[UInt32]: Float] = [:]
        var totals: [UInt32: Float] = [:]
        for (pair, links) in zip(pairs, links) {
          for (word, link) in zip(pair.target, links) where link > -2 {
            let from = link < 0 ? LinkModel.none : pair.source[link]
            now[[from, word], default: 0] += 1
            totals[from, default: 0] += 1
          }
        }
        func known(_ from: UInt32) -> Float {
          let divisor = max(1, types[from] ?? 0) * 2 * 0.01
          return ((now[[from, target[place]]] ?? 0) + 0.01)
            * (1 / ((totals[from] ?? 0) + divisor))
        }
        let last = links[sentence][..<place].last { $0 >= 0 } ?? -1
        let next = links[sentence][(place + 1)...].first { $0 >= 0 } ?? source.count
        var weights: [Float] = source.indices.map { at in
          let used = links[sentence].count { $0 == at }
          return stage >= .order
            ? known(source[at]) * (share(last, at) * share(at, next) * ratio(source[at], used))
            : known(source[at])
        }
        let sum = weights.reduce(0, +)
        var none = 0.2 * ((now[[LinkModel.none, target[place]]] ?? 0) + 0.01)
        let divisor = max(1, types[LinkModel.none] ?? 0) * 2 * Float(0.01)
        none *= 1 / ((totals[LinkModel.none] ?? 0) + divisor)
        if stage >= .order { none *= share(last, next) }
        weights.append(none)
        var left = draw() * (sum + none)
        var chosen = source.count
        for (at, weight) in weights.enumerated() {
          left -= weight
          if left <= 0 {
            chosen = at
            break
          }
        }
        links[sentence][place] = chosen == source.count ? -1 : chosen
      }
    }
  }
}

@Suite("The sampling of word links")
struct LinkSamplerTests {
  @Test("The sampler draws the links that its slow twin draws", arguments: 1...4)
  func twin(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pairs = (0..<12).map { _ in
      (
        source: (0..<Int.random(in: 0...6, using: &random)).map { _ in
          UInt32.random(in: 1...8, using: &random)
        },
        target: (0..<Int.random(in: 0...6, using: &random)).map { _ in
          UInt32.random(in: 1...8, using: &random)
        }
      )
    }
    var all = SentencePairs()
    for pair in pairs { all.append(source: pair.source, target: pair.target) }
    var fast = LinkSampler(all, model: LinkModel(words: 9), seed: UInt64(seed))
    var slow = SlowSampler(pairs, seed: UInt64(seed))
    #expect(fast.links.map(Int.init) == slow.links.flatMap(\.self), "seed \(seed)")
    for stage in [LinkSampler.Stage.words, .order, .fertility, .fertility] {
      fast.sweep(stage)
      slow.sweep(stage)
      #expect(fast.links.map(Int.init) == slow.links.flatMap(\.self), "seed \(seed), \(stage)")
    }
  }

  @Test("The counts are those of a dictionary, whatever is added and taken away")
  func counts() {
    var random = SplitMix64(seed: 7)
    var counts = LinkCounts()
    var twin: [UInt64: Float] = [:]
    for step in 0..<20_000 {
      let (a, b) = (
        UInt32.random(in: 0...90, using: &random), UInt32.random(in: 0...90, using: &random)
      )
      let key = LinkCounts.key(a, b)
      let amount: Float = (twin[key] ?? 0) > 0 && Bool.random(using: &random) ? -1 : 1
      counts.add(a, b, amount)
      twin[key, default: 0] += amount
      if step % 5_000 == 0 { counts.pack() }
    }
    for a in UInt32(0)...90 {
      for b in UInt32(0)...90 { #expect(counts.count(a, b) == twin[LinkCounts.key(a, b)] ?? 0) }
    }
  }
}

@Suite("The alignment of words")
struct WordAlignerTests {
  /// Sentences of a made-up language whose words stand in the opposite order.
  private func sentences(_ count: Int, seed: UInt64) -> [(source: [UInt32], target: [UInt32])] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let words = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        UInt32.random(in: 1...40, using: &random)
      }
      return (words, words.map { $0 + 100 })
    }
  }

  @Test("Words that always stand opposite each other are linked")
  func linked() {
    var pairs = SentencePairs()
    let sentences = sentences(300, seed: 3)
    for sentence in sentences { pairs.append(source: sentence.source, target: sentence.target) }
    var aligner = WordAligner(sourceWords: 41, targetWords: 141)
    let links = aligner.align(
      pairs, schedule: .init(words: 4, order: 4, fertility: 6, settling: 4))
    var right = 0
    var all = 0
    for (sentence, links) in zip(sentences, links) {
      all += sentence.source.count
      right += links.count { sentence.source[$0.source] + 100 == sentence.target[$0.target] }
    }
    #expect(Double(right) > 0.95 * Double(all))
  }

  @Test("The same sentences have the same links, run after run, and a learned model links new ones")
  func repeatable() {
    var pairs = SentencePairs()
    for sentence in sentences(200, seed: 5) {
      pairs.append(source: sentence.source, target: sentence.target)
    }
    var (one, other) = (
      WordAligner(sourceWords: 41, targetWords: 141), WordAligner(sourceWords: 41, targetWords: 141)
    )
    let schedule = WordAligner.Schedule(words: 3, order: 3, fertility: 4, settling: 3)
    #expect(one.align(pairs, schedule: schedule) == other.align(pairs, schedule: schedule))
    var fresh = SentencePairs()
    fresh.append(source: [3, 17, 29], target: [103, 117, 129])
    let links = one.align(fresh, schedule: .known, learns: false)
    #expect(links == [[0, 1, 2].map { WordLink(source: $0, target: $0) }])
  }

  @Test("Empty sentences and very long ones are no trouble")
  func odd() {
    var pairs = SentencePairs()
    pairs.append(source: [], target: [1])
    pairs.append(source: [1], target: [])
    pairs.append(source: Array(repeating: 1, count: 400), target: Array(repeating: 1, count: 400))
    var aligner = WordAligner(sourceWords: 2, targetWords: 2)
    let links = aligner.align(pairs, schedule: .init(words: 1, order: 1, fertility: 1, settling: 1))
    #expect(links.count == 3)
    #expect(links[0].isEmpty && links[1].isEmpty)
    #expect(links[2].allSatisfy { $0.source < 250 && $0.target < 250 })
  }
}

@Suite("The stretches opposite a phrase")
struct CounterpartsTests {
  /// Links as pairs of places.
  private func stretches(
    of phrase: Range<Int>, _ links: [(Int, Int)], _ other: String,
    small: [Bool] = [], isInCompound: Bool = false
  ) -> [String] {
    let words = other.split(separator: " ").map(String.init)
    var counterparts = Counterparts()
    counterparts.find(
      phrase, links.map { WordLink(source: $0.0, target: $0.1) }, count: words.count,
      small: small, isInCompound: isInCompound
    ) {
      switch words[$0] {
      case "the", "of", "a": .small
      case "-": .hyphen
      case ",", ".": .mark
      default: .word
      }
    }
    return counterparts.stretches.map {
      words[$0.range].joined(separator: " ") + " \($0.evidence) \($0.added)"
    }
  }

  @Test("are the linked words, alone and with unlinked neighbours that are no function words")
  func neighbours() {
    #expect(
      stretches(of: 1..<2, [(0, 0), (1, 2)], "the joint venture of") == [
        "venture whole 0", "joint venture whole 1",
      ])
    #expect(stretches(of: 0..<1, [(0, 2), (1, 1)], "the joint venture") == ["venture whole 0"])
  }

  @Test("keep function words at their ends only where the phrase has some")
  func small() {
    #expect(stretches(of: 0..<2, [(0, 0), (1, 1)], "the middle of") == ["middle whole 0"])
    #expect(
      stretches(of: 0..<3, [(0, 0), (1, 1)], "the middle of", small: [true, false, true]) == [
        "the middle closed 0", "the middle of closed 1",
      ])
  }

  @Test("hold the whole of a compound, too")
  func compounds() {
    #expect(
      stretches(of: 0..<1, [(0, 2), (1, 0)], "agri - food") == [
        "food whole 0", "agri - food whole 1",
      ])
    #expect(
      stretches(of: 0..<1, [(0, 2), (1, 0)], "agri - food", isInCompound: true) == ["food whole 0"])
  }

  @Test("are doubtful where a link leads elsewhere or is missing")
  func doubt() {
    #expect(stretches(of: 0..<2, [(0, 0), (2, 1), (1, 2)], "x y z") == ["x y z open 0"])
    #expect(stretches(of: 0..<2, [(0, 0)], "x , z") == ["x closed 0"])
  }

  @Test("are unlinked words where nothing is linked, and nothing where all are")
  func unlinked() {
    #expect(
      stretches(of: 1..<3, [(0, 0)], "the pay equity") == [
        "pay unlinked 0", "pay equity unlinked 0", "equity unlinked 0",
      ])
    #expect(stretches(of: 1..<2, [(0, 0)], "the").isEmpty)
    #expect(stretches(of: 0..<1, [(0, 0), (0, 9)], "x y").first == "x whole 0")
  }
}

@Suite("The votes for a rendering")
struct RenderingVotesTests {
  @Test("prefer the stretch that stands seldom elsewhere, and count each unit once")
  func ranked() throws {
    var votes = RenderingVotes()
    // joint 1, venture 2; the phrase is linked with venture alone.
    for unit in 0..<4 {
      for _ in 0..<2 {
        votes.add(
          RenderingVotes.Occurrence(
            unit: UnitID(Int64(unit)), index: unit, phrase: 0..<1, isAsked: true,
            links: [WordLink(source: 0, target: 1)], count: 2),
          small: [false], kind: { _ in .word }, stem: { UInt32($0 + 1) },
          form: { UInt32($0 + 1) })
      }
    }
    #expect(votes.units == 4 && votes.linked == 4)
    let found = votes.ranked(occurrences: 8, of: 10_000) { $0 == [2] ? 500 : 4 }
    #expect(found.map(\.words) == [[1, 2], [2]])
    #expect(found.map(\.count) == [4, 4])
    #expect(found.first?.forms.first?.examples.map(\.unit).count == 4)
  }

  @Test("of one unit without a clear link are none")
  func doubt() {
    var votes = RenderingVotes()
    votes.add(
      RenderingVotes.Occurrence(
        unit: 1, index: 0, phrase: 0..<1, isAsked: true, links: [], count: 2),
      small: [false], kind: { _ in .word }, stem: { UInt32($0 + 1) },
      form: { UInt32($0 + 1) })
    #expect(votes.ranked(occurrences: 1, of: 1) { _ in 1 }.isEmpty)
    #expect(votes.units == 1 && votes.linked == 0)
  }
}

@Suite("The order of phrases")
struct PhraseOrderTests {
  @Test("Every phrase has the occurrences that a plain search finds", arguments: 1...3)
  func twin(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var words: [UInt32] = []
    for _ in 0..<60 {
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        words.append(UInt32.random(in: 1...4, using: &random))
      }
      words.append(0)
    }
    let order = PhraseOrder.sorted(words, vocabulary: 4)
    #expect(order.map(Int.init).sorted() == words.indices.filter { words[$0] != 0 })
    for _ in 0..<200 {
      let phrase = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        UInt32.random(in: 1...4, using: &random)
      }
      let plain = words.indices.filter { start in
        start + phrase.count <= words.count
          && words[start..<(start + phrase.count)].elementsEqual(phrase)
      }
      let range = PhraseOrder.occurrences(of: phrase[...], in: order.indices) {
        words[Int(order[$0]) + $1]
      }
      #expect(order[range].map(Int.init).sorted() == plain, "seed \(seed), \(phrase)")
    }
  }
}
