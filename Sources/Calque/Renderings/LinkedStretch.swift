import CalqueAlign

/// The words of the other side that are linked with a stretch of words.
struct LinkedStretch {
  /// The words, by their places in the unit.
  let range: Range<Int>
  /// Whether the first and the last word of the stretch have links, and the words opposite have none
  /// to other words.
  let isSound: Bool

  /// The stretch opposite a stretch of a unit's words; nil if nothing is linked with it, or what is
  /// lies too far apart.
  ///
  /// - Parameters:
  ///   - stretch: the words, by their places in the unit.
  ///   - links: the links of the unit, from the side of the stretch to the other side.
  init?(opposite stretch: Range<Int>, _ links: [WordLink]) {
    let inside = links.filter { stretch.contains($0.source) }
    let places = inside.map(\.target).sorted()
    guard let start = places.first else { return nil }
    // The run with most links, without a gap of more than two words.
    var (best, bestCount) = (start...start, 0)
    var (first, last, count) = (start, start, 0)
    for place in places {
      if place - last > 3 { (first, count) = (place, 0) }
      (last, count) = (place, count + 1)
      if count > bestCount { (best, bestCount) = (first...place, count) }
    }
    guard best.count <= 2 * stretch.count + 4 else { return nil }
    range = best.lowerBound..<(best.upperBound + 1)
    let isClosed = !links.contains { best.contains($0.target) && !stretch.contains($0.source) }
    let hasEnds = [stretch.lowerBound, stretch.upperBound - 1].allSatisfy { place in
      inside.contains { $0.source == place && best.contains($0.target) }
    }
    isSound = isClosed && hasEnds
  }
}

extension LinkFile {
  /// The links of a unit, from one side to the other.
  func links(of unit: Int, isReversed: Bool) -> [WordLink] {
    let (start, end) = (Int(linkStarts[unit]), Int(linkStarts[unit + 1]))
    guard start < end else { return [] }
    return stride(from: start, to: end, by: 2).map { at in
      let (one, other) = (Int(links[at]), Int(links[at + 1]))
      return WordLink(source: isReversed ? other : one, target: isReversed ? one : other)
    }
  }
}
