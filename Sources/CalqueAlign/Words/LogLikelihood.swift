internal import Glibc

/// The log-likelihood ratio of two things that occur together.
package enum LogLikelihood {
  /// - Parameters:
  ///   - both: how many of `all` have both.
  ///   - first: how many have the first.
  ///   - second: how many have the second.
  ///   - all: how many there are.
  /// - Returns: the ratio, in nats; 0 if the two occur together no more often than by chance.
  package static func of(both: Double, first: Double, second: Double, of all: Double) -> Double {
    let all = max(all, first + second - both)
    guard both * all > first * second else { return 0 }
    func term(_ seen: Double, _ expected: Double) -> Double {
      seen > 0 && expected > 0 ? seen * log(seen / expected) : 0
    }
    return 2
      * (term(both, first * second / all) + term(first - both, first * (all - second) / all)
        + term(second - both, (all - first) * second / all)
        + term(all - first - second + both, (all - first) * (all - second) / all))
  }
}
