extension English {
  package static func forms(
    of word: String, endsInAcute: Bool, _ kinds: Inflection
  ) -> [InflectedForm] {
    EnglishInflection.forms(of: word, kinds)
  }
}

/// The forms of English words, by rules and short lists of irregular words.
enum EnglishInflection {
  static func forms(of word: String, _ kinds: Inflection) -> [InflectedForm] {
    guard word.utf8.count >= 3, !closed.contains(word) else { return [] }
    var forms = [InflectedForm]()
    func add(_ form: String, _ inflection: Inflection) {
      guard form != word, !forms.contains(where: { $0.text == form }) else { return }
      forms.append(InflectedForm(form, inflection, stable: sharedPrefix(word, form)))
    }
    if kinds.contains(.plural) { plurals(of: word).forEach { add($0, .plural) } }
    if kinds.contains(.singular) { singulars(of: word).forEach { add($0, .singular) } }
    if kinds.contains(.verb) { verbForms(of: word).forEach { add($0, .verb) } }
    return forms
  }

  private static let closed: Set<String> = [
    "the", "and", "for", "his", "its", "this", "was", "has", "with", "from", "that", "not", "her",
    "our", "your", "their", "are", "but", "into", "over", "under",
  ]

  private static let irregularPlurals = [
    "child": "children", "foot": "feet", "tooth": "teeth", "person": "people", "mouse": "mice",
    "goose": "geese", "life": "lives", "wife": "wives", "knife": "knives", "leaf": "leaves",
    "half": "halves", "wolf": "wolves", "thief": "thieves", "shelf": "shelves", "loaf": "loaves",
    "calf": "calves", "crisis": "crises", "analysis": "analyses", "basis": "bases",
    "thesis": "theses", "hypothesis": "hypotheses", "criterion": "criteria", "index": "indices",
    "phenomenon": "phenomena", "medium": "media", "matrix": "matrices", "bus": "buses",
    "referendum": "referenda",
  ]
  private static let irregularSingulars = Dictionary(
    irregularPlurals.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

  private static func plurals(of word: String) -> [String] {
    var forms = [String]()
    if let form = irregularPlurals[word] { forms.append(form) }
    if word.ends(in: "man") { return [word.cut(2) + "en"] }
    if word == "man" { return ["men"] }
    if word.ends(in: "s"), !word.ends(in: "ss", "us", "is") { return forms }
    if word.ends(in: "y"), !word.ends(in: "ay", "ey", "oy", "uy") {
      forms.append(word.cut(1) + "ies")
    } else if word.ends(in: "s", "sh", "ch", "x", "z") {
      forms.append(word + "es")
    } else {
      forms.append(word + "s")
      if word.ends(in: "o") { forms.append(word + "es") }
    }
    return forms
  }

  private static func singulars(of word: String) -> [String] {
    var forms = [String]()
    if let form = irregularSingulars[word] { forms.append(form) }
    if word.ends(in: "men") { return [word.cut(2) + "an"] }
    if word == "men" { return ["man"] }
    guard word.ends(in: "s"), !word.ends(in: "ss", "us", "is") else { return forms }
    if word.ends(in: "ies"), word.utf8.count > 4 {
      forms.append(word.cut(3) + "y")
    } else if word.ends(in: "sses", "shes", "ches", "xes", "zes", "oes") {
      forms.append(word.cut(2))
    } else {
      forms.append(word.cut(1))
    }
    return forms
  }

  private static func verbForms(of word: String) -> [String] {
    var forms = [String]()
    if word.ends(in: "s", "sh", "ch", "x", "z", "o") {
      forms.append(word + "es")
    } else if word.ends(in: "y"), !word.ends(in: "ay", "ey", "oy", "uy") {
      forms += [word.cut(1) + "ies", word.cut(1) + "ied"]
    } else {
      forms.append(word + "s")
    }
    if word.ends(in: "e"), !word.ends(in: "ee") {
      forms += [word + "d", word.cut(1) + "ing"]
    } else {
      forms += [word + "ed", word + "ing"]
      if let last = word.utf8.last, word.ends(in: "ag", "an", "at", "et", "ip", "op", "ug", "ut") {
        let doubled = word + String(decoding: [last], as: UTF8.self)
        forms += [doubled + "ed", doubled + "ing"]
      }
    }
    return forms + (irregularPasts[word] ?? [])
  }

  private static let irregularPasts = [
    "take": ["took", "taken"], "make": ["made"], "hold": ["held"], "give": ["gave", "given"],
    "come": ["came"], "become": ["became"], "bring": ["brought"], "build": ["built"],
    "break": ["broke", "broken"], "buy": ["bought"], "catch": ["caught"],
    "choose": ["chose", "chosen"], "draw": ["drew", "drawn"], "fall": ["fell", "fallen"],
    "fight": ["fought"], "find": ["found"], "get": ["got", "gotten"], "go": ["went", "gone"],
    "grow": ["grew", "grown"], "have": ["had", "has"], "keep": ["kept"], "lay": ["laid"],
    "lead": ["led"], "leave": ["left"], "lose": ["lost"], "meet": ["met"], "pay": ["paid"],
    "raise": ["raised"], "rise": ["rose", "risen"], "run": ["ran", "running"], "say": ["said"],
    "see": ["saw", "seen"], "seek": ["sought"], "sell": ["sold"], "send": ["sent"],
    "speak": ["spoke", "spoken"], "spend": ["spent"], "stand": ["stood"], "strike": ["struck"],
    "tell": ["told"], "think": ["thought"], "throw": ["threw", "thrown"],
    "win": ["won", "winning"], "withdraw": ["withdrew", "withdrawn"],
    "write": ["wrote", "written"],
  ]
}
