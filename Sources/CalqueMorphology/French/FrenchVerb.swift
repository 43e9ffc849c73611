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
      return first.map { stem + $0 } + firstBeforeA.map { soft + $0 } + changed(stem)
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

  // appeler: appelle, rejeter: rejette; payer: paie, employer: emploiera.
  private static func changed(_ stem: String) -> [String] {
    let weak: [String]
    if stem.ends(in: "el", "et"), let last = stem.utf8.last {
      weak = [stem + String(decoding: [last], as: UTF8.self)]
    } else if stem.ends(in: "ay", "oy", "uy") {
      weak = [stem.cut(1) + "i"]
    } else {
      return []
    }
    return weak.flatMap { weak in silent.map { weak + $0 } }
  }

  private static let silent = [
    "e", "es", "ent", "era", "eront", "erait", "eraient", "erai", "erons",
  ]
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
      "cueillir",
      "cueille cueillent cueilli cueillie cueillis cueillies cueillait cueillaient "
        + "cueillant cueillera cueilleront cueillerait cueilleraient cueillit cueillirent"),
    Model(
      "clure",
      "clut cluent clu clue clus clues cluait cluaient cluant clura cluront clurait "
        + "cluraient clurent"),
    Model(
      "prendre",
      "prend prends prennent pris prise prises prenait prenaient prenant prendra "
        + "prendront prendrait prendraient prit prirent prenons"),
    Model(
      "soudre",
      "sout solvent solu solue solus solues sous soute solvait solvaient solvant soudra "
        + "soudront soudrait soudraient solut solurent"),
    Model(
      "vaincre",
      "vainc vainquent vaincu vaincue vaincus vaincues vainquait vainquaient vainquant "
        + "vaincra vaincront vaincrait vaincraient vainquit vainquirent"),
    Model(
      "tenir",
      "tient tiens tiennent tenu tenue tenus tenues tenait tenaient tenant tiendra "
        + "tiendront tiendrait tiendraient tint tinrent tenons"),
    Model(
      "venir",
      "vient viens viennent venu venue venus venues venait venaient venant viendra "
        + "viendront viendrait viendraient vint vinrent venons"),
    Model(
      "mettre",
      "met mets mettent mis mise mises mettait mettaient mettant mettra mettront "
        + "mettrait mettraient mit mirent mettons"),
    Model(
      "faire",
      "fait fais font faite faits faites faisait faisaient faisant fera feront ferait "
        + "feraient fit firent faisons"),
    Model("traire", "trait traient traite traits traites trayait trayant traira trairont"),
    Model(
      "battre",
      "bat bats battent battu battue battus battues battait battaient battant battra "
        + "battront battit battirent"),
    Model(
      "rompre",
      "rompt romps rompent rompu rompue rompus rompues rompait rompaient rompant rompra "
        + "rompront rompit rompirent"),
    Model(
      "querir",
      "quiert quierent quis quise quises querait queraient querant querra querront "
        + "querrait querraient quit quirent"),
    Model(
      "courir",
      "court courent couru courue courus courues courait couraient courant courra "
        + "courront courrait courraient courut coururent"),
    Model(
      "ourir",
      "eurt eurent ort orte orts ortes ourait ouraient ourant ourra ourront ourut "
        + "oururent"),
    Model(
      "vrir",
      "vre vrent vert verte verts vertes vrait vraient vrant vrira vriront vrirait "
        + "vriraient vrit vrirent"),
    Model(
      "frir",
      "fre frent fert ferte ferts fertes frait fraient frant frira friront frirait "
        + "friraient frit frirent"),
    Model(
      "sentir",
      "sent sens sentent senti sentie sentis senties sentait sentaient sentant sentira "
        + "sentiront sentirait sentiraient sentit sentirent"),
    Model(
      "mentir",
      "ment mens mentent menti mentie mentis menties mentait mentaient mentant mentira "
        + "mentiront mentirait mentit mentirent"),
    Model(
      "sortir",
      "sort sors sortent sorti sortie sortis sorties sortait sortaient sortant sortira "
        + "sortiront sortirait sortit sortirent"),
    Model(
      "partir",
      "part pars partent parti partie partis parties partait partaient partant partira "
        + "partiront partirait partit partirent"),
    Model(
      "servir",
      "sert sers servent servi servie servis servies servait servaient servant servira "
        + "serviront servirait servit servirent"),
    Model(
      "dormir",
      "dort dorment dormi dormait dormaient dormant dormira dormiront dormit dormirent"),
    Model(
      "cevoir",
      "coit coivent cu cue cus cues cevait cevaient cevant cevra cevront cevrait "
        + "cevraient cut curent"),
    Model(
      "devoir",
      "doit doivent du due dus dues devait devaient devant devra devront devrait "
        + "devraient dut durent"),
    Model(
      "savoir",
      "sait savent su sue sus sues savait savaient sachant saura sauront saurait "
        + "sauraient sut surent"),
    Model(
      "pouvoir",
      "peut peuvent pu pouvait pouvaient pouvant pourra pourront pourrait pourraient "
        + "put purent"),
    Model(
      "vouloir",
      "veut veulent voulu voulue voulus voulues voulait voulaient voulant voudra "
        + "voudront voudrait voudraient voulut voulurent"),
    Model(
      "valoir",
      "vaut valent valu value valait valaient valant vaudra vaudront vaudrait valut "
        + "valurent"),
    Model(
      "dire",
      "dit dis disent dite dits dites disait disaient disant dira diront dirait "
        + "diraient dirent"),
    Model(
      "crire",
      "crit crivent crite crits crites crivait crivaient crivant crira criront crirait "
        + "criraient crivit crivirent"),
    Model(
      "lire",
      "lit lisent lu lue lus lues lisait lisaient lisant lira liront lirait liraient "
        + "lut lurent"),
    Model(
      "uire",
      "uit uisent uite uits uites uisait uisaient uisant uira uiront uirait uiraient "
        + "uisit uisirent"),
    Model("rire", "rit rient ri riait riaient riant rira riront rirait rirent"),
    Model(
      "suivre",
      "suit suivent suivi suivie suivis suivies suivait suivaient suivant suivra "
        + "suivront suivrait suivraient suivit suivirent"),
    Model(
      "vivre",
      "vit vivent vecu vecue vecus vecues vivait vivaient vivant vivra vivront vivrait "
        + "vivraient vecut vecurent"),
    Model(
      "croire",
      "croit croient cru crue crus crues croyait croyaient croyant croira croiront "
        + "croirait croiraient crut crurent"),
    Model(
      "naitre",
      "nait naissent ne nee nes nees naissait naissaient naissant naitra naitront "
        + "naquit naquirent"),
    Model(
      "aitre",
      "ait aissent u ue us ues aissait aissaient aissant aitra aitront aitrait "
        + "aitraient ut urent"),
    Model("oitre", "oit oissent u ue us ues oissait oissaient oissant oitra oitront ut urent"),
    Model(
      "aindre",
      "aint aignent ainte aints aintes aignait aignaient aignant aindra aindront "
        + "aindrait aindraient aignit aignirent"),
    Model(
      "eindre",
      "eint eignent einte eints eintes eignait eignaient eignant eindra eindront "
        + "eindrait eindraient eignit eignirent"),
    Model(
      "oindre",
      "oint oignent ointe oints ointes oignait oignaient oignant oindra oindront "
        + "oindrait oindraient oignit oignirent"),
    Model(
      "envoyer",
      "envoie envoient envoyee envoyees envoyes envoyait envoyaient envoyant enverra "
        + "enverront enverrait enverraient envoya envoyerent"),
    Model(
      "aller",
      "va vont alle allee alles allait allaient allant ira iront irait iraient alla "
        + "allerent"),
    Model(
      "avoir",
      "a ont eu eue eus eues avait avaient ayant aura auront aurait auraient eut eurent"),
    Model(
      "voir",
      "voit vois voient vu vue vus vues voyait voyaient voyant verra verront verrait "
        + "vit virent"),
    Model("etre", "est sont ete etait etaient etant sera seront serait seraient fut furent"),
  ]
}
