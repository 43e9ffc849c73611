import CalqueText

/// The forms of English words, by rules and short lists of irregular words.
enum EnglishInflection: MorphologyRules {
  static var language: Language { .english }

  static func forms(
    of word: String, endsInAcute: Bool, _ kinds: Inflection
  ) -> [InflectedForm] {
    guard word.utf8.count >= 2, !closed.contains(word) else { return [] }
    var forms = [InflectedForm]()
    func add(_ form: String, _ inflection: Inflection) {
      guard form != word, !forms.contains(where: { $0.text == form }) else { return }
      forms.append(InflectedForm(form, inflection, stable: sharedPrefix(word, form)))
    }
    if kinds.contains(.plural) { EnglishNoun.plurals(of: word).forEach { add($0, .plural) } }
    // Of the words of two letters only the verbs *be*, *do* and *go* change.
    let isShort = word.utf8.count < 3
    if kinds.contains(.singular), !isShort {
      EnglishNoun.singulars(of: word).forEach { add($0, .singular) }
    }
    if kinds.contains(.verb), !isShort || EnglishIrregularVerbs.forms[word] != nil {
      EnglishVerb.forms(of: word).forEach { add($0, .verb) }
    }
    return forms
  }

  static func misspeltPlural(of word: String) -> String? {
    closed.contains(word) ? nil : EnglishNoun.misspeltPlural(of: word)
  }

  /// The words that have no other form.
  static let closed: Set<String> = [
    "the", "and", "for", "his", "its", "this", "was", "has", "with", "from", "that", "not", "her",
    "our", "your", "their", "are", "but", "into", "over", "under", "news", "of", "to", "is", "as",
    "us", "at", "an", "it", "we", "he", "or", "if",
  ]
}
