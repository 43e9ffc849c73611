internal import CalqueMatch

/// The distance up to which a text can still be among the matches wanted.
///
/// Once there are as many matches as wanted, a text with fewer points than the last match plus the
/// minimum penalty ranks behind it. A text with more points is never cut by its share of the
/// weight. A text with exactly as many points can only tie with the last match, and then the share
/// decides.
struct Cutoff {
  /// The minimum points before penalties that matter, at least 1.
  let minimum: Int
  /// The score of the last match; nil while there are fewer matches than wanted.
  let last: Score?

  /// The maximum distance that matters, in hundredths, if the larger total weight is `weight`.
  func distance(weight: Int) -> Int {
    let maximum = Score.limit(points: minimum, weight: weight)
    guard let last else { return maximum }
    let (product, isTooLarge) = last.distance.multipliedReportingOverflow(by: weight)
    if isTooLarge { return maximum }
    return min(
      maximum, max(Score.limit(points: minimum + 1, weight: weight), product / last.weight))
  }
}
