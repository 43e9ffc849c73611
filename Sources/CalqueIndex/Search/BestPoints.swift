internal import CalqueMatch

/// The highest points found so far, at most as many as there are matches wanted.
struct BestPoints {
  /// The points, highest first.
  private var points: [Int] = []
  private let limit: Int
  /// The largest limit for which points are kept: beyond it they cost more than they save.
  private static let maximumLimit = 64

  init(limit: Int) { self.limit = limit }

  /// The lowest of the points; nil while there are fewer points than matches wanted.
  var last: Int? { points.count == limit ? points.last : nil }

  /// Adds the points of a match if they are among the highest.
  ///
  /// - Complexity: O(limit).
  mutating func add(_ value: Int) {
    if limit > Self.maximumLimit { return }
    if let last, value <= last { return }
    points.insert(value, at: points.firstIndex { $0 < value } ?? points.count)
    if points.count > limit { points.removeLast() }
  }
}
