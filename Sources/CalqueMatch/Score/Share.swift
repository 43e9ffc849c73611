/// The share D / M of a weight that a distance is; the smaller, the nearer.
///
/// Compared exactly, and without an overflow whatever the numbers: those of a damaged index are any.
package struct Share: Comparable, Sendable {
  /// D, in hundredths.
  package let distance: Int
  /// M, in hundredths, above 0.
  package let weight: Int

  /// The share of a weight that a distance is.
  package init(distance: Int, weight: Int) {
    self.distance = distance
    self.weight = weight
  }

  package static func < (a: Share, b: Share) -> Bool {
    a.distance.multipliedFullWidth(by: b.weight) < b.distance.multipliedFullWidth(by: a.weight)
  }

  package static func == (a: Share, b: Share) -> Bool {
    a.distance.multipliedFullWidth(by: b.weight) == b.distance.multipliedFullWidth(by: a.weight)
  }
}

extension Score {
  /// The share of the weight that the distance is.
  package var share: Share { Share(distance: distance, weight: weight) }
}
