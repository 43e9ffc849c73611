/// A text as the aligner sees it: the words, lengths and paragraphs of its sentences.
struct TextWords: Sendable {
  /// The stems of all sentences, one sentence after the other.
  private(set) var words: [Int32] = []
  /// The start of each sentence in `words`, and the end of the last one.
  private(set) var starts: [Int] = [0]
  /// The length of each sentence: its characters that are not white space, one for an address.
  private(set) var lengths: [Double] = []
  /// Whether each sentence begins a paragraph.
  let opensParagraph: [Bool]

  /// The number of sentences.
  var count: Int { lengths.count }

  /// Reads a text; its words are added to the vocabulary.
  init(_ text: AlignmentText, _ vocabulary: inout Vocabulary) {
    opensParagraph = text.opensParagraph
    for sentence in text.sentences {
      words += vocabulary.read(sentence)
      starts.append(words.count)
      lengths.append(Double(vocabulary.lastLength))
    }
  }

  /// Some sentences of a text, each of which opens a paragraph unless it follows the one before.
  init(_ text: TextWords, only sentences: [Int]) {
    opensParagraph = sentences.indices.map { $0 == 0 || sentences[$0] != sentences[$0 - 1] + 1 }
    for sentence in sentences {
      words += text[sentence]
      starts.append(words.count)
      lengths.append(text.lengths[sentence])
    }
  }

  /// The stems of a sentence.
  subscript(sentence: Int) -> ArraySlice<Int32> { words[starts[sentence]..<starts[sentence + 1]] }

  /// The stems of a run of sentences.
  subscript(sentences: Range<Int>) -> ArraySlice<Int32> {
    words[starts[sentences.lowerBound]..<starts[sentences.upperBound]]
  }

  /// The number of words of a sentence.
  func wordCount(_ sentence: Int) -> Int { starts[sentence + 1] - starts[sentence] }

  /// The length of all sentences together.
  var totalLength: Double { lengths.reduce(0, +) }
}

/// A document and its translation, as the aligner sees them.
struct PairWords: Sendable {
  let source: TextWords
  let target: TextWords

  /// The number of target characters for each source character, before anything is aligned.
  var ratio: Double {
    let (s, t) = (source.totalLength, target.totalLength)
    return s == 0 || t == 0 ? 1 : min(1.6, max(0.6, t / s))
  }
}
