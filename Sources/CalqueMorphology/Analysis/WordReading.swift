/// One reading of a form, with a number for the lemma, for programs that compare many words.
package struct WordReading: Hashable, Sendable {
  /// The number of the lemma; two lemmas with one number are practically impossible.
  package let lemma: UInt64
  /// Part of speech, gender, number and kind of verb form.
  package let features: WordFeatures
  /// Whether the form is the lemma itself.
  package let isLemma: Bool

  package init(lemma: UInt64, features: WordFeatures, isLemma: Bool) {
    self.lemma = lemma
    self.features = features
    self.isLemma = isLemma
  }

  /// The number of a lemma in UTF-8: FNV-1a with 64 bits (Fowler, Noll, Vo).
  static func number(of lemma: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in lemma { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// The way in which another reading of the same lemma is inflected from this one; nil if the two
  /// are no forms of one inflection: a noun and an adjective, a participle and a finite verb.
  package func inflection(to other: WordReading) -> Inflection? {
    guard lemma == other.lemma else { return nil }
    let (a, b) = (features, other.features)
    guard a.speech == b.speech else { return nil }
    switch a.speech {
    case .verb:
      if a.verb == .infinitive { return b.verb == .infinitive ? [] : .verb }
      if a.verb != b.verb { return nil }
      return a.verb == .finite ? .verb : Self.agreement(a, b)
    case .noun, .adjective: return Self.agreement(a, b)
    case .properNoun, .adverb, .other: return nil
    }
  }

  private static func agreement(_ a: WordFeatures, _ b: WordFeatures) -> Inflection {
    var inflection: Inflection = []
    if !a.number.isEmpty, !b.number.isEmpty, a.number.isDisjoint(with: b.number) {
      inflection.insert(b.number.contains(.plural) ? .plural : .singular)
    }
    if !a.gender.isEmpty, !b.gender.isEmpty, a.gender.isDisjoint(with: b.gender) {
      inflection.insert(.gender)
    }
    return inflection
  }
}
