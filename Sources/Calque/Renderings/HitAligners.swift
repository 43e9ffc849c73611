import CalqueAlign
import CalqueModel
import Synchronization

/// The aligners for the hits of searches, kept for all questions of a workspace.
///
/// An aligner is made of some units at the first question; it stays as it is while the store
/// changes, because it only has to know the common words.
final class HitAligners: Sendable {
  // Few pairs are asked, so a list serves; a dictionary's type costs a short program half a million
  // instructions to set up.
  private let held = Mutex<[(pair: LanguagePair, aligner: KnownAligner)]>([])

  /// The aligner for a pair.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - units: reads units from all over the memories.
  /// - Returns: the aligner.
  /// - Throws: the errors of `units`.
  func aligner(
    for pair: LanguagePair, _ units: () throws -> [(source: String, target: String)]
  ) throws -> KnownAligner {
    if let known = held.withLock({ $0.first { $0.pair == pair }?.aligner }) { return known }
    let aligner = KnownAligner(learningFrom: try units(), languages: pair)
    return held.withLock { held in
      if let known = held.first(where: { $0.pair == pair }) { return known.aligner }
      held.append((pair, aligner))
      return aligner
    }
  }
}
