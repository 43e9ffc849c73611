/// One step of a path through a lattice: a bead, or one sentence without a counterpart.
struct Step: Hashable, Sendable {
  /// The source sentences.
  let source: Range<Int>
  /// The target sentences.
  let target: Range<Int>

  /// Whether the step has sentences on both sides.
  var isJoint: Bool { !source.isEmpty && !target.isEmpty }
}
