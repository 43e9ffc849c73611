import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueText

/// Reads what linked words look like in the texts of a store.
struct RenderingTexts {
  private let store: Store
  private let pair: LanguagePair
  private var source: WordNumbers
  private var target: WordNumbers

  init(_ store: Store, pair: LanguagePair) {
    self.store = store
    self.pair = pair
    source = WordNumbers(Language(pair.source))
    target = WordNumbers(Language(pair.target))
  }

  /// The renderings of a phrase as they are written, best first.
  ///
  /// - Parameters:
  ///   - found: what stands opposite the phrase.
  ///   - phrase: the phrase, whose form in the units decides between forms of a rendering.
  ///   - limit: the maximum number of renderings.
  ///   - reads: the maximum number of units that are read for one rendering.
  /// - Returns: the renderings; one whose units are gone is left out.
  /// - Throws: `StoreError`.
  mutating func renderings(
    _ found: PhraseRenderings, of phrase: String, limit: Int, reads: Int
  ) throws -> [MemoryRendering] {
    let total = max(1, found.found.reduce(0) { $0 + $1.count })
    let wanted = folded(phrase)
    var renderings: [MemoryRendering] = []
    for some in found.found.prefix(limit) {
      var forms: [(text: String, weight: Int)] = []
      for example in some.examples.prefix(reads) {
        guard let unit = try store.matchedUnit(example.unit),
          let near = unit.text(in: pair.source), let far = unit.text(in: pair.target),
          let form = Self.text(example.target, of: far, &target)
        else { continue }
        let asked = Self.text(example.source, of: near, &source)
        let weight = asked.map { folded($0) } == wanted ? 3 : 1
        if let place = forms.firstIndex(where: { $0.text == form }) {
          forms[place].weight += weight
        } else {
          forms.append((form, weight))
        }
      }
      // Of forms that differ in case only, the one in small letters is the common one.
      guard
        let best = forms.max(by: { ($0.weight, $1.text) < ($1.weight, $0.text) })
      else { continue }
      renderings.append(
        MemoryRendering(
          text: best.text, count: some.count,
          probability: Double(some.count) / Double(total),
          units: Self.distinct(some.examples.map(\.unit))))
    }
    return renderings
  }

  private static func distinct(_ units: [UnitID]) -> [UnitID] {
    var seen = Set<UnitID>()
    return units.filter { seen.insert($0).inserted }.prefix(5).map(\.self)
  }

  /// A stretch of a text's words; nil if the text has fewer words.
  private static func text(
    _ words: Range<Int>, of text: String, _ numbers: inout WordNumbers
  ) -> String? {
    _ = numbers.read(text)
    let ranges = numbers.ranges
    guard !words.isEmpty, words.upperBound <= ranges.count else { return nil }
    let utf8 = Array(text.utf8)
    return String(
      decoding: utf8[ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound],
      as: UTF8.self)
  }
}

extension MatchedUnit {
  /// The first text in a language, whatever its region.
  func text(in language: LanguageTag) -> String? {
    variants.first { $0.language.primary == language.primary }?.text
  }
}
