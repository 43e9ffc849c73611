/// The source segments before and after a unit in its document.
///
/// By them a later question knows that a segment stands in the same place again.
package struct SegmentNeighbours: Hashable, Sendable {
  /// The segment before; nil at the beginning of the document.
  package let previous: String?
  /// The segment after; nil at the end of the document.
  package let next: String?

  /// Joins what is known.
  package init(previous: String?, next: String?) {
    (self.previous, self.next) = (previous, next)
  }
}
