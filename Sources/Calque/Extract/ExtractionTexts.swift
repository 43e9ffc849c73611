import CalqueModel
import CalqueStore

/// Translated texts from which terms are extracted.
protocol ExtractionTexts {
  /// The number of texts, for a person to see how far the reading is.
  func count() throws -> Int

  /// Hands over each text in the source language.
  func forEachText(_ take: (String) -> Void) throws

  /// What the links of the texts' words say for phrases; nil if no words are linked.
  func finder() throws -> RenderingFinder?

  /// A unit as evidence for a term; nil if the unit's id is enough.
  func example(_ unit: UnitID) -> ExtractedTerm.Example?
}

/// The texts of memories.
struct MemoryTexts: ExtractionTexts {
  let store: Store
  let pair: LanguagePair
  /// The memories that take part.
  let memories: Set<Int64>
  /// Whether they are all memories of the store.
  let areAll: Bool

  func count() throws -> Int {
    // Words are linked by now, and a unit has seldom more than one text in a language.
    try WordLinkFolder(store, pair: pair).ready()?.units ?? 0
  }

  func forEachText(_ take: (String) -> Void) throws {
    try store.forEachVariant(language: pair.source.primary) { variant in
      if memories.contains(variant.resource) { take(variant.text) }
    }
  }

  func finder() throws -> RenderingFinder? {
    var finder = try RenderingFinder(store, pair: pair, memories: areAll ? nil : memories)
    finder?.expectMany()
    return finder
  }

  func example(_: UnitID) -> ExtractedTerm.Example? { nil }
}
