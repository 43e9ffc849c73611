import CalqueAlign
import CalqueModel
import CalqueMorphology

/// The forms of a stretch that are worth showing: the commonest, and another that is common, too.
///
/// Forms that differ in capitals only are one. A form in the number of the phrase comes first.
struct RenderingForms {
  struct Shown {
    /// The number of units.
    var count: Int
    var weight: Int
    /// A unit with the commonest spelling.
    var example: RenderingVotes.Example
    var units: [UnitID]
    fileprivate let words: [String]
  }

  private let morphology: Morphology
  private let isPlural: Bool?
  private let speech: SpeechEndings.Speech?
  private let hasAsked: Bool
  private let form: (UInt32) -> String

  /// The share of the first form's weight that a form in the number of the phrase needs.
  private static let leastShare = (plural: 0.1, singular: 0.3)

  /// The forms of what was found for a phrase.
  ///
  /// - Parameters:
  ///   - morphology: the language of the forms.
  ///   - found: what was found.
  ///   - form: the text of a form.
  init(_ morphology: Morphology, _ found: PhraseRenderings, form: @escaping (UInt32) -> String) {
    self.morphology = morphology
    (isPlural, speech, hasAsked) = (found.isPlural, found.speech, found.hasAsked)
    self.form = form
  }

  /// The forms that are shown, the best first.
  ///
  /// - Parameter forms: the forms of a stretch.
  /// - Returns: one or two of the forms.
  func shown(_ forms: [RenderingVotes.Form]) -> [Shown] {
    var all = distinct(forms)
    all.sort { ($0.weight, $1.words.joined()) > ($1.weight, $0.words.joined()) }
    guard let first = all.first else { return [] }
    if let place = all.indices.dropFirst().first(where: { isBetter(all[$0], first) }) {
      all.insert(all.remove(at: place), at: 0)
    }
    return all.prefix(2).filter { $0.weight * 4 >= first.weight || $0.words == all[0].words }.map {
      var form = $0
      form.units = Array(form.units.prefix(5))
      return form
    }
  }

  /// Whether a form has the number or the part of speech of the phrase, and the commonest form has not.
  ///
  /// Where no unit has the phrase as it was asked for, the singular is the better guess.
  private func isBetter(_ some: Shown, _ first: Shown) -> Bool {
    let share = Double(some.weight) / Double(max(1, first.weight))
    // The infinitive of a verb is written like a singular.
    if speech == .verb, share >= 0.25, isPlural(first, of: some) { return true }
    if let speech, share >= 0.5, fit(some, speech) > fit(first, speech),
      !isPlural(first, of: some), !isPlural(some, of: first)
    {
      return true
    }
    if isPlural == true { return share >= Self.leastShare.plural && isPlural(some, of: first) }
    if isPlural == false || !hasAsked {
      return share >= (hasAsked ? Self.leastShare.singular : 0.25) && isPlural(first, of: some)
    }
    return false
  }

  /// How well a form fits a part of speech by its last word.
  private func fit(_ some: Shown, _ speech: SpeechEndings.Speech) -> Int {
    some.words.last.map { morphology.phraseWords.endings.fit($0, as: speech) } ?? 0
  }

  /// Whether a form differs from another one by words in the plural.
  private func isPlural(_ some: Shown, of other: Shown) -> Bool {
    some.words.count == other.words.count
      && zip(some.words, other.words).allSatisfy { $0 == $1 || morphology.isPlural($0, of: $1) }
  }

  /// The forms without regard to capitals, each with its commonest spelling.
  private func distinct(_ forms: [RenderingVotes.Form]) -> [Shown] {
    var all: [Shown] = []
    for some in forms {
      guard let example = some.examples.first else { continue }
      let words = some.words.map { form($0).lowercased() }
      if let place = all.firstIndex(where: { $0.words == words }) {
        all[place].count += some.count
        all[place].weight += some.weight
        all[place].units += some.examples.map(\.unit)
        // Of a word that is written in small letters, too, the capitals begin a sentence.
        if some.weight * 5 >= all[place].weight,
          some.words.allSatisfy({ form($0) == form($0).lowercased() })
        {
          all[place].example = example
        }
      } else {
        all.append(
          Shown(
            count: some.count, weight: some.weight, example: example,
            units: some.examples.map(\.unit), words: words))
      }
    }
    return all
  }
}
