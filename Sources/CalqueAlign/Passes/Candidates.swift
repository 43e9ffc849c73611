internal import Glibc

/// For each source sentence the target sentences that share the most telling words with it.
struct Candidates {
  /// A target sentence and the evidence of its words.
  struct Candidate {
    let target: Int32
    let evidence: Float
  }

  /// The candidates of all source sentences, by target sentence.
  private(set) var all: [Candidate] = []
  private(set) var starts: [Int] = [0]

  /// The candidates of a source sentence.
  func row(_ sentence: Int) -> ArraySlice<Candidate> {
    all[starts[sentence]..<starts[sentence + 1]]
  }

  /// The largest number of candidates of a sentence.
  private static let most = 60
  /// The largest number of occurrences of words that are looked at for one sentence.
  private static let mostOccurrences = 8_000

  /// No candidates for a number of source sentences.
  static func none(source: Int) -> Candidates {
    Candidates(starts: [Int](repeating: 0, count: source + 1))
  }

  private init(starts: [Int]) { self.starts = starts }

  /// Finds the candidates, by an index of the target's words.
  ///
  /// - Complexity: O(1) for each source sentence, because the occurrences looked at are limited.
  init(_ pair: PairWords, _ model: LexicalModel) {
    let index = Occurrences(pair.target, words: model.target.shares.count)
    let limit = max(40, pair.target.count / 4)
    let words = Float(max(1, pair.target.words.count))
    var evidence = [Float](repeating: 0, count: pair.target.count)
    for sentence in 0..<pair.source.count {
      let stems = Set(pair.source[sentence]).sorted()
      let length = Float(pair.source.wordCount(sentence) + 1)
      var clues: [(word: Int, weight: Float)] = []
      for stem in stems {
        let table = model.table.forward
        for place in table.row(Int(stem)) {
          let word = Int(table.others[place])
          let count = index.count(word)
          guard count > 0, count <= limit else { continue }
          let share = max(model.target.shares[word], Float(count) / words)
          let weight = logf(max(0.75 * table.values[place] / (length * share) + 0.25, 1e-9))
          if weight >= 0.05 { clues.append((word, weight)) }
        }
      }
      // The rarest words come first, so that a limit cuts off what tells least.
      clues.sort { (index.count($0.word), $0.word) < (index.count($1.word), $1.word) }
      var seen = 0
      var found: [Int32] = []
      for clue in clues {
        seen += index.count(clue.word)
        if seen > Self.mostOccurrences, !found.isEmpty { break }
        for place in index.sentences(clue.word).prefix(Self.mostOccurrences) {
          if evidence[Int(place)] == 0 { found.append(place) }
          evidence[Int(place)] += clue.weight
        }
      }
      if found.count > Self.most {
        found.sort { (evidence[Int($1)], $0) < (evidence[Int($0)], $1) }
        for place in found[Self.most...] { evidence[Int(place)] = 0 }
        found.removeLast(found.count - Self.most)
      }
      found.sort()
      for place in found {
        all.append(Candidate(target: place, evidence: evidence[Int(place)]))
        evidence[Int(place)] = 0
      }
      starts.append(all.count)
    }
  }
}

/// The sentences in which each word of a text stands.
private struct Occurrences {
  private var starts: [Int]
  private var list: [Int32]

  init(_ text: TextWords, words: Int) {
    starts = [Int](repeating: 0, count: words + 1)
    var last = [Int32](repeating: -1, count: words)
    for sentence in 0..<text.count {
      for word in text[sentence] where last[Int(word)] != Int32(sentence) {
        last[Int(word)] = Int32(sentence)
        starts[Int(word) + 1] += 1
      }
    }
    for word in 0..<words { starts[word + 1] += starts[word] }
    list = [Int32](repeating: 0, count: starts[words])
    var next = starts
    for word in last.indices { last[word] = -1 }
    for sentence in 0..<text.count {
      for word in text[sentence] where last[Int(word)] != Int32(sentence) {
        last[Int(word)] = Int32(sentence)
        list[next[Int(word)]] = Int32(sentence)
        next[Int(word)] += 1
      }
    }
  }

  func count(_ word: Int) -> Int { starts[word + 1] - starts[word] }
  func sentences(_ word: Int) -> ArraySlice<Int32> { list[starts[word]..<starts[word + 1]] }
}
