import CalqueModel
import CalqueStore

/// The moment at which everything in a test happens.
let testMoment = Instant(seconds: 1_700_000_000)

/// A French and an English segment.
func pair(_ french: String, _ english: String, id: String? = nil) -> TranslationUnit {
  TranslationUnit(
    externalID: id, sourceLanguage: "fr",
    variants: [Variant(language: "fr", text: french), Variant(language: "en", text: english)])
}

/// A French and an English term.
func row(_ french: String, _ english: String, note: String? = nil) -> Concept {
  Concept(
    note: note, terms: [Term(language: "fr", text: french), Term(language: "en", text: english)])
}

extension Store {
  @discardableResult
  func load(_ units: [TranslationUnit], into name: String = "news") throws -> ImportCounts {
    try importing(ImportSource(kind: .memory, name: name), at: testMoment) { session in
      for unit in units { try session.add(unit) }
    }
  }

  @discardableResult
  func load(_ concepts: [Concept], into name: String = "terms") throws -> ImportCounts {
    try importing(ImportSource(kind: .glossary, name: name), at: testMoment) { session in
      for concept in concepts { try session.add(concept) }
    }
  }

  func everyUnit(of name: String = "news") throws -> [TranslationUnit] {
    var units = [TranslationUnit]()
    try snapshot().forEachUnit(of: resource(.memory, named: name).id) { units.append($0.unit) }
    return units
  }

  func everyConcept(of name: String = "terms") throws -> [Concept] {
    var concepts = [Concept]()
    try snapshot().forEachConcept(of: resource(.glossary, named: name).id) {
      concepts.append($0.concept)
    }
    return concepts
  }
}
