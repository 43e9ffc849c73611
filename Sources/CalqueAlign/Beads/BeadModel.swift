#if canImport(Glibc)
  internal import Glibc
#else
  internal import Foundation
#endif

/// The logarithms of what a bead costs beside its lengths.
///
/// The shares of the kinds are Gale and Church's (table 5: 1-1 0.89, 2-1 and 1-2 0.089 together,
/// 2-2 0.011, 1-0 and 0-1 0.0099 together), but for sentences without a counterpart. Theirs paid
/// for a lone sentence by its length as if a sentence of no length stood against it, which makes
/// every text that was added or left out pull its neighbours out of place. Here a run of lone
/// sentences costs a step to open and a smaller one to go on, whatever their lengths (an affine
/// gap: O. Gotoh, "An improved algorithm for matching biological sequences", Journal of Molecular
/// Biology 162, 1982).
struct BeadModel: Sendable {
  /// The four kinds that join something, in the order of `Kind`.
  var kinds = SIMD4(Kind.allCases.map { log($0.share) + Self.gain })

  /// What a bead gains over its sentences standing alone.
  ///
  /// The tail of lengths that agree as well as
  /// true ones do is about e^-1 or e^-2, that of chance ones far less: without a gain, runs of lone
  /// sentences would be the best path through much of any text.
  static let gain = 1.5

  /// Begins a run of lone sentences, on one side or the other.
  private(set) var open = Self.firstOpen
  /// Goes on with it.
  private(set) var extend = Self.firstExtend
  /// Begins no such run.
  private(set) var stay = log(1 - 2 * exp(Self.firstOpen))
  /// Ends it.
  private(set) var leave = log(1 - exp(Self.firstExtend))

  /// What a run of lone sentences costs before anything is aligned.
  static let firstOpen = -3.5
  static let firstExtend = -2.0

  /// How paragraphs steer.
  var paragraphs: ParagraphWalls

  /// The model for two texts of which nothing is known but where their paragraphs begin.
  init(_ source: AlignmentText, _ target: AlignmentText) {
    paragraphs = ParagraphWalls(source, target)
  }

  /// Sets what a run of lone sentences costs, by the probabilities of its opening (on one given
  /// side) and of its going on.
  mutating func setGap(open: Double, extend: Double) {
    self.open = log(open)
    self.extend = log(extend)
    stay = log(1 - 2 * open)
    leave = log(1 - extend)
  }

  /// A bead that joins something.
  enum Kind: Int, CaseIterable {
    case oneOne, twoOne, oneTwo, twoTwo

    var source: Int { self == .twoOne || self == .twoTwo ? 2 : 1 }
    var target: Int { self == .oneTwo || self == .twoTwo ? 2 : 1 }

    /// Gale and Church's share of the kind.
    var share: Double {
      switch self {
      case .oneOne: 0.89
      case .twoOne, .oneTwo: 0.0445
      case .twoTwo: 0.011
      }
    }
  }
}

/// Paragraphs as soft walls: they steer the beads, and give way where the lengths insist.
///
/// A bead that begins a paragraph on both sides gains, one that begins a paragraph on one side only
/// loses: each the logarithm of how much more often the two happen together than by chance
/// (pointwise mutual information), so that paragraphs which say nothing weigh nothing. A bead that
/// runs over the end of a paragraph pays likewise.
struct ParagraphWalls: Sendable {
  /// By whether the bead begins a paragraph: on neither side, the target, the source, both.
  var beginnings = SIMD4(repeating: 0.0)
  /// For a source, a target paragraph that ends inside the bead.
  var sourceCrossing = 0.0
  var targetCrossing = 0.0

  /// No paragraphs: no walls.
  init() {}

  /// The walls between two texts, from what is known of them and of the beads found so far.
  init(_ source: AlignmentText, _ target: AlignmentText, seen: Evidence = Evidence()) {
    guard let s = Self.share(source), let t = Self.share(target) else { return }
    // Before anything is seen: four in five paragraphs are kept.
    let both = 0.8 * min(s, t) + 0.2 * s * t
    let prior = [1 - s - t + both, t - both, s - both, both]
    let chance = [(1 - s) * (1 - t), (1 - s) * t, s * (1 - t), s * t]
    let total = Double(seen.beginnings.reduce(0, +)) + Self.trust
    for index in 0..<4 {
      let together = (Double(seen.beginnings[index]) + Self.trust * prior[index]) / total
      beginnings[index] = min(3, max(-4, log(together / chance[index])))
    }
    sourceCrossing = seen.source.cost(share: s)
    targetCrossing = seen.target.cost(share: t)
  }

  /// Beads' worth of trust in what holds before any bead is seen.
  fileprivate static let trust = 20.0

  /// The share of sentences that begin a paragraph; nil where there are none or nothing else.
  private static func share(_ text: AlignmentText) -> Double? {
    let opening = text.opensParagraph.count { $0 }
    guard opening > 1, opening < text.count else { return nil }
    return Double(opening) / Double(text.count)
  }

  /// What a first alignment shows of paragraphs.
  struct Evidence {
    /// Beads, in the order of `ParagraphWalls.beginnings`.
    var beginnings = [0, 0, 0, 0]
    var source = Joints()
    var target = Joints()

    /// Counts a bead, by which of its sentences begin a paragraph.
    mutating func add(_ source: ArraySlice<Bool>, _ target: ArraySlice<Bool>) {
      beginnings[(source.first == true ? 2 : 0) + (target.first == true ? 1 : 0)] += 1
      self.source.add(source.dropFirst())
      self.target.add(target.dropFirst())
    }
  }

  /// The places inside beads where two sentences of one side meet.
  struct Joints {
    var all = 0
    var crossing = 0

    mutating func add(_ opensParagraph: ArraySlice<Bool>) {
      all += opensParagraph.count
      crossing += opensParagraph.count { $0 }
    }

    /// The cost of crossing, given how many sentences of that side begin a paragraph.
    func cost(share: Double) -> Double {
      let crossed =
        (Double(crossing) + ParagraphWalls.trust * 0.05) / (Double(all) + ParagraphWalls.trust)
      return min(0, log(crossed / share))
    }
  }
}
