/// A distance as a share D / M of a weight; a smaller share is a nearer text.
///
/// Shares are compared exactly and without overflow, because a damaged index may give any numbers.
package struct Share: Comparable, Sendable {
  /// D, in hundredths.
  package let distance: Int
  /// M, in hundredths, above 0.
  package let weight: Int

  /// A distance as a share of a weight.
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
  /// The distance as a share of the weight.
  package var share: Share { Share(distance: distance, weight: weight) }
}
