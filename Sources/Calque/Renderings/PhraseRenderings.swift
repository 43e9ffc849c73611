import CalqueAlign
import CalqueModel
import CalqueText

/// What the other side of a memory says for a phrase, by the words that are linked with it.
///
/// Each occurrence of the phrase votes for the stretch of words opposite it. Stretches are ranked
/// by their votes and by how much more often they stand opposite the phrase than elsewhere: the
/// log-likelihood ratio of T. Dunning, "Accurate Methods for the Statistics of Surprise and
/// Coincidence", Computational Linguistics 19 (1993).
struct PhraseRenderings {
  /// A stretch of words that stands opposite the phrase.
  struct Found {
    /// The words, by number.
    let words: [UInt32]
    /// The number of units in which the stretch stands opposite the phrase.
    var count = 0
    /// How many of the votes are sound (`LinkedStretch`).
    var sound = 0
    /// Some of those units: the file, the unit's number in it, and the places of both stretches.
    var examples: [Example] = []
    var score = 0.0
    fileprivate var holders: Set<Int64> = []
  }

  /// A unit in which a stretch stands opposite the phrase.
  struct Example {
    let unit: UnitID
    let source: Range<Int>
    let target: Range<Int>
  }

  /// The stretches, best first.
  private(set) var found: [Found] = []
  /// The number of units that hold the phrase, of those that were looked at.
  private(set) var examined = 0
  /// The number of places at which the phrase stands in the memory.
  private(set) var occurrences = 0

  /// The maximum number of occurrences that are looked at; of more, evenly spread ones.
  static let maxExamined = 400
  private static let maxExamples = 12

  private let links: WordLinks
  private let isReversed: Bool
  private let memories: Set<Int64>?
  private let gone: Set<Int64>
  private let maxExamined: Int

  /// Finds the renderings of a phrase.
  ///
  /// - Parameters:
  ///   - phrase: the numbers of the phrase's words in a file; nil if the file lacks one of them.
  ///   - links: the links.
  ///   - isReversed: whether the phrase is in the target language of the files.
  ///   - memories: the memories that count; nil for all.
  ///   - gone: the units of the base that have changed since.
  ///   - maxExamined: the maximum number of occurrences that are looked at.
  init(
    of phrase: (LinkFile) -> [UInt32]?, in links: WordLinks, isReversed: Bool,
    memories: Set<Int64>?, gone: Set<Int64>, maxExamined: Int = maxExamined
  ) {
    (self.links, self.isReversed, self.memories) = (links, isReversed, memories)
    (self.gone, self.maxExamined) = (gone, maxExamined)
    var votes = [[UInt32]: Found]()
    for file in [links.base, links.delta].compactMap(\.self) {
      if let phrase = phrase(file), !phrase.isEmpty {
        look(for: phrase, in: file, isBase: file.sum == links.base.sum, &votes)
      }
    }
    rank(Array(votes.values))
  }

  private func side(_ file: LinkFile) -> LinkFile.Side { isReversed ? file.target : file.source }
  private func other(_ file: LinkFile) -> LinkFile.Side { isReversed ? file.source : file.target }

  private mutating func look(
    for phrase: [UInt32], in file: LinkFile, isBase: Bool, _ votes: inout [[UInt32]: Found]
  ) {
    let (near, far) = (side(file), other(file))
    let range = near.occurrences(of: phrase[...])
    occurrences += range.count
    let step = max(1, range.count / maxExamined)
    var seen = Set<Int>()
    for rank in stride(from: range.lowerBound, to: range.upperBound, by: step) {
      let place = Int(near.order[rank])
      let unit = near.unit(at: place)
      if isBase, !gone.isEmpty, gone.contains(file.units[unit]) { continue }
      if let memories, !memories.contains(file.resources[unit]) { continue }
      let start = place - near.range(unit).lowerBound
      let stretch = start..<(start + phrase.count)
      if seen.insert(unit).inserted { examined += 1 }
      guard
        let opposite = LinkedStretch(
          opposite: stretch, file.links(of: unit, isReversed: isReversed))
      else { continue }
      let first = far.range(unit).lowerBound
      let words = opposite.range.map { far.words[first + $0] }
      var vote = votes[words] ?? Found(words: words)
      if vote.holders.insert(file.units[unit]).inserted {
        vote.count += 1
        if opposite.isSound { vote.sound += 1 }
      }
      if vote.examples.count < Self.maxExamples {
        vote.examples.append(
          Example(unit: UnitID(file.units[unit]), source: stretch, target: opposite.range))
      }
      votes[words] = vote
    }
  }

  private mutating func rank(_ all: [Found]) {
    // Where some votes are sound, the others only add noise.
    let sound = all.filter { $0.sound > 0 }
    let votes = sound.isEmpty ? all : sound
    let total = Double(max(1, votes.reduce(0) { $0 + $1.count }))
    let size = Double(max(1, links.units))
    let hits = Double(max(1, examined))
    let scale = Double(max(1, occurrences)) / hits
    for var vote in votes.sorted(by: { $0.count > $1.count }).prefix(40) {
      let everywhere = [links.base, links.delta].compactMap(\.self).reduce(0) {
        $0 + other($1).occurrences(of: vote.words[...]).count
      }
      let share = Double(vote.count) / total
      let likelihood = LogLikelihood.of(
        both: Double(vote.count) * scale, first: hits * scale,
        second: max(Double(everywhere), Double(vote.count) * scale), of: size)
      vote.score = likelihood * share.squareRoot()
      found.append(vote)
    }
    found.sort {
      ($0.score, $0.count, $1.words.count) > ($1.score, $1.count, $0.words.count)
    }
  }
}
