internal import CalqueMatch
internal import CalqueText

/// A unit that may reach the minimum, with the bounds of its score.
struct Candidate {
  let unit: UInt32
  /// The lower bound of its edit distance, in hundredths.
  let minimumDistance: Int
  /// M, the larger total weight, in hundredths.
  let weight: Int
  /// The score by characters if that reaches the minimum; otherwise 0.
  let characters: Int

  /// The lower bound of its distance as a share of the weight.
  var share: Share { Share(distance: minimumDistance, weight: weight) }
  /// The upper bound of its score.
  var bound: Int { max(Score.base(distance: minimumDistance, weight: weight), characters) }
}
