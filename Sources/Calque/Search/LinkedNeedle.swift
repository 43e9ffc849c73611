import CalqueMatch
import CalqueModel
import CalqueText

/// What a search looks for on one side, in units whose words are linked: the words of these are known
/// without cutting their texts.
struct LinkedNeedle {
  let concordance: WordConcordance
  private let units: LinkedUnits
  private let isSource: Bool
  /// The stems that the words of the query may have.
  private let stems: [UInt32]
  /// What the forms of these stems are, which are few.
  private var masks: [(form: UInt32, mask: TokenMask)] = []

  /// What a search looks for; nil if the query has more than whole words.
  init?(_ concordance: WordConcordance, in units: LinkedUnits, isSource: Bool) {
    let names = concordance.classNames.joined()
    guard concordance.classNames.count == concordance.elementCount,
      names.allSatisfy({ $0.first == TokenKind.word.rawValue })
    else { return nil }
    (self.concordance, self.units, self.isSource) = (concordance, units, isSource)
    stems = Set(names).compactMap {
      units.number(ofStem: Array($0.dropFirst()), isSource: isSource)
    }
  }

  /// The words of a unit's text; nil if the unit is not linked.
  func text(of unit: UnitID) -> LinkedText? { units.text(of: unit, isSource: isSource) }

  /// The words of a text that are the query's.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - mask: what a word in its plain form is.
  /// - Returns: the words.
  mutating func places(
    in text: LinkedText, _ mask: (_ plain: [UInt32]) -> TokenMask
  ) -> [SoughtPlace] {
    var places: [SoughtPlace] = []
    for place in 0..<text.words.count {
      let form = text.form(place)
      // Of all but the query's own words, the stem tells enough.
      guard form > 0, stems.contains(text.side.stemOfForm[Int(form) - 1]) else { continue }
      let found: TokenMask
      if let known = masks.first(where: { $0.form == form }) {
        found = known.mask
      } else {
        found = mask(text.plain(place))
        masks.append((form, found))
      }
      if found.any != 0 { places.append(SoughtPlace(place, found)) }
    }
    return places
  }
}
