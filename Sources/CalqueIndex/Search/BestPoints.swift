internal import CalqueMatch

/// The highest points of what was found, at most as many as matches are wanted.
struct BestPoints {
  private var points: [Int] = []
  private let limit: Int
  /// For more matches than these a bound is not worth its keeping.
  private static let most = 64

  init(limit: Int) { self.limit = limit }

  /// The lowest of them, once there are as many as matches are wanted.
  var last: Int? { points.count == limit ? points.last : nil }

  mutating func add(_ value: Int) {
    if limit > Self.most { return }
    if let last, value <= last { return }
    points.insert(value, at: points.firstIndex { $0 < value } ?? points.count)
    if points.count > limit { points.removeLast() }
  }
}
