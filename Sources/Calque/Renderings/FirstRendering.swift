import CalqueAlign
import CalqueMorphology

/// Puts the rendering first that says the whole phrase and no more.
///
/// The votes cannot tell what always stands beside a phrase from what belongs to it: all units that
/// have *détresse respiratoire* speak of a syndrome. Three things can: a longer rendering whose links
/// are whole, a neighbour of the phrase that is always the same, and the part of speech.
struct FirstRendering {
  /// The phrase.
  let phrase: SoughtPhrase
  /// What endings say in the language of the renderings.
  let endings: SpeechEndings
  /// The bytes of a stem.
  let stem: (UInt32) -> [UInt8]
  /// The last word of a rendering in its commonest form.
  let lastWord: (RenderingVotes.Found) -> String
  /// Whether a word of the other side can only be an adjective.
  let isAdjective: (String) -> Bool
  /// Whether the phrase has the same word of meaning beside it in most units that show a rendering.
  let hasNeighbour: (RenderingVotes.Found) -> Bool
  /// Whether a word of the phrase, by its place, is often translated by a word elsewhere; nil if that is
  /// not known.
  var isTranslated: ((_ place: Int, _ word: UInt32) -> Bool)?
  /// Whether a form is a word of meaning.
  var hasMeaning: (_ form: UInt32) -> Bool = { _ in true }

  /// The number of renderings that may come first.
  private static let maxRanked = 8

  /// The renderings in their new order.
  func ordered(_ found: [RenderingVotes.Found]) -> [RenderingVotes.Found] {
    guard found.count > 1 else { return found }
    var found = found
    for rule in [wholePhrase, linked, translated, withoutNeighbour, speech, withHead] {
      let first = found[0]
      if let place = found.prefix(Self.maxRanked).indices.dropFirst()
        .first(where: { rule(found[$0], first) })
      {
        found.insert(found.remove(at: place), at: 0)
      }
    }
    return found
  }

  private var weight: Int { phrase.words.count { !$0.isSmall } }

  /// *swine flu* before *flu* for *grippe porcine*: *flu* stands opposite much else.
  private func wholePhrase(_ some: RenderingVotes.Found, _ first: RenderingVotes.Found) -> Bool {
    first.meaning < weight && some.meaning <= weight && first.complete * 2 < first.count
      && some.count * 2 >= first.count && some.precision >= 1.5 * first.precision
      && some.words.holds(first.words)
  }

  /// Of a phrase of several words, what is linked with each of them: *flu epidemic* before *swine flu
  /// outbreak*.
  private func linked(_ some: RenderingVotes.Found, _ first: RenderingVotes.Found) -> Bool {
    weight > 1 && first.complete * 2 < first.count && some.complete * 2 >= some.count
      && some.count >= first.count && !first.words.holds(some.words)
  }

  /// Of a phrase of several words, what translates each of them and nothing else, before what leaves one
  /// out or adds another: *rapid risk assessment* before *ECDC rapid risk*.
  private func translated(_ some: RenderingVotes.Found, _ first: RenderingVotes.Found) -> Bool {
    guard weight > 1, some.count >= max(2, first.count), !first.words.holds(some.words),
      some.meaning >= min(weight, first.meaning), let isTranslated
    else { return false }
    return isWhole(some, isTranslated) && !isWhole(first, isTranslated)
  }

  /// Whether each word of meaning translates one of the phrase, and each of the phrase is translated.
  private func isWhole(
    _ some: RenderingVotes.Found, _ isTranslated: (Int, UInt32) -> Bool
  ) -> Bool {
    let places = phrase.words.indices.filter { !phrase.words[$0].isSmall }
    let forms = some.forms.first?.words ?? some.words
    let words = zip(some.words, forms).filter { hasMeaning($1) }.map(\.0)
    return places.allSatisfy { place in words.contains { isTranslated(place, $0) } }
      && words.allSatisfy { word in places.contains { isTranslated($0, word) } }
  }

  /// *respiratory distress* before *respiratory distress syndrome*.
  private func withoutNeighbour(
    _ some: RenderingVotes.Found, _ first: RenderingVotes.Found
  ) -> Bool {
    first.meaning > weight && some.meaning >= weight && some.added < first.added
      && some.count >= first.count && (weight > 1 || some.complete * 2 >= some.count)
      && first.words.holds(some.words) && hasNeighbour(first)
  }

  /// *format* before *formatted* for *formater*.
  private func speech(_ some: RenderingVotes.Found, _ first: RenderingVotes.Found) -> Bool {
    guard let speech = phrase.speech, some.words.count == first.words.count,
      some.count * 2 >= first.count,
      zip(some.words, first.words).allSatisfy({ $0 == $1 || areNear(stem($0), stem($1)) })
    else { return false }
    return endings.fit(lastWord(some), as: speech) > endings.fit(lastWord(first), as: speech)
  }

  /// *heures supplémentaires* before *supplémentaires* for *overtime*: an adjective alone says no noun.
  private func withHead(_ some: RenderingVotes.Found, _ first: RenderingVotes.Found) -> Bool {
    weight == 1 && phrase.speech != .verb && first.words.count == 1 && some.meaning == 2
      && some.count * 3 >= first.count * 2 && some.words.holds(first.words)
      && isAdjective(lastWord(first))
  }

  /// Whether all but the last two letters of a stem begin the other: *maintainable*,
  /// *maintainability*.
  private func areNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let shared = zip(one, other).prefix { $0 == $1 }.count
    return shared >= 4 && shared + 2 >= min(one.count, other.count)
  }
}

extension [UInt32] {
  /// Whether other words stand side by side in these, which are more.
  func holds(_ others: [UInt32]) -> Bool {
    others.count < count && indices.contains { self[$0...].starts(with: others) }
  }
}
