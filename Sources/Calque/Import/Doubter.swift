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
  /// The languages that were asked for last, and their sieve; a file asks for the same two.
  private var pair: (LanguageTag, LanguageTag)?
  private var sieve: LanguageSieve?
  private var counter = FunctionWordCounter()

  /// The doubts about a unit: its first text against each other one.
  mutating func doubts(about unit: TranslationUnit) -> [Doubt] {
    // Nothing of the texts is copied but their references.
    let variants = unit.variants
    let texts = variants.span
    var found = [Doubt]()
    for place in texts.indices.dropFirst() {
      let (language, other) = (texts[0].language, texts[place].language)
      if language.key.hasSameBytes(as: other.key) || language.primary == other.primary { continue }
      for doubt in doubts(
        (language, texts[0].text), (other, texts[place].text), asksIdentity: true)
      where !found.contains(doubt) { found.append(doubt) }
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
      if term.language.primary == source.language.primary { continue }
      return doubts(
        (source.language, source.text), (term.language, term.text), asksIdentity: false)
    }
    return []
  }

  /// A text and its language.
  typealias Side = (language: LanguageTag, text: String)

  mutating func doubts(_ source: Side, _ target: Side, asksIdentity: Bool) -> [Doubt] {
    if asksIdentity, source.text.hasSameBytes(as: target.text) {
      return source.text.unicodeScalars.contains { $0.properties.isAlphabetic } ? [.identical] : []
    }
    guard let (here, there) = counts(source, target) else { return [] }
    let (wrong, right) = (here.second + there.first, here.first + there.second)
    if here.second > 0, there.first > 0, wrong >= 3, right * 4 <= wrong { return [.swapped] }
    let isForeign =
      isForeign(source, own: here.first, other: here.second, words: here.words)
      || isForeign(target, own: there.second, other: there.first, words: there.words)
    return isForeign ? [.language] : []
  }

  /// Whether a text without a function word of its language is surely in another one.
  private mutating func isForeign(_ side: Side, own: Int, other: Int, words: Int) -> Bool {
    guard own == 0, words >= 4 else { return false }
    if other >= 3, other * 4 >= words { return true }
    guard words >= 8 else { return false }
    let guess = LanguageGuess(of: side.text, using: &counter)
    let language = Language(side.language)
    guard let first = guess.ranking.first, first != language else { return false }
    return guess.isIn(first, ratherThan: language)
  }

  /// The function words of both texts; nil if nothing is known of the languages.
  private mutating func counts(
    _ source: Side, _ target: Side
  ) -> (LanguageSieve.Count, LanguageSieve.Count)? {
    if pair?.0 != source.language || pair?.1 != target.language {
      sieve = found(source.language, target.language)
      pair = (source.language, target.language)
    }
    // Asked in place: a copy of the sieve costs as much as a short text.
    guard let here = sieve?.count(source.text), let there = sieve?.count(target.text) else {
      return nil
    }
    return (here, there)
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
