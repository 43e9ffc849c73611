internal import CalqueMatch

/// How far off a text may be to matter.
///
/// Where there are as many matches as are wanted, a text of fewer points than the last of them (and
/// the least penalty on top) comes behind it. One of more points is never cut by its share of the
/// weight; one of just as many can only tie with the last match, and then the share decides.
struct Cutoff {
  /// The least points before penalties that matter, from 1.
  let minimum: Int
  /// The score of the last match, where there are as many as are wanted.
  let last: Score?

  /// The largest distance that matters, in hundredths, where the larger total weight is `weight`.
  func distance(weight: Int) -> Int {
    let most = Score.limit(points: minimum, weight: weight)
    guard let last else { return most }
    let (product, isTooLarge) = last.distance.multipliedReportingOverflow(by: weight)
    if isTooLarge { return most }
    return min(most, max(Score.limit(points: minimum + 1, weight: weight), product / last.weight))
  }
}
