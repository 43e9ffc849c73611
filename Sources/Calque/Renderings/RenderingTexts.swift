import CalqueAlign
import CalqueModel
import CalqueText

/// Reads what stretches of words look like in the texts of units.
struct RenderingTexts: Sendable {
  private let pair: LanguagePair
  private let texts: @Sendable ([UnitID]) throws -> [String?]
  private var scanner = TextScanner()

  /// The texts of units.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - texts: the text of each of some units in the target language; nil if the unit is gone.
  init(_ pair: LanguagePair, texts: @escaping @Sendable ([UnitID]) throws -> [String?]) {
    (self.pair, self.texts) = (pair, texts)
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
    var rest = found.found[...]
    while renderings.count < limit, !rest.isEmpty {
      // All that are wanted, so that their units are read together.
      var shown: [RenderingForms.Shown] = []
      while renderings.count + shown.count < limit, let next = rest.popFirst() {
        shown += forms.shown(next.forms)
      }
      for (some, text) in zip(shown, try texts(shown.map(\.example.unit))) {
        guard renderings.count < limit, let text else { continue }
        scanner.scan(text)
        guard let stretch = text.stretch(some.example.target, of: scanner.ranges) else { continue }
        renderings.append(
          MemoryRendering(
            text: stretch, count: some.count, probability: min(1, Double(some.count) / total),
            units: some.units))
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
