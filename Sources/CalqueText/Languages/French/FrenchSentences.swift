extension French {
  /// French abbreviations that the press and the law use, and sentence openers.
  package static let sentences = SentenceRules(
    leading: [
      "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Me", "Dr", "Drs", "Pr", "Prof", "Vve",
      "Cie", "St", "Ste", "Mr", "Mrs", "Ms", "gén", "lieut", "cf", "p", "pp", "c.-à-d", "p.ex",
      "vs", "v", "av", "bd", "boul", "arr", "adj", "trad", "réf", "tél", "sq", "prés", "resp",
    ],
    beforeNumber: [
      "art", "al", "chap", "ch", "éd", "fig", "h", "min", "n", "no", "nos", "nº", "par", "s",
      "sect", "t", "tome", "vol", "ann", "paragr", "tab", "pt", "janv", "févr", "fév", "avr",
      "juil", "sept", "oct", "nov", "déc", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "L",
      "R", "D",
    ],
    ambiguous: ["Inc", "Ltd", "Corp", "Co", "Jr", "Sr", "Bros"],
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
    ])
}
