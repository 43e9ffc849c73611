/// One side of a document to align: its sentences, and where its paragraphs begin.
public struct AlignmentText: Hashable, Sendable {
  /// The sentences, in order.
  public let sentences: [String]
  /// Whether each sentence begins a paragraph; all false for a text without paragraphs.
  public let opensParagraph: [Bool]

  /// The number of sentences.
  public var count: Int { sentences.count }

  /// A text of sentences.
  ///
  /// - Parameters:
  ///   - sentences: the sentences in order, none of them blank.
  ///   - paragraphs: the number of each sentence's paragraph; nil for a text without paragraphs.
  public init(_ sentences: [String], paragraphs: [Int]? = nil) {
    self.sentences = sentences
    if let paragraphs, paragraphs.count == sentences.count {
      opensParagraph = paragraphs.indices.map { $0 == 0 || paragraphs[$0] != paragraphs[$0 - 1] }
    } else {
      opensParagraph = [Bool](repeating: false, count: sentences.count)
    }
  }
}

/// A document and its translation, to be aligned.
public struct AlignmentPair: Hashable, Sendable {
  /// The document.
  public var source: AlignmentText
  /// The document's translation.
  public var target: AlignmentText

  /// Pairs two texts.
  public init(_ source: AlignmentText, _ target: AlignmentText) {
    self.source = source
    self.target = target
  }
}
