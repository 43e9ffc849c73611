internal import CalqueMatch

/// A state of the store that an index stands for: its last change, and that change's random mark.
///
/// The mark tells two stores apart, and two histories of one store that was restored from a copy.
package struct IndexGeneration: Hashable, Sendable {
  /// The number of the store's last change; 0 before the first.
  package let sequence: Int64
  /// The random number that the change was given; 0 before the first.
  package let mark: Int64

  /// Names a state.
  package init(sequence: Int64, mark: Int64) {
    self.sequence = sequence
    self.mark = mark
  }
}
