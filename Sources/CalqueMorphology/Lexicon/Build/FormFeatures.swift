/// The features of a form by the morphological fields of a Hunspell dictionary.
///
/// The fields are those of the French dictionary "classique": `po:nom`, `po:v1_it____a`, `po:ppas`,
/// `is:mas`, `is:inv`, and so on.
struct FormFeatures {
  /// The features of each part of speech that the form has; empty if the fields name none.
  let all: [WordFeatures]

  /// Reads the fields of a word and those of a suffix.
  init(_ fields: some Sequence<String>) {
    var speeches: [PartOfSpeech] = []
    var verb = WordFeatures.VerbForm.none
    var gender: WordFeatures.Gender = []
    var number: WordFeatures.Number = []
    var isVerb = false
    for field in fields {
      guard field.hasPrefix("po:") || field.hasPrefix("is:") else { continue }
      let value = String(field.dropFirst(3))
      switch value {
      case "nom", "loc.nom", "titr": speeches.append(.noun)
      case "adj", "loc.adj": speeches.append(.adjective)
      case "adv", "loc.adv", "negadv": speeches.append(.adverb)
      case "npr", "patr", "prn": speeches.append(.properNoun)
      case "infi": verb = .infinitive
      case "ppre": verb = .presentParticiple
      case "ppas": verb = .pastParticiple
      case "ipre", "spre", "iimp", "ipsi", "ifut", "cond", "simp", "impe": verb = .finite
      case "mas": gender.insert(.masculine)
      case "fem": gender.insert(.feminine)
      case "epi": gender.formUnion([.masculine, .feminine])
      case "sg", "1sg", "2sg", "3sg", "1isg", "1jsg": number.insert(.singular)
      case "pl", "1pl", "2pl", "3pl", "3pl!": number.insert(.plural)
      case "inv": number.formUnion([.singular, .plural])
      default:
        if value.hasPrefix("v0") || value.hasPrefix("v1") || value.hasPrefix("v2")
          || value.hasPrefix("v3") || value == "v" || value == "loc.verb"
        {
          isVerb = true
        } else if field.hasPrefix("po:") {
          speeches.append(.other)
        }
      }
    }
    if isVerb {
      // A participle is listed as an adjective as well: the verb's reading says more.
      all = [WordFeatures(.verb, verb: verb, gender: gender, number: number)]
    } else {
      var features = [WordFeatures]()
      for speech in speeches {
        let one = WordFeatures(speech, gender: gender, number: number)
        if !features.contains(one) { features.append(one) }
      }
      all = features
    }
  }
}
