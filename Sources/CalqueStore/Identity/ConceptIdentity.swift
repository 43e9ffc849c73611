import CalqueModel

/// The identity of a concept in its glossary: the external id, or the main terms if there is none.
///
/// The main term of a language is its first that is not forbidden. The order of the languages makes
/// no difference: `sommet = summit` is the same row in a fr-en and in an en-fr file.
enum ConceptIdentity {
  static func hash(_ concept: Concept) -> UInt64 {
    if let id = concept.externalID { return TextHash.of(id, seed: 3) }
    return key(concept).reduce(UInt64(4)) { TextHash.of($1, seed: $0) }
  }

  static func same(_ a: Concept, _ b: Concept) -> Bool {
    if a.externalID != nil || b.externalID != nil {
      return a.externalID.hasSameBytes(as: b.externalID)
    }
    return key(a).hasSameBytes(as: key(b))
  }

  /// Each language and its main term, in the order of the languages.
  private static func key(_ concept: Concept) -> [String] {
    var main: [(language: LanguageTag, text: String)] = []
    let usable = concept.terms.filter { $0.status != .forbidden }
    for term in usable.isEmpty ? concept.terms : usable {
      if !main.contains(where: { $0.language == term.language }) {
        main.append((term.language, term.text))
      }
    }
    return main.sorted { $0.language.key < $1.language.key }.flatMap { [$0.language.key, $0.text] }
  }
}
