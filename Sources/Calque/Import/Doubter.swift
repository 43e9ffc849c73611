import CalqueModel
import CalqueText

/// A reason to doubt that a unit or a concept is what it should be; it is kept all the same.
public enum Doubt: String, CaseIterable, Sendable {
  /// Each side is in the language of the other.
  case swapped = "sides swapped"
  /// One side is in another language than it should be.
  case language = "wrong language"
  /// Both sides are the same text.
  case identical = "identical sides"
}

/// Looks for units and concepts that are doubtful.
///
/// Function words decide about languages, so a title or a term of two words stays undecided.
struct Doubter {
  private var sieves: [String: LanguageSieve?] = [:]
  /// The languages that were asked for last: a file asks for the same two.
  private var pair: (LanguageTag, LanguageTag)?
  /// Whether both are regions of one language.
  private var isOneLanguage = false
  /// The sieve for both; nil if nothing is known of them.
  private var sieve: LanguageSieve?
  private var counter = FunctionWordCounter()

  /// The doubts about a unit: its first text against each other one.
  ///
  /// Of most units two counts tell that there is no doubt. Until then nothing of the texts is copied,
  /// not even the references.
  mutating func doubts(about unit: TranslationUnit) -> [Doubt] {
    let variants = unit.variants
    let texts = variants.span
    var found = [Doubt]()
    for place in texts.indices.dropFirst() {
      turn(to: texts[0].language, texts[place].language)
      if isOneLanguage { continue }
      var doubt: Doubt?
      if texts[0].text.hasSameBytes(as: texts[place].text) {
        doubt = Self.isWord(texts[0].text) ? .identical : nil
      } else if let here = sieve?.count(texts[0].text), let there = sieve?.count(texts[place].text),
        here.first == 0 || there.second == 0 || Self.areSwapped(here, there)
      {
        doubt = self.doubt(texts[0].text, here, texts[place].text, there)
      }
      if let doubt, !found.contains(doubt) { found.append(doubt) }
    }
    return found
  }

  /// The doubts about a concept: its first term that is not forbidden of each language.
  ///
  /// Many a name is the same in both languages, so equal terms are no reason to doubt.
  mutating func doubts(about concept: Concept) -> [Doubt] {
    var first: Term?
    for term in concept.terms where term.status != .forbidden {
      guard let source = first else {
        first = term
        continue
      }
      turn(to: source.language, term.language)
      if isOneLanguage { continue }
      guard let here = sieve?.count(source.text), let there = sieve?.count(term.text),
        let doubt = doubt(source.text, here, term.text, there)
      else { return [] }
      return [doubt]
    }
    return []
  }

  /// Whether a text that is the same in both languages should not be: a number may be.
  private static func isWord(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// The doubt about two different texts in the languages of `pair`, by their function words.
  private mutating func doubt(
    _ source: String, _ here: LanguageSieve.Count, _ target: String, _ there: LanguageSieve.Count
  ) -> Doubt? {
    if Self.areSwapped(here, there) { return .swapped }
    guard let pair else { return nil }
    let isForeign =
      isForeign(source, in: pair.0, own: here.first, other: here.second, words: here.words)
      || isForeign(target, in: pair.1, own: there.second, other: there.first, words: there.words)
    return isForeign ? .language : nil
  }

  /// Whether each text has the function words of the other's language.
  private static func areSwapped(_ here: LanguageSieve.Count, _ there: LanguageSieve.Count) -> Bool
  {
    let (wrong, right) = (here.second + there.first, here.first + there.second)
    return here.second > 0 && there.first > 0 && wrong >= 3 && right * 4 <= wrong
  }

  /// Whether a text without a function word of its language is surely in another one.
  private mutating func isForeign(
    _ text: String, in language: LanguageTag, own: Int, other: Int, words: Int
  ) -> Bool {
    guard own == 0, words >= 4 else { return false }
    if other >= 3, other * 4 >= words { return true }
    guard words >= 8 else { return false }
    let guess = LanguageGuess(of: text, using: &counter)
    guard let first = guess.ranking.first, first != Language(language) else { return false }
    return guess.isIn(first, ratherThan: Language(language))
  }

  /// Prepares for texts in two languages.
  private mutating func turn(to first: LanguageTag, _ second: LanguageTag) {
    if let pair, pair.0 == first, pair.1 == second { return }
    pair = (first, second)
    isOneLanguage = first.primary == second.primary
    sieve = isOneLanguage ? nil : found(first, second)
  }

  private mutating func found(_ a: LanguageTag, _ b: LanguageTag) -> LanguageSieve? {
    let key = "\(a.primary) \(b.primary)"
    if let known = sieves[key] { return known }
    let made = LanguageSieve(Language(a), Language(b))
    sieves[key] = .some(made)
    return made
  }
}

extension Concept {
  /// The first term that is not forbidden of each language.
  var mainTerms: [String] {
    var main = [Term]()
    for term in terms where term.status != .forbidden {
      if !main.contains(where: { $0.language.primary == term.language.primary }) {
        main.append(term)
      }
    }
    return main.map(\.text)
  }
}

extension TranslationUnit {
  /// The unit with a mark for its doubts, or without one if it has none.
  func marked(_ doubts: [Doubt]) -> TranslationUnit {
    var unit = self
    unit.meta.attributes.removeAll { $0.name == Meta.doubt }
    if !doubts.isEmpty {
      unit.meta.attributes.append(
        Meta.Attribute(
          name: Meta.doubt, value: doubts.map(\.rawValue).joined(separator: ", ")))
    }
    return unit
  }
}

/// The doubts of a file, with a warning for the first few of each kind.
struct DoubtList {
  private static let most = 20
  /// The number of units or concepts, by reason.
  private(set) var counts: [String: Int] = [:]
  private(set) var warnings: [(line: Int, column: Int, message: String)] = []

  /// Notes a unit or concept that is kept, by its place and its two texts.
  mutating func note(_ doubt: Doubt, at place: SourcePlace, _ texts: [String]) {
    let shown = texts.prefix(2).map { "'\(Self.shortened($0))'" }.joined(separator: " = ")
    note(doubt.rawValue, at: place, "\(doubt.rawValue): \(shown); kept")
  }

  /// Notes a row that is not stored.
  mutating func note(skipped reason: String, at place: SourcePlace) {
    note(reason, at: place, "\(reason); not stored")
  }

  private mutating func note(_ kind: String, at place: SourcePlace, _ message: String) {
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= Self.most else { return }
    warnings.append((place.line, place.column, message))
  }

  /// How many of each kind no warning names.
  var rest: [String] {
    counts.sorted { $0.key < $1.key }.compactMap { kind, count in
      count > Self.most ? "\(count - Self.most) more of this kind: \(kind)" : nil
    }
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 40
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
  }
}
