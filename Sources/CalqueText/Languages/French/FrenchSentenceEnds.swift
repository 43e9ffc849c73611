extension French {
  /// French abbreviations that the press and the law use, and sentence openers.
  package static let sentences = SentenceRules(
    leading: [
      "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Mgrs", "Me", "Mes", "Dr", "Dre", "Drs",
      "Dres", "Pr", "Pre", "Prs", "Prof", "Vve", "St", "Ste", "Sts", "Stes", "Mr", "Mrs", "Ms",
      "gén", "lieut", "cdt", "cmdt", "cne", "sgt", "brig", "prés", "sén", "dép", "min", "amb",
      "insp", "cf", "c.-à-d", "p.ex", "vs", "v", "av", "apr", "ap", "bd", "boul", "pl", "imp",
      "rte", "chem", "fbg", "trad", "réf", "resp",
    ],
    beforeNumber: [
      "art", "al", "chap", "ch", "éd", "fig", "h", "mn", "n", "no", "nos", "nº", "par", "s",
      "sect", "t", "tome", "vol", "ann", "paragr", "tab", "pt", "janv", "févr", "fév", "avr",
      "juil", "sept", "oct", "nov", "déc", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "L",
      "R", "D", "C", "LO", "livr", "liv", "tit", "env", "max", "ibid", "vers", "loc", "coll",
    ],
    ambiguous: [
      "Inc", "Ltd", "Corp", "Co", "Jr", "Sr", "Bros", "Cie", "p", "pp", "arr", "adj", "tél", "sq",
      "sqq", "col", "cap", "maj", "adjt", "lt", "cdr", "cpl", "suiv", "dir",
    ],
    openers: [
      "Le", "La", "Les", "Un", "Une", "Des", "Du", "De", "Il", "Elle", "Ils", "Elles", "On",
      "Nous", "Vous", "Je", "Tu", "Ce", "Cet", "Cette", "Ces", "Cela", "Ceci", "Ceux", "Celui",
      "Celle", "Celles", "Son", "Sa", "Ses", "Leur", "Leurs", "Mon", "Ma", "Mes", "Notre", "Nos",
      "Votre", "Vos", "Mais", "Et", "Ou", "Or", "Donc", "Car", "Ni", "En", "Au", "Aux", "À", "A",
      "Dans", "Pour", "Par", "Sur", "Sous", "Avec", "Sans", "Selon", "Après", "Avant", "Depuis",
      "Pendant", "Dès", "Entre", "Vers", "Chez", "Contre", "Malgré", "Parmi", "Si", "Quand",
      "Lorsque", "Comme", "Que", "Qui", "Quoi", "Quel", "Quelle", "Quels", "Quelles", "Pourquoi",
      "Comment", "Combien", "Où", "Tout", "Tous", "Toute", "Toutes", "Plusieurs", "Certains",
      "Certaines", "Chaque", "Aucun", "Aucune", "Quelques", "Ainsi", "Cependant", "Toutefois",
      "Néanmoins", "Pourtant", "Enfin", "Ensuite", "Puis", "Alors", "Aujourd", "Hier", "Demain",
      "Ici", "Là", "Voici", "Voilà", "Rien", "Personne", "Non", "Oui", "Plus", "Très", "Trop",
      "Deux", "Trois", "Quatre", "Cinq", "Six", "Dix", "Ne", "Se", "Ça", "Aussi", "Même", "Bien",
    ],
    elidedOpeners: [
      "L", "D", "C", "J", "N", "S", "M", "T", "Ç", "Qu", "Lorsqu", "Puisqu", "Jusqu", "Quoiqu",
      "Aujourd", "Quelqu",
    ],
    codeLetters: ["L", "R", "D", "A", "C", "LO", "LP", "N", "O"],
    eras: ["J.-C", "J.C"], eraPrepositions: ["av", "apr", "ap", "avant", "après"])
}
