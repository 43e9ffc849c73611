/// A glossary term found in a text.
public struct RecognisedTerm: Hashable, Sendable {
  /// Where it starts, in UTF-8 bytes of the text.
  public let start: Int
  /// Where it ends, exclusive, in UTF-8 bytes of the text.
  public let end: Int
  /// Which term it is, by the number it was entered with.
  public let term: Int
  /// Whether the text has another form of a word than the term: a plural, a feminine, a verb's form.
  public let isInflected: Bool

  /// Names an occurrence.
  public init(start: Int, end: Int, term: Int, isInflected: Bool = false) {
    self.start = start
    self.end = end
    self.term = term
    self.isInflected = isInflected
  }
}

extension RecognisedTerm: Comparable {
  /// Orders by place, the longest first at each place, then by the term's number.
  public static func < (a: Self, b: Self) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end > b.end }
    return a.term < b.term
  }
}

extension Sequence where Element == RecognisedTerm {
  /// For each occurrence, in order, the longer one it lies in or overlaps with; nil for those that
  /// stand for themselves.
  ///
  /// Read from the left, the longest occurrence at a place wins, and the next winner starts where
  /// it ends or later. Of occurrences of the same length at the same place all win.
  public func winners() -> [Range<Int>?] {
    var winner = 0..<0
    return map { found in
      if found.start == winner.lowerBound, found.end == winner.upperBound { return nil }
      if found.start < winner.upperBound { return winner }
      winner = found.start..<found.end
      return nil
    }
  }
}
