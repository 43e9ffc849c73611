import CalqueMorphology
import CalqueText

/// Tells renderings that say the same in another form from those that differ.
struct RenderingLikeness {
  private let language: Language
  private let morphology: Morphology
  private let small: Set<String>

  /// The likeness of renderings in a language.
  init(_ language: Language) {
    self.language = language
    morphology = Morphologies.ofProcess.morphology(of: language)
    small = Morphology(language).smallWords
  }

  /// Whether each word of meaning of the shorter rendering is in the longer one, in any form:
  /// *minister of labour*, *Labor Minister*.
  func areAlike(_ one: [String], _ other: [String]) -> Bool {
    let (first, second) = (content(one), content(other))
    if first.joined() == second.joined() { return true }
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    return short.allSatisfy { word in long.contains { isForm(word, $0) } }
      || isAcronym(one, of: other) || isAcronym(other, of: one)
      || overlap(one, other) || overlap(other, one)
  }

  /// Whether one ends with what the other begins with, and no preposition stands beside it:
  /// *consolidated financial* and *financial statements* are parts of one rendering, *starting
  /// point* and *point of commencement* are not.
  private func overlap(_ one: [String], _ other: [String]) -> Bool {
    (1..<max(1, min(one.count, other.count))).contains { shared in
      ![other[shared], one[one.count - shared - 1]].map(CalqueText.folded).contains(
        where: small.contains)
        && zip(one.suffix(shared), other).allSatisfy(isForm)
    }
  }

  private func content(_ words: [String]) -> [String] {
    let folded = words.map { CalqueText.folded($0) }.filter { $0.contains(where: \.isLetter) }
    let content = folded.filter { !small.contains($0) }
    return content.isEmpty ? folded : content
  }

  private func isForm(_ word: String, _ other: String) -> Bool {
    let (word, other) = (CalqueText.folded(word), CalqueText.folded(other))
    if word == other { return true }
    let (one, two) = (stem(word, in: language), stem(other, in: language))
    return one == two || isSpelling(one, of: two) || morphology.isPlural(word, of: other)
      || morphology.isPlural(other, of: word)
      || FragmentEvidence.isKin(Array(one.utf8), Array(two.utf8))
  }

  /// Whether long words differ in one letter, or in the order of two: *licence*, *license*; *centre*,
  /// *center*.
  private func isSpelling(_ word: String, of other: String) -> Bool {
    guard word.count > 5, word.count == other.count else { return false }
    let places = zip(word, other).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    return places.count == 1 || places.count == 2 && word.sorted() == other.sorted()
  }

  /// Whether one word has the first letters of several.
  private func isAcronym(_ one: [String], of other: [String]) -> Bool {
    guard one.count == 1, let letters = one.first, letters.count > 1, other.count > 1 else {
      return false
    }
    return folded(letters) == content(other).compactMap(\.first).map(String.init).joined()
  }
}
