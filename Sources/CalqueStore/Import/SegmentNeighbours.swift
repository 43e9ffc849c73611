/// The source segments before and after a unit in its document.
///
/// The store keeps the hashes of their folded texts, by which a later question knows that a segment
/// stands in the same place again.
package struct SegmentNeighbours: Hashable, Sendable {
  /// The segment before; nil at the beginning of the document.
  package let previous: String?
  /// The segment after; nil at the end of the document.
  package let next: String?

  package init(previous: String?, next: String?) {
    (self.previous, self.next) = (previous, next)
  }
}
