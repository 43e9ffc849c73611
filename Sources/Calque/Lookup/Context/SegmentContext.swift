/// What stands around a segment in its document, as far as it is known.
///
///     let context = SegmentContext(previous: "Le sommet est fini.", next: nil, key: nil)
///     let matches = try lookup.matches("Merci.", in: context)
public struct SegmentContext: Hashable, Sendable {
  /// A part of the context.
  public enum Part: String, CaseIterable, Sendable {
    /// The segment before.
    case previous
    /// The segment after.
    case next
    /// The key by which a program names the segment.
    case key
  }

  /// The segment before; nil at the beginning of the document, or if it is not known.
  public var previous: String?
  /// The segment after; nil at the end of the document, or if it is not known.
  public var next: String?
  /// The key by which a program names the segment: a message's context, a unit's id in its file.
  public var key: String?

  /// Joins what is known.
  public init(previous: String? = nil, next: String? = nil, key: String? = nil) {
    self.previous = previous
    self.next = next
    self.key = key
  }

  /// The contexts of segments that follow each other.
  ///
  /// - Parameter segments: the segments of a document, in order; blank ones are no neighbours.
  /// - Returns: a context for each segment.
  /// - Complexity: O(segments).
  static func contexts(of segments: [String]) -> [SegmentContext] {
    var contexts = segments.map { _ in SegmentContext() }
    var neighbour: String?
    for place in segments.indices {
      contexts[place].previous = neighbour
      if !isBlank(segments[place]) { neighbour = segments[place] }
    }
    neighbour = nil
    for place in segments.indices.reversed() {
      contexts[place].next = neighbour
      if !isBlank(segments[place]) { neighbour = segments[place] }
    }
    return contexts
  }
}
