import CalqueAlign
import CalqueModel
import CalqueText

/// Reads what stretches of words look like in the texts of units.
struct RenderingTexts: Sendable {
  private let pair: LanguagePair
  private let text: @Sendable (UnitID) throws -> String?
  private var scanner = TextScanner()

  /// The texts of units.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - text: the text of a unit in the target language; nil if the unit is gone.
  init(_ pair: LanguagePair, text: @escaping @Sendable (UnitID) throws -> String?) {
    (self.pair, self.text) = (pair, text)
  }

  /// The renderings of a phrase as they are written, best first.
  ///
  /// - Parameters:
  ///   - found: what stands opposite the phrase.
  ///   - limit: the maximum number of renderings.
  ///   - form: the text of a form.
  /// - Returns: the renderings; one whose units are gone is left out.
  /// - Throws: the errors of reading a text.
  mutating func renderings(
    _ found: PhraseRenderings, limit: Int, form: @escaping (UInt32) -> String
  ) throws -> [MemoryRendering] {
    let total = Double(max(1, found.linked))
    let forms = RenderingForms(
      Morphologies.ofProcess.morphology(of: Language(pair.target)), found, form: form)
    var renderings: [MemoryRendering] = []
    for some in found.found {
      for shown in forms.shown(some.forms) {
        if renderings.count == limit { return renderings }
        guard let text = try text(shown.example) else { continue }
        renderings.append(
          MemoryRendering(
            text: text, count: shown.count, probability: min(1, Double(shown.count) / total),
            units: shown.units))
      }
    }
    return renderings
  }

  /// The words of each occurrence in a hit, by their places in the text.
  mutating func words(of hit: SearchAnswer.Hit) -> [Range<Int>] {
    if !hit.tokens.isEmpty { return hit.tokens }
    let ranges = ranges(of: hit.text)
    return hit.spans.compactMap { $0.words(of: ranges) }
  }

  /// The places of the words of a text, in UTF-8 bytes.
  mutating func ranges(of text: String) -> [Range<Int>] {
    scanner.scan(text)
    return scanner.ranges
  }

  private mutating func text(_ example: RenderingVotes.Example) throws -> String? {
    guard let text = try text(example.unit) else { return nil }
    scanner.scan(text)
    return text.stretch(example.target, of: scanner.ranges)
  }
}

extension Range<Int> {
  /// The words that a stretch of bytes touches; nil if there are none.
  func words(of ranges: [Range<Int>]) -> Range<Int>? {
    guard let first = ranges.firstIndex(where: overlaps),
      let last = ranges.lastIndex(where: overlaps)
    else { return nil }
    return first..<(last + 1)
  }
}

extension String {
  /// A stretch of a text's words; nil if the text has fewer words.
  func stretch(_ words: Range<Int>, of ranges: [Range<Int>]) -> String? {
    guard !words.isEmpty, words.upperBound <= ranges.count else { return nil }
    let (start, end) = (
      ranges[words.lowerBound].lowerBound, ranges[words.upperBound - 1].upperBound
    )
    return String(decoding: Array(utf8)[start..<end], as: UTF8.self)
  }
}
