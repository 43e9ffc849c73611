internal import CalqueMatch

/// A state of the store, by its last change and the random mark of that change.
///
/// The mark tells two stores apart, and two histories of one store that was restored from a copy.
package struct IndexGeneration: Hashable, Sendable {
  /// The number of the store's last change; 0 before the first.
  package let sequence: Int64
  /// The random number that the change was given; 0 before the first.
  package let mark: Int64

  /// A state by its last change.
  package init(sequence: Int64, mark: Int64) {
    self.sequence = sequence
    self.mark = mark
  }
}
