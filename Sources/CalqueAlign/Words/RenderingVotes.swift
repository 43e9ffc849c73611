package import CalqueModel
internal import Glibc

/// The votes of units for what stands opposite a phrase.
///
/// Each occurrence of the phrase votes for the stretches that may stand opposite it
/// (`Counterparts`). A stretch ranks by its votes, by its length, and by how much more often it
/// stands opposite the phrase than elsewhere: the log-likelihood ratio of T. Dunning, "Accurate
/// Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19 (1993).
/// The weights were chosen on lists of 1,700 terms; small changes of each change little.
package struct RenderingVotes {
  /// A unit in which a stretch stands opposite the phrase.
  package struct Example: Sendable {
    package let unit: UnitID
    /// The place of the unit among the texts or in the file; what it means is the caller's.
    package let index: Int
    /// The places of the stretch's words.
    package let target: Range<Int>
    /// The places of the phrase's words.
    package let phrase: Range<Int>
  }

  /// A stretch as it is written in some units.
  package struct Form: Sendable {
    /// The forms of the words, by number.
    package let words: [UInt32]
    /// The number of units.
    package let count: Int
    /// The number of units, of which those count thrice that have the phrase as it was asked for.
    package let weight: Int
    /// Some of the units.
    package let examples: [Example]
  }

  /// A stretch of words, in all forms.
  package struct Found: Sendable {
    /// The words, by the numbers of their stems.
    package internal(set) var words: [UInt32] = []
    /// The number of words of meaning.
    package internal(set) var meaning = 0
    /// The number of units in which the stretch stands opposite the phrase.
    package internal(set) var count = 0
    /// The number of these in which the unit's own links show it, and not its words alone.
    var linked = 0
    /// The number of these in which the links show it without doubt.
    package internal(set) var sound = 0
    /// The number of these in which every word of meaning is linked with one of the other side.
    package internal(set) var complete = 0
    /// The forms, the commonest first.
    package internal(set) var forms: [Form] = []
    /// The number of `linked` units that have the phrase as it was asked for.
    package internal(set) var asked = 0
    package internal(set) var score = 0.0
    /// The score that the stretch would have if it stood nowhere else.
    var best = 0.0
    /// The share of the phrase among all that the stretch stands opposite in the memory.
    package internal(set) var precision = 0.0
    var weight: (asked: Double, other: Double) = (0, 0)
    /// The smallest number of unlinked words at its ends.
    package internal(set) var added = Int.max
    var small = 0
    /// Whether the stretch has function words only, although the phrase has others.
    var isEmpty = false
    /// Whether some unit has no link that speaks against the stretch.
    var isClosed = false
  }

  /// An occurrence of the phrase.
  package struct Occurrence {
    package let unit: UnitID
    package let index: Int
    /// The places of the phrase's words.
    package let phrase: Range<Int>
    /// Whether the phrase is written there as it was asked for.
    package let isAsked: Bool
    /// Whether a hyphen stands beside the phrase.
    package let isInCompound: Bool
    /// Whether the links are what the words say elsewhere, and not those of the unit.
    package let isGuessed: Bool
    package let links: [WordLink]
    /// The number of words on the other side.
    package let count: Int

    /// An occurrence in a unit.
    package init(
      unit: UnitID, index: Int, phrase: Range<Int>, isAsked: Bool, isInCompound: Bool = false,
      isGuessed: Bool = false, links: [WordLink], count: Int
    ) {
      (self.unit, self.index, self.phrase, self.isAsked) = (unit, index, phrase, isAsked)
      (self.isInCompound, self.isGuessed) = (isInCompound, isGuessed)
      (self.links, self.count) = (links, count)
    }
  }

  /// The number of stretches that are compared with the rest of the memory.
  private static let maxRanked = 48
  /// The number of stretches of several units whose order is exact.
  private static let maxExact = 12
  /// The number of units that a memory counts for at least: in three units that all have the phrase,
  /// nothing stands more often opposite the phrase than elsewhere.
  private static let minSize = 1_000

  private var stretches = VotedStretches()
  private var counterparts = Counterparts()
  /// The number of units that hold the phrase.
  package private(set) var units = 0
  /// The number of units in which anything stands opposite the phrase.
  package var linked: Int { linkedByLinks + guessed }
  /// The number of these in which the unit's own links show it.
  package private(set) var linkedByLinks = 0
  /// The number of units in which only what the words say elsewhere shows anything.
  private var guessed = 0
  private var last = (any: UnitID(-1), linked: UnitID(-1), asked: UnitID(-1))
  /// The number of the phrase's words of meaning.
  private var meaning = 0
  /// The number of units that have the phrase as it was asked for, and something opposite the phrase.
  package private(set) var asked = 0
  /// Whether some unit has the phrase as it was asked for.
  package private(set) var hasAsked = false

  /// No votes.
  package init() {}

  /// Takes the votes of an occurrence; those of one unit follow each other.
  ///
  /// - Parameters:
  ///   - occurrence: the occurrence.
  ///   - small: which words of the phrase have no meaning by themselves.
  ///   - kind: the kind of the word at a place of the other side.
  ///   - stem: the number of the stem at a place of the other side.
  ///   - form: the number of the form at a place of the other side.
  package mutating func add(
    _ occurrence: Occurrence, small: [Bool],
    kind: (Int) -> Counterparts.Kind, stem: (Int) -> UInt32, form: (Int) -> UInt32
  ) {
    if last.any != occurrence.unit {
      units += 1
      last.any = occurrence.unit
      meaning = small.count { !$0 }
    }
    hasAsked = hasAsked || occurrence.isAsked
    counterparts.find(
      occurrence.phrase, occurrence.links, count: occurrence.count, small: small,
      isInCompound: occurrence.isInCompound, kinds: kind)
    for stretch in counterparts.stretches {
      // A guess is worth something only if nothing is missing.
      if occurrence.isGuessed, !stretch.isComplete { continue }
      let isNew = stretches.take(
        stretch, of: occurrence, hasSmallEnd: small.first == true || small.last == true, kind: kind,
        stem: stem, form: form)
      guard isNew, stretch.evidence != .unlinked else { continue }
      if last.linked != occurrence.unit {
        if occurrence.isGuessed { guessed += 1 } else { linkedByLinks += 1 }
        last.linked = occurrence.unit
      }
      if occurrence.isGuessed || !occurrence.isAsked { continue }
      if last.asked != occurrence.unit {
        asked += 1
        last.asked = occurrence.unit
      }
    }
  }

  /// Ranks the stretches.
  ///
  /// - Parameters:
  ///   - occurrences: the number of places at which the phrase stands, of which those that voted may
  ///     be a part.
  ///   - size: the number of units of the memory.
  ///   - everywhere: how often a stretch stands in the memory.
  /// - Returns: the stretches, best first.
  package func ranked(
    occurrences: Int, of size: Int, everywhere: ([UInt32]) -> Int
  ) -> [Found] {
    let hits = Double(max(1, units))
    let scale = max(1, Double(occurrences) / hits)
    var found = stretches.best(Self.maxRanked) { stretch, length in
      let weight = stretch.weight.asked + stretch.weight.other * (hasAsked ? 0.25 : 1)
      return pow(weight / hits * Double(length), 0.8)
        * pow(0.7, Double(stretch.small)) * pow(0.8, Double(max(0, stretch.meaning - meaning - 1)))
        * (stretch.added > 0 && stretch.count < 2 ? 0.25 : 1) * (stretch.isEmpty ? 0.25 : 1)
    }
    func likelihood(_ some: Found, second: Double) -> Double {
      LogLikelihood.of(
        both: Double(some.count) * scale, first: hits * scale, second: second,
        of: Double(max(Self.minSize, size)))
    }
    // To count a stretch in a large memory costs more than all else: so those are counted first that
    // would score best if they stood nowhere else, until the others cannot be among the best.
    for place in found.indices {
      let both = Double(found[place].count) * scale
      found[place].best = found[place].score * likelihood(found[place], second: both)
      found[place].forms.sort { ($0.weight, $0.count) > ($1.weight, $1.count) }
    }
    found.sort { ($0.best, $0.count, $1.words.count) > ($1.best, $1.count, $0.words.count) }
    var best: [Double] = []
    var counted = 0
    while counted < found.count {
      if best.count == Self.maxExact, found[counted].best < best[Self.maxExact - 1] { break }
      let both = Double(found[counted].count) * scale
      let all = max(Double(everywhere(found[counted].words)), both)
      found[counted].precision = both / max(1, all)
      found[counted].score *= likelihood(found[counted], second: all)
      if found[counted].count > 1 {
        let place = best.firstIndex { $0 < found[counted].score } ?? best.count
        best.insert(found[counted].score, at: place)
        if best.count > Self.maxExact { best.removeLast() }
      }
      counted += 1
    }
    found[..<counted].sort {
      ($0.score, $0.count, $1.words.count) > ($1.score, $1.count, $0.words.count)
    }
    return found
  }
}

extension RenderingVotes.Found {
  /// What the units' own links say; nil if they say nothing.
  package var withoutGuesses: Self? {
    var found = self
    found.count = linked
    return linked == 0 ? nil : found
  }
}
