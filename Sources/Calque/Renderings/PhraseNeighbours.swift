import CalqueAlign

/// The words of meaning beside a phrase in a unit, by the numbers of their stems.
struct PhraseNeighbours {
  /// The words; none where a mark stands before them.
  let words: Set<UInt32>

  /// The number of function words before a neighbour.
  private static let maxSmall = 2
  /// The number of units that are compared.
  static let maxCompared = 5

  /// The neighbours of a phrase.
  ///
  /// - Parameters:
  ///   - phrase: the places of the phrase's words.
  ///   - places: the places of all words of the unit.
  ///   - word: the stem and the kind of the word at a place.
  init(
    of phrase: Range<Int>, among places: Range<Int>,
    _ word: (Int) -> (stem: UInt32, kind: Counterparts.Kind)
  ) {
    func neighbour(_ places: some Sequence<Int>) -> UInt32? {
      for place in places.prefix(Self.maxSmall + 1) {
        let (stem, kind) = word(place)
        switch kind {
        case .word: return stem
        case .small, .hyphen: continue
        case .mark: return nil
        }
      }
      return nil
    }
    let before = places.lowerBound..<max(places.lowerBound, phrase.lowerBound)
    let behind = phrase.upperBound..<max(phrase.upperBound, places.upperBound)
    words = Set([neighbour(before.reversed()), neighbour(behind)].compactMap(\.self))
  }

  /// Whether the phrase has the same word beside it in most of the first units.
  static func haveSame(_ units: some Collection<PhraseNeighbours>) -> Bool {
    let units = units.prefix(maxCompared)
    var counts: [UInt32: Int] = [:]
    for unit in units { for word in unit.words { counts[word, default: 0] += 1 } }
    let most = counts.values.max() ?? 0
    return most > 1 && most * 3 >= units.count * 2
  }
}
