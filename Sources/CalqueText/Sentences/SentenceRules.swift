/// A language's abbreviations, whose full stops may end no sentence, and words that open sentences.
///
/// All words lack their last full stop. They are compared exactly, then with a small first letter:
/// `art` covers `Art.` at the start of a line, but `M` never covers `m.`.
package struct SentenceRules: Sendable {
  /// Abbreviations that never end a sentence: titles, `cf.`, `e.g.`.
  let leading: Set<String>
  /// Abbreviations that end a sentence unless a number follows: `h.`, `No.`, `nov.`, `art.`.
  let beforeNumber: Set<String>
  /// Abbreviations that end a sentence only before one of `openers`: `Inc.`, `Cie.`, `le col.`.
  let ambiguous: Set<String>
  /// Words that often open a sentence and seldom continue a name, written with a capital.
  let openers: Set<String>
  /// Elided words that open a sentence before an apostrophe: `L’`, `Qu’`.
  let elidedOpeners: Set<String>
  /// The letters of a code's articles: `art. R. 412-6`.
  var codeLetters: Set<String> = []
  /// Initials that tell a time and end a sentence before a capital: `p.m`.
  var times: Set<String> = []
  /// Initials of an era, behind one of `eraPrepositions`: `J.-C` behind `av.`.
  var eras: Set<String> = []
  /// The words before an era, without a full stop: `av`, `apr`.
  var eraPrepositions: Set<String> = []
  /// Words with a capital that continue a time: `Monday`, `EST`.
  var timeFollowers: Set<String> = []
  /// Whether a dash behind a full stop opens another speaker's turn, as in French.
  var dashOpensSpeech = true
  /// The words that attribute a quotation to a speaker.
  var attribution = AttributionWords.none

  /// The rules of other languages, where ICU's own lists keep abbreviations whole.
  static let none = SentenceRules(
    leading: [], beforeNumber: [], ambiguous: [], openers: [], elidedOpeners: [])

  /// Whether the language has abbreviations of its own.
  var areKnown: Bool { !leading.isEmpty }

  /// Whether a set holds a word, exactly or with a small first letter.
  static func holds(_ set: Set<String>, _ word: String) -> Bool {
    if set.contains(word) { return true }
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    let rest = word.unicodeScalars.dropFirst()
    // A single capital is an initial, not an abbreviation at the start of a sentence.
    guard !rest.isEmpty else { return false }
    return set.contains(first.properties.lowercaseMapping + String(String.UnicodeScalarView(rest)))
  }
}
