import CalqueText

/// The forms of French words, by rules: plurals, genders, and the verbs of phrases.
///
/// The words are folded, so *é* and *e* are one letter here. `InflectedForm.stable` says how far
/// the accents of the text must agree with those of the term.
enum FrenchInflection: MorphologyRules {
  static var language: Language { .french }
  static let canHaveLexicon = true

  static func forms(
    of word: String, endsInAcute: Bool, _ kinds: Inflection
  ) -> [InflectedForm] {
    let letters = word.utf8.count
    guard letters >= 3 || shortParts.contains(word), !closed.contains(word)
    else { return [] }
    var forms = [InflectedForm]()
    func add(_ form: String, _ inflection: Inflection, unstable: Int = 0) {
      guard form != word, !closed.contains(form), !forms.contains(where: { $0.text == form }) else {
        return
      }
      let shared = min(sharedPrefix(word, form), letters - unstable)
      forms.append(InflectedForm(form, inflection, stable: shared))
    }
    if kinds.contains(.plural) { plurals(of: word).forEach { add($0, .plural) } }
    let singulars = singulars(of: word)
    if kinds.contains(.singular) { singulars.forEach { add($0, .singular) } }
    if kinds.contains(.gender) {
      for base in [word] + singulars {
        for other in otherGender(of: base, endsInAcute: endsInAcute) {
          add(other, .gender, unstable: word.utf8.count - base.utf8.count + 2)
          for form in plurals(of: other) {
            add(form, .gender, unstable: word.utf8.count - base.utf8.count + 2)
          }
        }
      }
    }
    if kinds.contains(.verb) {
      // acheter, achète: the vowel before the ending changes its accent.
      FrenchVerb.forms(of: word).forEach { add($0, .verb, unstable: min(letters, 4)) }
    }
    return forms
  }

  /// The words that are never a form of another word: *mais* of *mai*, *dans* of *dan*.
  private static let closed: Set<String> = [
    "mais", "dans", "plus", "pas", "vers", "lors", "des", "les", "ses", "mes", "tes", "nos", "vos",
    "sous", "sans", "fois", "puis", "sont", "sera", "ont", "eux", "ceux", "deux", "ces", "dont",
    "tous", "toute", "toutes", "bas", "une", "elle", "elles", "leurs", "par", "pour", "sur", "avec",
    "est", "son", "ton", "mon", "que", "qui", "fils", "cours", "sommes", "sens", "quelle",
    "quelles",
  ]

  /// The last parts of compounds, of two letters, that take a plural: *start-ups*.
  private static let shortParts: Set<String> = ["up", "in"]

  /// The plurals that no ending tells; a lexicon lists them as words of their own.
  private static let irregularPlurals = [
    "oeil": "yeux", "ciel": "cieux", "aieul": "aieux", "bonhomme": "bonshommes",
    "gentilhomme": "gentilshommes", "monsieur": "messieurs", "madame": "mesdames",
    "mademoiselle": "mesdemoiselles",
  ]

  private static let irregularFeminines = ["chef": "cheffe", "favori": "favorite"]

  /// The forms that a lexicon lists as words of their own or not at all: irregular plurals, and the
  /// feminines that the press has taken up (*cheffe*, *rapporteure*).
  static func supplements(of word: String, _ kinds: Inflection) -> [InflectedForm] {
    var forms = [InflectedForm]()
    if kinds.contains(.plural), let plural = irregularPlurals[word] {
      forms.append(InflectedForm(plural, .plural, stable: sharedPrefix(word, plural)))
    }
    guard kinds.contains(.gender) else { return forms }
    let feminine = irregularFeminines[word] ?? (word.ends(in: "eur") ? word + "e" : nil)
    for form in feminine.map({ [$0, $0 + "s"] }) ?? [] {
      forms.append(InflectedForm(form, .gender, stable: word.utf8.count))
    }
    return forms
  }

  private static let pluralInX: Set<String> = [
    "bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou",
  ]
  private static let ailToAux: Set<String> = [
    "travail", "vitrail", "bail", "corail", "email", "soupirail", "vantail",
  ]

  private static func plurals(of word: String) -> [String] {
    if word.ends(in: "s", "x", "z") { return [] }
    var forms = [word + "s"]
    if let form = irregularPlurals[word] { forms.append(form) }
    if word.ends(in: "au", "eu") || pluralInX.contains(word) { forms.append(word + "x") }
    if word.ends(in: "al") { forms.append(word.cut(1) + "ux") }
    if ailToAux.contains(word) { forms.append(word.cut(2) + "ux") }
    return forms
  }

  private static func singulars(of word: String) -> [String] {
    guard word.utf8.count >= 4 else { return [] }
    var forms = [String]()
    if word.ends(in: "s"), !word.ends(in: "ss") { forms.append(word.cut(1)) }
    if word.ends(in: "aux", "eux") || pluralInX.contains(word.cut(1)) { forms.append(word.cut(1)) }
    if word.ends(in: "aux"), !word.ends(in: "eaux") {
      forms.append(word.cut(2) + "l")
      let ail = word.cut(2) + "il"
      if ailToAux.contains(ail) { forms.append(ail) }
    }
    return forms
  }

  private static func otherGender(of word: String, endsInAcute: Bool) -> [String] {
    var forms = toFeminine.compactMap { $0.applied(to: word) }
    if endsInAcute || !word.ends(in: "e", "s", "x") || word.ends(in: "ais", "ois", "is", "us") {
      forms.append(word + "e")
    }
    forms += toFeminine.compactMap { WordEnding($0.to, $0.from).applied(to: word) }
    // élue, élu; déléguée, délégué: the masculine of a feminine in -e lacks the -e.
    if word.ends(in: "e"), word.utf8.count >= 4 { forms.append(word.cut(1)) }
    return forms
  }

  private static let toFeminine: [WordEnding] = [
    WordEnding("eau", "elle"), WordEnding("er", "ere"), WordEnding("eux", "euse"),
    WordEnding("f", "ve"),
    WordEnding("el", "elle"), WordEnding("eil", "eille"), WordEnding("en", "enne"),
    WordEnding("on", "onne"),
    WordEnding("et", "ette"), WordEnding("c", "que"), WordEnding("anc", "anche"),
    WordEnding("teur", "trice"),
    WordEnding("eur", "euse"), WordEnding("ng", "ngue"), WordEnding("os", "osse"),
    WordEnding("as", "asse"),
    WordEnding("oux", "ouce"), WordEnding("el", "elles"), WordEnding("grec", "grecque"),
    WordEnding("ori", "orite"), WordEnding("ul", "ulle"), WordEnding("til", "tille"),
    WordEnding("san", "sanne"), WordEnding("ieux", "ieille"), WordEnding("aux", "ausse"),
    WordEnding("ef", "effe"), WordEnding("eur", "eure"),
  ]
}
