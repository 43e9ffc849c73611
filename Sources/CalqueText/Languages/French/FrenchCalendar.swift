extension French {
  /// The words of French dates: `2 novembre 2023`, `1er mars`.
  package static let calendar = CalendarWords(
    months: [
      ["janvier", "janv"], ["fevrier", "fevr", "fev"], ["mars"], ["avril", "avr"], ["mai"],
      ["juin"], ["juillet", "juil"], ["aout"], ["septembre", "sept"], ["octobre", "oct"],
      ["novembre", "nov"], ["decembre", "dec"],
    ],
    days: [
      ["lundi"], ["mardi"], ["mercredi"], ["jeudi"], ["vendredi"], ["samedi"], ["dimanche"],
    ],
    ordinals: ["er", "e"],
    signsOfOtherDates: [
      "du", "des", "de", "d'", "depuis", "jusqu'au", "jusqu'a", "jusqu'", "avant", "apres", "ici",
      "fin", "debut",
    ],
    signsOfIssues: [
      "edition", "numero", "version", "article", "journal", "publication", "matin", "soir", "jour",
      "newsletter", "communique", "depeche",
    ])
}
