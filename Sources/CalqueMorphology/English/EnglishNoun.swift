/// The plurals and singulars of English nouns, folded.
///
/// A form that no text has (*elections* as *electionses*) does no harm, so a noun in *-s* always
/// takes *-es*.
enum EnglishNoun {
  /// The plurals of a noun; the irregular nouns are irregular at the end of a compound, too.
  static func plurals(of word: String) -> [String] {
    var forms = [String]()
    for (singular, plural) in irregular where isCompound(word, of: singular) {
      forms.append(word.cut(singular.utf8.count) + plural)
    }
    if word == "man" || word.ends(in: "man") {
      forms.append(word.cut(2) + "en")
      if !inMan.contains(word) { return forms }
    }
    for ending in learned {
      if let form = ending.applied(to: word) { forms.append(form) }
    }
    if word.ends(in: "y"), !word.ends(in: "ay", "ey", "oy", "uy") {
      forms.append(word.cut(1) + "ies")
    } else if word.ends(in: "z"), !word.ends(in: "zz") {
      forms += [word + "es", word + "zes"]
    } else if word.ends(in: "s", "sh", "ch", "x", "z") {
      forms.append(word + "es")
    } else {
      forms.append(word + "s")
      if word.ends(in: "o") { forms.append(word + "es") }
    }
    return forms
  }

  /// The plural in a bare *-s*, where another ending is right: "wrenchs", "citys", "childs".
  static func misspeltPlural(of word: String) -> String? {
    let wrong = word + "s"
    return word.ends(in: "s") || word.utf8.count < 3 || plurals(of: word).contains(wrong)
      ? nil : wrong
  }

  /// The singulars of a plural.
  static func singulars(of word: String) -> [String] {
    var forms = [String]()
    for (singular, plural) in irregular where isCompound(word, of: plural) {
      forms.append(word.cut(plural.utf8.count) + singular)
    }
    if word == "men" || word.ends(in: "men") { return forms + [word.cut(2) + "an"] }
    for ending in learned {
      if let form = WordEnding(ending.to, ending.from).applied(to: word) { forms.append(form) }
    }
    guard word.ends(in: "s"), !word.ends(in: "ss", "us", "is") else { return forms }
    if word.ends(in: "ies"), word.utf8.count > 4 {
      forms.append(word.cut(3) + "y")
    } else if word.ends(in: "zzes") {
      forms += [word.cut(2), word.cut(3)]
    } else if word.ends(in: "sses", "shes", "ches", "xes", "zes", "oes") {
      forms.append(word.cut(2))
    } else {
      if word.ends(in: "ses") { forms.append(word.cut(2)) }
      forms.append(word.cut(1))
    }
    return forms
  }

  private static func isCompound(_ word: String, of part: String) -> Bool {
    guard word.hasSuffix(part) else { return false }
    let before = word.utf8.count - part.utf8.count
    return before == 0 || before >= 2 && part.utf8.count >= 4
  }

  /// Nouns in *-man* that are no compounds of *man*.
  private static let inMan: Set<String> = [
    "human", "german", "roman", "ottoman", "shaman", "talisman", "norman", "caiman",
  ]

  private static let irregular = [
    ("child", "children"), ("foot", "feet"), ("tooth", "teeth"), ("person", "people"),
    ("mouse", "mice"), ("goose", "geese"), ("life", "lives"), ("wife", "wives"),
    ("knife", "knives"), ("leaf", "leaves"), ("half", "halves"), ("wolf", "wolves"),
    ("thief", "thieves"), ("shelf", "shelves"), ("loaf", "loaves"), ("calf", "calves"),
    ("elf", "elves"), ("self", "selves"), ("scarf", "scarves"), ("hoof", "hooves"),
    ("criterion", "criteria"), ("phenomenon", "phenomena"), ("medium", "media"),
    ("ox", "oxen"), ("louse", "lice"), ("die", "dice"), ("corps", "corps"),
    ("series", "series"), ("species", "species"), ("aircraft", "aircraft"),
  ]

  /// The plurals that Latin and Greek nouns keep: *diagnoses*, *stimuli*, *referenda*, *indices*.
  private static let learned = [
    WordEnding("is", "es"), WordEnding("us", "i"), WordEnding("um", "a"), WordEnding("ex", "ices"),
    WordEnding("ix", "ices"),
  ]
}
