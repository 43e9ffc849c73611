/// A unit, and a token in it.
struct UnitPlace {
  let unit: UInt32
  /// The number of the token; `unknown` or more if it is not known.
  let token: UInt8

  static let unknown = UInt8.max
}

/// A list of units in ascending order that may hold a part of a query.
struct UnitList {
  private enum Kind {
    /// The units of a phrase.
    case phrase(PhraseIndex, Range<Int>)
    /// The units of a class.
    case postings(ClassUnits)
  }

  private let kind: Kind
  /// The token of the query at which the phrase begins.
  let first: Int

  /// The units of a phrase of the query.
  init(_ phrases: PhraseIndex, of classes: [UInt32], _ tokens: ClosedRange<Int>) {
    kind = .phrase(phrases, phrases.places(of: classes[tokens]))
    first = tokens.lowerBound
  }

  /// The units of the class of a token of the query.
  init(_ units: ClassUnits, at token: Int) { (kind, first) = (.postings(units), token) }

  /// The length of the list.
  var count: Int {
    switch kind {
    case .phrase(_, let places): places.count
    case .postings(let list): list.count
    }
  }

  /// The units of a range of the list; a phrase that stands in a unit twice names it twice.
  func places(_ range: Range<Int>) -> [UnitPlace] {
    switch kind {
    case .postings(let list):
      return list.units(range).map { UnitPlace(unit: $0, token: UnitPlace.unknown) }
    case .phrase(let index, let places):
      let start = places.lowerBound
      return (start + range.lowerBound..<start + range.upperBound).map { index.place($0) }
    }
  }

  /// Keeps the places whose units this list holds too.
  func keep(_ places: inout [UnitPlace]) {
    switch kind {
    case .postings(let list): list.intersect(&places) { $0.unit }
    case .phrase(let index, let range):
      SortedUnits.keep(&places, { $0.unit }, in: range) { index.unit($0) }
    }
  }
}
