/// What a language knows about full stops that end no sentence, and about words that begin one.
///
/// All words are without their last full stop and are compared exactly, then with a small first
/// letter, so that `art` covers `Art.` at the start of a line while `M` never covers `m.`.
package struct SentenceRules: Sendable {
  /// Always followed by what they belong to: titles, `cf.`, `p.`, `e.g.`.
  let leading: Set<String>
  /// Followed by a number, or else the end of a sentence: `h.`, `No.`, `nov.`, `art.`.
  let beforeNumber: Set<String>
  /// Inside or at the end: the sentence ends only before one of `openers`: `Inc.`, `Jr.`.
  let ambiguous: Set<String>
  /// Words that often open a sentence and seldom continue a name, written with a capital.
  let openers: Set<String>
  /// Elided words that open a sentence before an apostrophe: `L’`, `Qu’`.
  let elidedOpeners: Set<String>

  /// For languages without rules of their own: ICU's suppressions alone keep abbreviations whole.
  static let none = SentenceRules(
    leading: [], beforeNumber: [], ambiguous: [], openers: [], elidedOpeners: [])

  /// Whether the language has abbreviations of its own.
  var areKnown: Bool { !leading.isEmpty }

  /// Whether a set holds a word, exactly or with a small first letter.
  static func holds(_ set: Set<String>, _ word: String) -> Bool {
    if set.contains(word) { return true }
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return false }
    let rest = word.unicodeScalars.dropFirst()
    // A single capital is an initial, not an abbreviation that happens to stand first.
    guard !rest.isEmpty else { return false }
    return set.contains(first.properties.lowercaseMapping + String(String.UnicodeScalarView(rest)))
  }
}
