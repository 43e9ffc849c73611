/// The forms of French verbs that news uses, above all third persons and participles, folded.
enum FrenchVerb {
  /// The forms of a folded infinitive; empty if the word does not look like an infinitive.
  static func forms(of infinitive: String) -> [String] {
    for model in irregular where infinitive.utf8.count >= model.ending.utf8.count {
      guard infinitive.utf8.suffix(model.ending.utf8.count).elementsEqual(model.ending.utf8) else {
        continue
      }
      let stem = infinitive.cut(model.ending.utf8.count)
      return model.forms.map { stem + $0 }
    }
    guard infinitive.utf8.count >= 5 else { return [] }
    if infinitive.ends(in: "er") {
      let stem = infinitive.cut(2)
      // lancer: lançait folds to lancait; manger: mangeait keeps the e.
      let soft = stem.ends(in: "g") ? stem + "e" : stem
      return first.map { stem + $0 } + firstBeforeA.map { soft + $0 }
    }
    if infinitive.ends(in: "ir") {
      let stem = infinitive.cut(1)
      return second.map { stem + $0 }
    }
    if infinitive.ends(in: "re") {
      let stem = infinitive.cut(2)
      return third.map { stem + $0 }
    }
    return []
  }

  private static let first = [
    "e", "es", "ent", "ez", "ee", "ees", "era", "eront", "erait", "eraient", "erent",
  ]
  private static let firstBeforeA = ["a", "ait", "aient", "ant", "ons"]
  private static let second = [
    "", "e", "es", "s", "t", "ssent", "ssait", "ssaient", "ssant", "ra", "ront", "rait", "raient",
    "rent", "ssons",
  ]
  private static let third = [
    "", "s", "ent", "ait", "aient", "ant", "u", "ue", "us", "ues", "ra", "ront", "rait", "raient",
    "it", "irent", "ons",
  ]

  private struct Model {
    let ending: String
    let forms: [String]

    init(_ ending: String, _ forms: String) {
      self.ending = ending
      self.forms = forms.utf8.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  // The first ending that fits decides: reprendre and comprendre have the forms of prendre.
  private static let irregular: [Model] = [
    Model(
      "prendre",
      "prend prends prennent pris prise prises prenait prenaient prenant prendra prendront "
        + "prendrait prendraient prit prirent prenons"),
    Model(
      "tenir",
      "tient tiens tiennent tenu tenue tenus tenues tenait tenaient tenant tiendra tiendront "
        + "tiendrait tiendraient tint tinrent tenons"),
    Model(
      "venir",
      "vient viens viennent venu venue venus venues venait venaient venant viendra viendront "
        + "viendrait viendraient vint vinrent venons"),
    Model(
      "mettre",
      "met mets mettent mis mise mises mettait mettaient mettant mettra mettront mettrait "
        + "mettraient mit mirent mettons"),
    Model(
      "faire",
      "fait fais font faite faits faites faisait faisaient faisant fera feront ferait feraient "
        + "fit firent faisons"),
    Model(
      "battre", "bat bats battent battu battue battus battues battait battaient battant battra"),
    Model(
      "rompre", "rompt romps rompent rompu rompue rompus rompues rompait rompaient rompant rompra"),
    Model(
      "ouvrir",
      "ouvre ouvrent ouvert ouverte ouverts ouvertes ouvrait ouvraient ouvrant ouvrira ouvriront"),
    Model(
      "courir", "court courent couru courue courait couraient courant courra courront"),
    Model(
      "sortir", "sort sors sortent sorti sortie sortis sorties sortait sortaient sortant sortira"),
    Model(
      "partir", "part pars partent parti partie partis parties partait partaient partant partira"),
    Model(
      "voir", "voit vois voient vu vue vus vues voyait voyaient voyant verra verront vit virent"),
    Model(
      "dire", "dit dis disent dite dits dites disait disaient disant dira diront dirait dirent"),
    Model(
      "duire",
      "duit duis duisent duite duits duites duisait duisaient duisant duira duiront duisit"),
    Model("aller", "va vont alle allee alles allait allaient allant ira iront irait iraient alla"),
    Model(
      "avoir", "a ont eu eue eus eues avait avaient ayant aura auront aurait auraient eut eurent"),
    Model(
      "etre", "est sont ete etait etaient etant sera seront serait seraient fut furent"),
  ]
}
