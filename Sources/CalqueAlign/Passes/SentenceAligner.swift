/// Finds which sentences of documents translate each other.
public protocol SentenceAligner: Sendable {
  /// Aligns the documents of a batch, which may teach each other.
  ///
  /// - Parameters:
  ///   - batch: documents with their translations.
  ///   - parallel: works on several documents at the same time; the beads do not depend on it.
  /// - Returns: for each document its beads in the order of the source. They cover every sentence
  ///   of both texts exactly once; a sentence without a counterpart is a bead with an empty side.
  func align(_ batch: [AlignmentPair], _ parallel: any ParallelMap) -> [[Bead]]
}

extension SentenceAligner {
  /// Aligns the documents of a batch on the calling thread.
  public func align(_ batch: [AlignmentPair]) -> [[Bead]] { align(batch, SerialMap()) }

  /// Aligns one document.
  public func align(_ pair: AlignmentPair) -> [Bead] { align([pair]).first ?? [] }
}
