/// Finds which sentences of documents translate each other.
public protocol SentenceAligner: Sendable {
  /// Aligns the documents of a batch, which may teach each other.
  ///
  /// - Parameter batch: documents with their translations.
  /// - Returns: for each document its beads in the order of the source. They cover every sentence
  ///   of both texts exactly once; a sentence without a counterpart is a bead with an empty side.
  func align(_ batch: [AlignmentPair]) -> [[Bead]]
}

extension SentenceAligner {
  /// Aligns one document.
  public func align(_ pair: AlignmentPair) -> [Bead] { align([pair]).first ?? [] }
}
