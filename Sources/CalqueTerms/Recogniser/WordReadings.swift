import CalqueMorphology

/// The lexicon's readings of words, each word looked up once.
struct WordReadings {
  let morphology: Morphology
  var phrase: PhraseWords { morphology.phraseWords }
  /// Whether the language has a lexicon here.
  let hasLexicon: Bool
  private var known: [String: [WordReading]] = [:]

  init(_ morphology: Morphology) {
    self.morphology = morphology
    hasLexicon = morphology.lexicon != nil
  }

  /// The readings of a word as written; none without a lexicon.
  mutating func readings(of word: String) -> [WordReading] {
    guard hasLexicon else { return [] }
    if let readings = known[word] { return readings }
    let readings = morphology.readings(of: word)
    known[word] = readings
    return readings
  }
}
