internal import Glibc

/// The evidence that two stretches of text of given lengths translate each other.
///
/// W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora",
/// Computational Linguistics 19 (1993), section 3: each character of one language gives rise to a
/// random number of characters in the other, with mean c and variance s² = 6.8, so that
///
///     δ = (lₜ − c·lₛ) / √(s² · l̄),   l̄ = (c·lₛ + lₜ) / 2 + 1
///
/// is normally distributed, and the evidence is the logarithm of the two-sided tail 2(1 − Φ(|δ|)).
/// As in the program printed there, l̄ is the mean of both lengths rather than lₛ alone, so that
/// neither language is privileged; the 1 keeps two empty stretches apart from a division by zero.
/// Their c = 1 is replaced by an estimate from each pair of texts.
struct LengthModel: Sendable {
  /// c of the paper: the number of target characters for each source character.
  let ratio: Double

  /// s² of the paper.
  static let variance = 6.8
  /// The minimum of the evidence, log 1e-12: a pair less likely than that is unlikely for other
  /// reasons than its lengths.
  static let floor = -27.631021115928547

  /// The tail's logarithm for |δ| = 0, 1/128, 2/128 …; values between them are interpolated.
  private static let tails: [Double] = (0...960).map { step in
    max(floor, log(erfc(Double(step) / 128 / 2.0.squareRoot())))
  }

  init(ratio: Double) {
    self.ratio = ratio
  }

  /// The logarithm of the two-sided tail for two lengths, the source's multiplied by `ratio`.
  @inline(__always)
  func evidence(_ source: Double, _ target: Double, _ tails: [Double]) -> Double {
    let spread = Self.variance * ((source + target) / 2 + 1)
    let place = abs(target - source) * 128 / spread.squareRoot()
    guard place < 960 else { return Self.floor }
    let step = Int(place)
    let low = tails[step]
    return low + (tails[step + 1] - low) * (place - Double(step))
  }

  /// The table of tails that `evidence` reads; a loop fetches the table once.
  static var table: [Double] { tails }
}
