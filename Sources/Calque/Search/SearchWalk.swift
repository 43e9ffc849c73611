import CalqueIndex
import CalqueMatch
import CalqueModel
import CalqueStore

/// A walk over the texts of a store, with the hits and the texts that took too long.
struct SearchWalk {
  /// The error for a regular expression that has used up all the time.
  struct Cut: Error {}

  /// The place of a unit among the hits.
  struct Place {
    /// How close the closest text of the unit is to the query.
    var closeness: WordConcordance.Closeness
    /// The last change of the unit.
    let changed: Int64
  }

  private var needle: SearchNeedle
  /// What is looked for in units whose words are linked, where their words say all.
  private var linked: (source: LinkedNeedle?, target: LinkedNeedle?)
  /// The units that hold the query.
  private(set) var found = [UnitID: Place]()
  /// The number of texts that were searched.
  private(set) var searched = 0
  /// The number of texts that took too long.
  private(set) var passedOver = 0
  /// Whether some texts were not read.
  private(set) var isCut = false

  /// A walk.
  ///
  /// - Parameters:
  ///   - needle: what is looked for.
  ///   - units: the units whose words are linked; nil if there are none.
  init(_ needle: SearchNeedle, in units: LinkedUnits? = nil) {
    self.needle = needle
    func linked(_ side: SearchAnswer.Side) -> LinkedNeedle? {
      guard let units, let concordance = needle.concordance(side) else { return nil }
      return LinkedNeedle(concordance, in: units, isSource: side == .source)
    }
    self.linked = (linked(.source), linked(.target))
  }

  /// Whether a text that holds the query may be missing.
  var isIncomplete: Bool { isCut || passedOver > 0 }

  /// Begins the second walk, over the texts of the units found.
  func begin() { needle.begin() }

  /// The units found, the closest first, then the latest changed.
  var order: [UnitID] {
    found.sorted {
      ($1.value.closeness.rawValue, $0.value.changed, $0.key)
        > ($0.value.closeness.rawValue, $1.value.changed, $1.key)
    }.map(\.key)
  }

  /// Takes a unit that the index has found.
  mutating func take(_ unit: UnitsWithWords.Unit) {
    found[UnitID(unit.unit)] = Place(closeness: unit.closeness, changed: unit.changed)
  }

  /// Searches a text, unless another text of its unit is as close as can be.
  ///
  /// - Throws: `Cut` if no time is left.
  mutating func look(
    at text: String, breaks: [Int], of unit: UnitID, _ changed: Int64,
    _ side: SearchAnswer.Side
  ) throws {
    if found[unit]?.closeness == .phrase { return }
    if needle.isExhausted {
      isCut = true
      throw Cut()
    }
    do throws(Concordance.Failure) {
      if let hit = try needle.occurrences(in: text, breaks: breaks, side) {
        let known = found[unit]?.closeness ?? hit.closeness
        found[unit] = Place(
          closeness: min(known, hit.closeness), changed: changed)
      }
      searched += 1
    } catch {
      passedOver += 1
    }
  }

  /// The occurrences of the query in a text of a found unit; nil also if the search takes too long.
  ///
  /// - Parameters:
  ///   - variant: the text.
  ///   - side: the side of the text.
  ///   - unit: the unit of the text, if the unit has one text on each side.
  /// - Returns: the occurrences.
  mutating func occurrences(
    in variant: Variant, _ side: SearchAnswer.Side, of unit: UnitID?
  ) -> WordConcordance.Found? {
    // Links know nothing of the breaks that a text does not show.
    if let unit, variant.breaks.isEmpty {
      let found =
        side == .source
        ? Self.linked(&linked.source, variant.text, of: unit, &needle, side)
        : Self.linked(&linked.target, variant.text, of: unit, &needle, side)
      if let found { return found }
    }
    do throws(Concordance.Failure) {
      return try needle.occurrences(
        in: variant.text, breaks: variant.breaks, side, isLikely: true)
    } catch {
      isCut = isCut || needle.isExhausted
      passedOver = max(passedOver, 1)
      return nil
    }
  }

  /// The occurrences in a text of a linked unit; nil if the text must be cut into words.
  private static func linked(
    _ linked: inout LinkedNeedle?, _ text: String, of unit: UnitID,
    _ needle: inout SearchNeedle, _ side: SearchAnswer.Side
  ) -> WordConcordance.Found? {
    guard let words = linked?.text(of: unit),
      let places = linked?.places(in: words, { needle.mask($0, side) }), !places.isEmpty,
      let found = linked?.concordance.occurrences(of: places), let last = found.tokens.last,
      let ranges = words.ranges(in: text, first: last.upperBound)
    else { return nil }
    let spans = found.tokens.map {
      ranges[$0.lowerBound].lowerBound..<ranges[$0.upperBound - 1].upperBound
    }
    return WordConcordance.Found(closeness: found.closeness, spans: spans, tokens: found.tokens)
  }
}
