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

  /// The context of one of several segments that follow each other.
  ///
  /// - Parameters:
  ///   - place: the segment's place among the segments.
  ///   - segments: the segments of a document, in order; blank ones are passed over.
  init(at place: Int, of segments: [String]) {
    previous = segments[..<place].last { !isBlank($0) }
    next = segments[(place + 1)...].first { !isBlank($0) }
  }
}
