/// Cuts running text into sentences.
///
/// ICU's sentence breaks (Unicode Standard Annex 29) and every full stop before white space propose
/// the ends of sentences. The rules of the language judge each proposal by abbreviations, initials,
/// quotations, list numbers and small letters. A blank line ends a paragraph; a line break that only
/// wraps the text ends nothing.
///
/// A splitter keeps ICU's iterator open and serves one thread.
/// - Complexity: linear in the text, about 100 instructions a byte.
package struct SentenceSplitter {
  private let rules: SentenceRules
  private let breaks: SentenceBreaks

  /// Makes a splitter with the rules of a language.
  package init(language: Language) {
    rules = language.rules.sentences
    // ICU's lists of abbreviations hold common words (`Up.`, `Job.`), so our own lists replace them.
    breaks = SentenceBreaks(language: language, suppressions: !rules.areKnown)
  }

  /// The sentences of a text, in order; none overlap, and only white space lies between them.
  package func sentences(in text: String) -> [Sentence] {
    let units = Array(text.utf16)
    var found: [Part] = []
    for (paragraph, block) in Blocks(of: units).ranges.enumerated() {
      var rest = block
      if let end = Self.dateline(in: units, block, isOpening: paragraph < Self.opening) {
        found.append(
          Part(range: block.lowerBound..<end.part, paragraph: paragraph, isDateline: true))
        rest = end.rest..<block.upperBound
      }
      if rest.isEmpty { continue }
      for range in sentences(of: units, in: rest) {
        found.append(Part(range: range, paragraph: paragraph, isDateline: false))
      }
    }
    return Self.inBytes(found, of: units)
  }

  /// The number of blocks at the beginning of a story that may open with a place alone.
  static let opening = 6

  /// A sentence or a dateline, as a range of units.
  private struct Part {
    let range: Range<Int>
    let paragraph: Int
    let isDateline: Bool
  }

  /// The end of the dateline that opens a block, and the beginning of what follows.
  private static func dateline(
    in text: [UInt16], _ block: Range<Int>, isOpening: Bool
  ) -> (part: Int, rest: Int)? {
    // A dateline and the beginning of its lead are short.
    let units = Array(text[block].prefix(160))
    guard let end = Dateline.end(in: units, isOpening: isOpening) else { return nil }
    var part = end
    while part > 0, Marks.isSpace(units[part - 1]) { part -= 1 }
    return (block.lowerBound + part, block.lowerBound + end)
  }

  /// The sentences of one block, as ranges of the whole text's units.
  private func sentences(of text: [UInt16], in block: Range<Int>) -> [Range<Int>] {
    // Line breaks inside a block become spaces, since ICU would end a sentence at each.
    let units = text[block].map { Marks.isLineEnd($0) ? 0x20 : $0 }
    let judge = SentenceEnds(units, rules: rules)
    var sentences: [Range<Int>] = []
    var start = 0
    func add(_ end: Int) {
      var end = end
      while end > start, Marks.isSpace(units[end - 1]) { end -= 1 }
      guard end > start else { return }
      // A stretch without a word (`»`, `***`) belongs to the sentence before.
      if !judge.hasWord(start..<end), let last = sentences.popLast() {
        sentences.append(last.lowerBound..<(block.lowerBound + end))
      } else {
        sentences.append((block.lowerBound + start)..<(block.lowerBound + end))
      }
    }
    for proposal in judge.proposals(with: breaks.ends(in: units)) {
      guard let cut = judge.cut(at: proposal, after: start) else { continue }
      add(cut)
      start = cut
    }
    add(units.count)
    return sentences
  }

  /// Ranges of UTF-16 units as UTF-8 offsets, in one walk.
  private static func inBytes(
    _ found: [Part], of units: [UInt16]
  ) -> [Sentence] {
    var offsets = ByteOffsets(units)
    return found.map { part in
      let start = offsets.offset(of: part.range.lowerBound)
      return Sentence(
        start: start, end: offsets.offset(of: part.range.upperBound), paragraph: part.paragraph,
        isDateline: part.isDateline)
    }
  }
}
