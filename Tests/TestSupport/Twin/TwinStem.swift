/// The light stems that group the forms of a word into one class.
package enum TwinStem {
  package static func of(_ word: String, language: String) -> String {
    let letters = Array(word.unicodeScalars)
    let stem =
      switch language {
      case "fr": french(letters)
      case "en": english(letters)
      default: letters
      }
    return TwinFolding.string(stem)
  }

  private static func french(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if word.count >= 6, word.ends("aux") { return word.dropLast(3) + ["a", "l"] }
    if word.count >= 6, word.ends("se") { return word.dropLast(2) }
    if word.count >= 7, word.ends("ses") { return word.dropLast(3) }
    var stem = word
    if stem.count >= 3, stem.ends("s") || stem.ends("x") { stem.removeLast() }
    guard stem.count >= 6 else { return stem }
    if stem.ends("ere") { stem.removeLast() }
    for letter in ["r", "e", "e"] where stem.ends(letter) { stem.removeLast() }
    if let last = stem.last, stem.dropLast().last == last { stem.removeLast() }
    return stem
  }

  /// Harman's S-stemmer: the first rule that applies is the only one.
  private static func english(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.count >= 4 else { return word }
    if word.ends("ies"), !word.ends("eies"), !word.ends("aies") { return word.dropLast(3) + ["y"] }
    if word.ends("es"), !word.ends("aes"), !word.ends("ees"), !word.ends("oes") {
      return word.dropLast()
    }
    if word.ends("s"), !word.ends("us"), !word.ends("ss") { return word.dropLast() }
    return word
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(_ ending: String) -> Bool {
    suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
  }
}
