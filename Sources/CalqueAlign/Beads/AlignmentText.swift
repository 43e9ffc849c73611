/// A text to align, reduced to the lengths and paragraphs of its sentences.
public struct AlignmentText: Hashable, Sendable {
  /// The length of each sentence: its characters (Unicode scalars) that are not white space.
  public let lengths: [Int]
  /// Whether each sentence begins a paragraph; all false for a text without paragraphs.
  public let opensParagraph: [Bool]

  /// The number of sentences.
  public var count: Int { lengths.count }

  /// Measures the sentences of a text.
  ///
  /// - Parameters:
  ///   - sentences: the sentences in order, none of them blank.
  ///   - paragraphs: the number of each sentence's paragraph; nil for a text without paragraphs.
  public init(_ sentences: [String], paragraphs: [Int]? = nil) {
    self.init(lengths: sentences.map(Self.length), paragraphs: paragraphs)
  }

  /// A text of sentences that have been measured.
  public init(lengths: [Int], paragraphs: [Int]? = nil) {
    self.lengths = lengths
    if let paragraphs, paragraphs.count == lengths.count {
      opensParagraph = paragraphs.indices.map { $0 == 0 || paragraphs[$0] != paragraphs[$0 - 1] }
    } else {
      opensParagraph = [Bool](repeating: false, count: lengths.count)
    }
  }

  init(lengths: [Int], opensParagraph: [Bool]) {
    self.lengths = lengths
    self.opensParagraph = opensParagraph
  }

  /// The number of a sentence's characters that are not white space.
  static func length(_ sentence: String) -> Int {
    var length = 0
    for scalar in sentence.unicodeScalars {
      let isSpace =
        scalar.value < 0x80
        ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
        : scalar.properties.isWhitespace
      if !isSpace { length += 1 }
    }
    return length
  }

  /// The text at half the resolution: each pair of neighbours is one sentence, without paragraphs.
  var halved: AlignmentText {
    let pairs = stride(from: 0, to: count, by: 2)
    return AlignmentText(
      lengths: pairs.map { lengths[$0] + ($0 + 1 < count ? lengths[$0 + 1] : 0) },
      opensParagraph: [Bool](repeating: false, count: (count + 1) / 2))
  }
}
