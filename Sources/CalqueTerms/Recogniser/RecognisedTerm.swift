/// An occurrence of a glossary term in a text.
public struct RecognisedTerm: Hashable, Sendable {
  /// The start, in UTF-8 bytes of the text.
  public let start: Int
  /// The end, exclusive, in UTF-8 bytes of the text.
  public let end: Int
  /// The number with which the term was entered.
  public let term: Int
  /// Whether a word of the text has another form than in the term: a plural, a feminine, a verb's
  /// form.
  public let isInflected: Bool
  /// Whether the text has other words between those of the term: *redressements et liquidations
  /// judiciaires*.
  public let isInterrupted: Bool

  /// Creates an occurrence.
  public init(
    start: Int, end: Int, term: Int, isInflected: Bool = false, isInterrupted: Bool = false
  ) {
    self.start = start
    self.end = end
    self.term = term
    self.isInflected = isInflected
    self.isInterrupted = isInterrupted
  }
}

extension RecognisedTerm: Comparable {
  /// Orders by start, then the longest first, then by the term's number.
  public static func < (a: Self, b: Self) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end > b.end }
    return a.term < b.term
  }
}

extension [RecognisedTerm] {
  /// For each occurrence, in order, the longer occurrence that contains it or overlaps with it; nil
  /// for a winner.
  ///
  /// The occurrences are read from the left. The longest one at a place wins, and the next winner
  /// starts at its end or later. Occurrences of equal length at the same place all win.
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
