import CalqueMatch
import CalqueModel
import CalqueStore

/// A segment whose text equals the query, and what else agrees.
struct AgreeingSegment {
  let segment: RankedSegment
  /// The parts of the context that agree; at least one.
  let parts: [SegmentContext.Part]
}

extension PairSearch {
  /// The number of segments with the query's text whose context is read.
  ///
  /// They are the first in the order of matches, so that index and scan read the same.
  private static let maximumEqual = 1_000

  /// The segments that equal a query and stand in a context that agrees with the query's.
  ///
  /// The matcher knows no context. So all equal segments are asked for, whatever their memories'
  /// penalties, and the contexts of their units are read from the store. A part that is missing on
  /// one side agrees with nothing.
  mutating func agreeing(
    _ query: String, _ context: SegmentContext
  ) throws -> [AgreeingSegment] {
    // Nearly every query has no context, and should not pay for the hashes of one.
    if context == SegmentContext() { return [] }
    let sought = SoughtContext(context)
    if sought.isEmpty { return [] }
    let equal = try finder.matches(
      query,
      MatchRequest(
        minimum: 100, limit: Self.maximumEqual, memories: request.memories.mapValues { _ in 0 }))
    var agreeing: [AgreeingSegment] = []
    for segment in equal.segments {
      guard
        let held = try store.context(
          of: UnitID(segment.unit), language: options.pair.source.primary)
      else { continue }
      let parts = sought.parts(agreeingWith: held)
      if !parts.isEmpty { agreeing.append(AgreeingSegment(segment: segment, parts: parts)) }
    }
    return agreeing
  }
}

/// The context of a query in the form in which the contexts of units are stored.
private struct SoughtContext {
  private let previous: Int64?
  private let next: Int64?
  private let key: String?

  init(_ context: SegmentContext) {
    var folding = FoldedForm()
    func hash(_ text: String?) -> Int64? {
      text.flatMap { isBlank($0) ? nil : folding.hash($0) }
    }
    previous = hash(context.previous)
    next = hash(context.next)
    key = context.key.flatMap { Self.isCount($0) ? nil : $0 }
  }

  var isEmpty: Bool { previous == nil && next == nil && key == nil }

  /// The parts that agree with the context of a unit.
  func parts(agreeingWith held: UnitContext) -> [SegmentContext.Part] {
    SegmentContext.Part.allCases.filter { part in
      switch part {
      case .previous: previous.map { held.previous.contains($0) } ?? false
      case .next: next.map { held.next.contains($0) } ?? false
      case .key: key != nil && key.hasSameBytes(as: held.key)
      }
    }
  }

  /// Whether a key only counts the segments of its file, so that it says nothing in another file.
  private static func isCount(_ key: String) -> Bool {
    key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
