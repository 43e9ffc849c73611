import CalqueAlign

/// What of the memories' renderings of a fragment may be shown: what has evidence.
///
/// The evidence is one of these: several units in which each word of meaning is linked with one of
/// the other side, all the better where the words are rendered so elsewhere, too; one unit alone if
/// both hold and nothing speaks for another rendering; or nearly all of many units, for words that
/// mean something else together (*porte-parole*).
struct FragmentEvidence {
  /// A rendering of a word alone.
  struct Part: Sendable {
    /// The words, by the numbers of their stems.
    let words: [UInt32]
    /// The share of the rendering, in all forms of its words, among all that stand opposite the
    /// word.
    var share: Double
  }

  /// A word of meaning of the fragment, with what it means alone.
  struct Word: Sendable {
    /// The folded word.
    let folded: String
    /// What the memories say.
    let parts: [Part]
  }

  /// What stands opposite the fragment.
  let found: PhraseRenderings
  let fragment: FragmentSearch.Fragment
  /// The words of meaning of the fragment.
  let words: [Word]

  /// The smallest share of a word's renderings that count, their number, and that of their words.
  static let parts = (leastShare: 0.1, count: 12, words: 2)
  /// The number of units that prove something whatever the words mean alone.
  private static let agreed = 8
  /// The maximum number of units that may hold the fragment where one is the evidence.
  private static let maxLinkedAlone = 8
  /// The number of renderings that are looked at.
  private static let maxRanked = 8

  /// Whether some rendering may have evidence, whatever the words mean alone.
  static func mayHaveAny(_ found: PhraseRenderings) -> Bool {
    found.found.prefix(maxRanked).contains { $0.complete > 0 }
      || found.found.first.map { isDominant($0, found) } ?? false
  }

  /// The renderings with evidence, best first; none that is a part of a better one.
  ///
  /// - Parameter finder: knows what words mean alone.
  /// - Returns: the renderings.
  func renderings(_ finder: inout RenderingFinder) -> [RenderingVotes.Found] {
    let ranked = found.found.prefix(Self.maxRanked)
    return ranked.enumerated().filter { place, some in
      hasEvidence(some, isFirst: place == 0, &finder)
        && !ranked.prefix(place).contains { $0.words.holds(some.words) }
        // *Chief Electoral* of *Chief Electoral Officer*
        && !ranked.contains {
          Double($0.count) >= Double(some.count) * (found.isContinued ? 0.25 : 0.75)
            && $0.count > 1 && $0.words.holds(some.words)
        }
    }.map(\.element)
  }

  private func hasEvidence(
    _ some: RenderingVotes.Found, isFirst: Bool, _ finder: inout RenderingFinder
  ) -> Bool {
    let share = share(some)
    if fragment.isDoubtful, !found.hasAsked { return false }
    if some.complete >= 2, share >= 0.1, some.complete * 6 >= some.count || share >= 0.8,
      isComposed(some, &finder)
    {
      return true
    }
    if some.complete == 1, found.hasAsked, !fragment.isCut, found.linked <= Self.maxLinkedAlone,
      isComposed(some, &finder)
    {
      return found.found.count { $0.complete > 0 && isComposed($0, &finder) } == 1
    }
    guard isFirst, !found.isContinued else { return false }
    if some.complete >= Self.agreed, some.complete * 3 >= found.examined, share >= 0.5 {
      return true
    }
    // Most units say something else, but no two of them the same.
    let rival = found.found.dropFirst().map(\.complete).max() ?? 0
    if some.complete >= Self.agreed, share >= 0.1, some.complete >= 2 * rival {
      return composition(of: some, &finder).rendered > 0
    }
    return Self.isDominant(some, found) && !fragment.isCounted && !isOneWord(some)
  }

  private func share(_ some: RenderingVotes.Found) -> Double {
    Double(some.count) / Double(max(1, found.linked))
  }

  /// Whether nearly all of many units have a rendering.
  private static func isDominant(_ some: RenderingVotes.Found, _ found: PhraseRenderings) -> Bool {
    let least = some.meaning > 1 ? 0.9 : 0.65
    return some.count >= 8 && some.meaning > 0
      && Double(some.count) >= least * Double(max(1, found.linked))
  }

  /// Whether each word of the fragment is rendered by a part of the rendering elsewhere, too, and
  /// each word of the rendering renders a word of the fragment.
  private func isComposed(_ some: RenderingVotes.Found, _ finder: inout RenderingFinder) -> Bool {
    let (rendered, covered) = composition(of: some, &finder)
    return rendered == words.count && some.meaning > 0 && covered >= some.meaning
  }

  /// The number of words of the fragment that a part of the rendering renders elsewhere, and the
  /// number of words of these parts.
  private func composition(
    of some: RenderingVotes.Found, _ finder: inout RenderingFinder
  ) -> (rendered: Int, covered: Int) {
    // *Legal* is not always what *legalisation* is.
    let takesKin = some.complete > 1
    // What few links show is only what its words say.
    let takesBack = some.complete * 4 >= some.count
    var covered = Set<Int>()
    let rendered = words.count { word in
      var isRendered = false
      for start in some.words.indices {
        for part in word.parts {
          let stands = some.words[start...].starts(with: part.words) {
            $0 == $1 || takesKin && finder.isKin($0, $1)
          }
          guard stands else { continue }
          isRendered = true
          covered.formUnion(start..<(start + part.words.count))
        }
      }
      if isRendered || !takesBack { return isRendered }
      // What is seldom said for a word may say little else: *jail* is always *prison*.
      let forms = some.forms.first?.words ?? []
      let back = forms.indices.first { !covered.contains($0) && finder.means(forms[$0], word) }
      guard let back else { return false }
      covered.insert(back)
      return true
    }
    return (rendered, covered.count)
  }

  /// Whether stems begin alike, as those of one word's forms do: *discover*, *discovered*.
  static func isKin(_ one: [UInt8], _ two: [UInt8]) -> Bool {
    let shared = zip(one, two).prefix { $0 == $1 }.count
    return shared >= 4 && shared + 1 >= min(one.count, two.count)
      && max(one.count, two.count) - shared <= 4
  }

  /// Whether a rendering leaves words of the fragment out: it is what one of them means alone.
  private func isOneWord(_ some: RenderingVotes.Found) -> Bool {
    some.meaning < fragment.weight
      && words.contains { word in
        word.parts.contains { $0.words == some.words && $0.share >= 0.7 * share(some) }
      }
  }
}
