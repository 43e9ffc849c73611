/// What the ending of a word says of its part of speech, where no lexicon knows the word.
package struct SpeechEndings: Sendable {
  /// The part of speech of what is asked for.
  package enum Speech: Sendable {
    case noun, verb
  }

  /// The endings of nouns that other words seldom have: *-tion*.
  let nouns: [String]
  /// The endings of nouns that are forms of verbs, too: *-ing*.
  let gerunds: [String]
  /// The endings of participles, adjectives and adverbs.
  let others: [String]

  init(nouns: String = "", gerunds: String = "", others: String = "") {
    func list(_ endings: String) -> [String] {
      endings.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
    (self.nouns, self.gerunds, self.others) = (list(nouns), list(gerunds), list(others))
  }

  /// How well a word fits a part of speech by its ending; the larger, the better.
  package func fit(_ word: String, as speech: Speech) -> Int {
    let word = word.lowercased()
    func has(_ endings: [String]) -> Bool {
      endings.contains { word.utf8.count > $0.utf8.count + 2 && word.hasSuffix($0) }
    }
    if has(others) { return 0 }
    switch speech {
    case .noun: return has(nouns) ? 3 : has(gerunds) ? 2 : 1
    case .verb: return has(nouns) || has(gerunds) ? 0 : 1
    }
  }
}
