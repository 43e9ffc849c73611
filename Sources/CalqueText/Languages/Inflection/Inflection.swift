package import CalqueText

/// The ways in which a word of a text may differ from the word that a term is written with.
///
/// The recogniser generates the forms of a term's words instead of comparing stems: *danse* has the
/// form *danses* and never *dans*, *mai* never becomes *mais*. On annotated French and English this
/// finds as many inflected occurrences as light stems do and leaves most of their false hits out.
package struct Inflection: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The plural of a word written in the singular.
  package static let plural = Inflection(rawValue: 1)
  /// The singular of a word written in the plural.
  package static let singular = Inflection(rawValue: 2)
  /// The other gender, in both numbers.
  package static let gender = Inflection(rawValue: 4)
  /// The finite forms and participles of a verb written in the infinitive.
  package static let verb = Inflection(rawValue: 8)
  /// The same light stem; for verbs whose part of speech nobody stated.
  package static let stem = Inflection(rawValue: 16)
}

/// A form of a word, folded.
package struct InflectedForm: Hashable, Sendable {
  /// The form.
  package let text: String
  /// How it differs from the word.
  package let inflection: Inflection
  /// How many leading bytes of the folded word the form keeps with their accents.
  package let stable: Int

  package init(_ text: String, _ inflection: Inflection, stable: Int) {
    self.text = text
    self.inflection = inflection
    self.stable = stable
  }
}

extension Language {
  /// The forms of a folded word that differ from it, for those kinds of inflection.
  ///
  /// Folding takes the accent of a last *é* away; `endsInAcute` tells that it was there.
  package func forms(
    of word: String, endsInAcute: Bool = false, _ kinds: Inflection
  ) -> [InflectedForm] {
    guard !kinds.isEmpty, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    switch primary {
    case "fr": return FrenchInflection.forms(of: word, endsInAcute: endsInAcute, kinds)
    case "en": return EnglishInflection.forms(of: word, kinds)
    default: return []
    }
  }

  /// The folded articles that a term may be written with or without.
  package var articles: Set<String> {
    switch primary {
    case "fr": ["l'", "le", "la", "les"]
    case "en": ["the"]
    default: []
    }
  }
}

/// The end of a word, cut and replaced.
struct Ending {
  let from: String
  let to: String

  init(_ from: String, _ to: String) {
    self.from = from
    self.to = to
  }

  /// The word with its end replaced, where at least two letters stay before it.
  func applied(to word: String) -> String? {
    let (word, end) = (word.utf8, from.utf8)
    guard word.count >= end.count + 2, word.suffix(end.count).elementsEqual(end) else { return nil }
    return String(decoding: word.dropLast(end.count), as: UTF8.self) + to
  }
}

extension String {
  /// Whether the word ends in one of the listed ends.
  func ends(in ends: String...) -> Bool {
    ends.contains {
      utf8.count > $0.utf8.count && utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// The word without so many letters at its end.
  func cut(_ letters: Int) -> String { String(decoding: utf8.dropLast(letters), as: UTF8.self) }
}

/// How many leading bytes two words share.
func sharedPrefix(_ a: String, _ b: String) -> Int {
  zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
}
