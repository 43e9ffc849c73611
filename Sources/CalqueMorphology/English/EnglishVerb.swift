/// The forms of English verbs, folded: the third person, the past, both participles.
enum EnglishVerb {
  static func forms(of word: String) -> [String] {
    // *be* has no regular form at all.
    if word == "be" { return irregularForms(of: word) }
    var forms = [thirdPerson(of: word)]
    if word.ends(in: "y"), !isVowel(word, before: 1) {
      forms += [word.cut(1) + "ied", word + "ing"]
    } else if word.ends(in: "ie") {
      forms += [word + "d", word.cut(2) + "ying"]
    } else if word.ends(in: "ee", "oe", "ye") {
      forms += [word + "d", word + "ing"]
    } else if word.ends(in: "e") {
      forms += [word + "d", word.cut(1) + "ing"]
    } else if word.ends(in: "c") {
      forms += [word + "ked", word + "king"]
    } else {
      let doubling = doubling(of: word)
      if doubling != .always { forms += [word + "ed", word + "ing"] }
      if doubling != .never, let last = word.utf8.last {
        let doubled = word + String(decoding: [last], as: UTF8.self)
        forms += [doubled + "ed", doubled + "ing"]
      }
    }
    return forms + irregularForms(of: word)
  }

  private static func thirdPerson(of word: String) -> String {
    if word.ends(in: "s", "sh", "ch", "x", "z", "o") { return word + "es" }
    if word.ends(in: "y"), !isVowel(word, before: 1) { return word.cut(1) + "ies" }
    return word + "s"
  }

  private enum Doubling { case never, possible, always }

  // A consonant behind one short vowel doubles: always in a word of one syllable (*stopped*), in a
  // longer one if the last syllable is stressed (*committed*), which letters do not show, or by
  // British spelling (*travelled*).
  private static func doubling(of word: String) -> Doubling {
    guard let last = word.utf8.last, "bdfgklmnprt".utf8.contains(last),
      isVowel(word, before: 1), !isVowel(word, before: 2) || word.ends(in: "quit", "quip")
    else { return .never }
    let vowels = word.utf8.count { "aeiouy".utf8.contains($0) }
    return vowels == 1 || word.utf8.count <= 4 && !isVowel(word, before: 3) ? .always : .possible
  }

  /// Whether the letter at a distance from the last one is a vowel.
  private static func isVowel(_ word: String, before: Int) -> Bool {
    guard let letter = word.utf8.dropLast(before).last else { return false }
    return "aeiou".utf8.contains(letter)
  }

  private static func irregularForms(of word: String) -> [String] {
    if let forms = EnglishIrregularVerbs.forms[word] { return forms }
    for prefix in prefixes where word.hasPrefix(prefix) {
      let rest = String(word.dropFirst(prefix.utf8.count))
      if let forms = EnglishIrregularVerbs.forms[rest] { return forms.map { prefix + $0 } }
    }
    return []
  }

  private static let prefixes = [
    "over", "under", "with", "mis", "re", "up", "fore", "for", "out", "un", "inter",
  ]
}
