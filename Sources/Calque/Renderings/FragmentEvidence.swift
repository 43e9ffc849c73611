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
    /// Whether what stands opposite the word says what it means: several units show it, or it is written
    /// alike on both sides, as names are.
    let isKnown: Bool
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
    found.found.prefix(maxRanked).contains {
      $0.complete > 0 || $0.asked > 1 && $0.meaning > 1 || isDominantAsAsked($0, found)
    }
      || found.found.first.map { isDominant($0, found) } ?? false
  }

  /// The renderings with evidence, best first; none that is a part of a better one.
  ///
  /// - Parameter finder: knows what words mean alone.
  /// - Returns: the renderings.
  func renderings(_ finder: inout RenderingFinder) -> [RenderingVotes.Found] {
    let ranked = found.found.prefix(Self.maxRanked)
    let evident = ranked.enumerated().filter { place, some in
      hasEvidence(some, isFirst: place == 0, &finder) && fits(some, finder)
        && !ranked.prefix(place).contains { $0.words.holds(some.words) }
        // *Chief Electoral* of *Chief Electoral Officer*
        && !ranked.contains {
          Double($0.count) >= Double(some.count) * (found.isContinued ? 0.25 : 0.75)
            && $0.count > 1 && $0.words.holds(some.words)
        }
    }.map(\.element)
    return ordered(evident)
  }

  /// The renderings with those first that stand opposite the fragment as it is written: *petit ami* is
  /// no *girlfriend*, though most units have *petite amie*.
  private func ordered(_ evident: [RenderingVotes.Found]) -> [RenderingVotes.Found] {
    guard let first = evident.first,
      let place = evident.indices.max(by: { evident[$0].asked < evident[$1].asked }),
      evident[place].asked >= 2, evident[place].asked >= 2 * first.asked
    else { return evident }
    var ordered = evident
    ordered.insert(ordered.remove(at: place), at: 0)
    return ordered
  }

  /// Whether a rendering may stand where the fragment stands: it is what the fragment is, says *and*
  /// only where the fragment does, and is not only what other forms of the fragment are.
  private func fits(_ some: RenderingVotes.Found, _ finder: RenderingFinder) -> Bool {
    if found.asked >= Self.enoughAsked, some.asked == 0 { return false }
    return (fragment.isJoined || !finder.isJoined(some)) && finder.fits(some, fragment.kind)
  }

  /// The number of units with the fragment as it is written beside which others prove nothing alone.
  private static let enoughAsked = 3

  private func hasEvidence(
    _ some: RenderingVotes.Found, isFirst: Bool, _ finder: inout RenderingFinder
  ) -> Bool {
    let share = share(some)
    if fragment.isDoubtful, !found.hasAsked { return isPlainInOtherForms(some, &finder) }
    if some.complete >= 2, share >= (found.isContinued ? 0.2 : 0.1),
      some.complete * 6 >= some.count || share >= 0.8
    {
      if isComposed(some, &finder) { return true }
    }
    if some.complete == 1, !fragment.isCut, found.linked <= Self.maxLinkedAlone,
      found.hasAsked || !fragment.isDoubtful
    {
      return isBestAlone(some, &finder)
    }
    if isComposedOfAsked(some, &finder) { return true }
    guard !found.isContinued else { return false }
    if Self.isDominantAsAsked(some, found), !fragment.isCounted, !isOneWord(some) { return true }
    guard isFirst else { return false }
    if some.complete >= 3, some.asked >= Self.enoughAsked, share >= 0.5 { return true }
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

  /// Whether several units render other forms of the fragment word for word: *participating in the
  /// conference* for *participa à la conférence*, but no heading such as *Choose menu*.
  private func isPlainInOtherForms(
    _ some: RenderingVotes.Found, _ finder: inout RenderingFinder
  ) -> Bool {
    guard some.complete >= Self.enoughAsked, share(some) >= 0.05,
      finder.words(of: some).first?.unicodeScalars.first?.properties.isUppercase == false
    else { return false }
    let composition = composition(of: some, &finder)
    return isComposed(some, composition) && composition.strength >= Self.plainStrength
  }

  /// Whether a rendering without whole links has units enough in which the fragment is written as it is
  /// here, and each word is rendered as it mostly is elsewhere: *sexual assault*, where the memory has
  /// *aggravated sexual assault*.
  private func isComposedOfAsked(
    _ some: RenderingVotes.Found, _ finder: inout RenderingFinder
  ) -> Bool {
    guard some.asked >= 2, some.meaning == words.count, !found.isContinued else { return false }
    let composition = composition(of: some, &finder)
    guard isComposed(some, composition) else { return false }
    if composition.strength >= Self.plainStrength {
      return share(some) >= (some.asked < Self.enoughAsked ? 0.3 : 0.05)
    }
    return composition.strength >= Self.leastStrength
      && share(some) >= (some.asked < Self.enoughAsked ? 0.6 : 0.3)
  }

  /// Whether nearly all units that have the fragment as it is written have a rendering.
  private static func isDominantAsAsked(
    _ some: RenderingVotes.Found, _ found: PhraseRenderings
  ) -> Bool {
    let least = some.meaning > 1 ? 0.9 : 0.95
    return some.asked >= 4 && some.meaning > 0
      && Double(some.asked) >= least * Double(found.asked)
  }

  /// Whether one unit is the evidence: the words are rendered so elsewhere, too, and nothing else is
  /// rendered as well.
  private func isBestAlone(
    _ some: RenderingVotes.Found, _ finder: inout RenderingFinder
  ) -> Bool {
    // What a word means elsewhere is not what it means in this unit alone.
    guard words.allSatisfy(\.isKnown) else { return false }
    let own = composition(of: some, &finder)
    guard isComposed(some, own) else { return false }
    // Each word is rendered as it mostly is.
    let isPlain = own.strength >= Self.plainStrength
    guard isPlain || some.asked > 0 && some.asked * 3 >= found.asked else { return false }
    var isBehind = false
    for other in found.found where other.complete > 0 {
      if other.words == some.words {
        isBehind = true
        continue
      }
      let rival = composition(of: other, &finder)
      guard isComposed(other, rival) else { continue }
      // Of two that are as good the first is shown, if both are plain.
      let isWorse = rival.strength < own.strength || isPlain && isBehind
      if !isWorse || rival.strength > own.strength { return false }
    }
    return own.strength >= Self.leastStrength
  }

  /// The smallest share of what a word mostly is, where one unit is the evidence.
  private static let leastStrength = 0.3
  /// What counts for the share of a part that seldom renders a word, but is always rendered by it.
  private static let backStrength = 0.5
  /// The share from which a word is rendered as it mostly is.
  private static let plainStrength = 0.9

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
    isComposed(some, composition(of: some, &finder))
  }

  private func isComposed(_ some: RenderingVotes.Found, _ composition: Composition) -> Bool {
    composition.rendered == words.count && some.meaning > 0
      && composition.covered >= some.meaning
  }

  /// How the parts of a rendering render the words of the fragment elsewhere.
  private struct Composition {
    /// The number of words that a part renders.
    var rendered = 0
    /// The number of words of these parts.
    var covered = 0
    /// The smallest share of a part among all that its word is, against what the word mostly is.
    var strength = 1.0
  }

  private func composition(
    of some: RenderingVotes.Found, _ finder: inout RenderingFinder
  ) -> Composition {
    var strength = 1.0
    // *Legal* is not always what *legalisation* is.
    let takesKin = some.complete > 1
    // What few links show is only what its words say.
    let takesBack = some.complete * 4 >= some.count
    var covered = Set<Int>()
    let rendered = words.count { word in
      var isRendered = false
      var best = 0.0
      for start in some.words.indices {
        for part in word.parts {
          let stands = some.words[start...].starts(with: part.words) {
            $0 == $1 || takesKin && finder.isKin($0, $1)
          }
          guard stands else { continue }
          isRendered = true
          best = max(best, part.share)
          covered.formUnion(start..<(start + part.words.count))
        }
      }
      if isRendered || !takesBack {
        strength = min(strength, best / (word.parts.map(\.share).max() ?? 1))
        return isRendered
      }
      // What is seldom said for a word may say little else: *jail* is always *prison*.
      let forms = some.forms.first?.words ?? []
      let back = forms.indices.first { !covered.contains($0) && finder.means(forms[$0], word) }
      guard let back else { return false }
      strength = min(strength, Self.backStrength)
      covered.insert(back)
      return true
    }
    return Composition(rendered: rendered, covered: covered.count, strength: strength)
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
