/// A glossary term found in a text.
public struct RecognisedTerm: Hashable, Sendable {
  /// Where it starts, in UTF-8 bytes of the text.
  public let start: Int
  /// Where it ends, exclusive, in UTF-8 bytes of the text.
  public let end: Int
  /// Which term it is, by the number it was entered with.
  public let term: Int

  /// Names an occurrence.
  public init(start: Int, end: Int, term: Int) {
    self.start = start
    self.end = end
    self.term = term
  }
}
