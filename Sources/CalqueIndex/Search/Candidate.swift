internal import CalqueMatch
internal import CalqueText

/// A unit that may reach the minimum, with what bounds its score.
struct Candidate {
  let unit: UInt32
  /// The least that its edit distance can be, in hundredths.
  let least: Int
  /// M, the larger total weight, in hundredths.
  let weight: Int
  /// The score by characters, where it reaches the minimum; else 0.
  let characters: Int

  /// The least share of the weight that its distance can be.
  var share: Share { Share(distance: least, weight: weight) }
  /// The highest score that the bounds allow.
  var bound: Int { max(Score.base(distance: least, weight: weight), characters) }
}
