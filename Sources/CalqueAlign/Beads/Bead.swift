/// Sentences of a source text and the sentences of the target text that translate them.
///
/// One side may be empty: the sentence on the other side was added or left out in translation.
public struct Bead: Hashable, Sendable {
  /// The source sentences, by number from 0.
  public var source: Range<Int>
  /// The target sentences, by number from 0.
  public var target: Range<Int>
  /// The confidence in the bead, from 0 to 1.
  public var confidence: Double
  /// Whether the passage stands at another place in the target: the bead crosses others.
  public var isMoved: Bool

  /// Joins two runs of sentences.
  public init(
    source: Range<Int>, target: Range<Int>, confidence: Double, isMoved: Bool = false
  ) {
    self.isMoved = isMoved
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  /// The bead in texts that are a document and its translation with some confidence: sentences are
  /// translated as surely as the document is, at most.
  package func inDocument(ofConfidence document: Double) -> Bead {
    var bead = self
    if !source.isEmpty, !target.isEmpty { bead.confidence *= document }
    return bead
  }

  /// The bead in the notation of evaluation programs: `[0,1]:[0]`.
  public var ladder: String {
    func list(_ range: Range<Int>) -> String {
      "[" + range.map(String.init).joined(separator: ",") + "]"
    }
    return list(source) + ":" + list(target)
  }
}
