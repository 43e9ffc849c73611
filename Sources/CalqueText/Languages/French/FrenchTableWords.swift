extension French {
  package static var tableWords: TableWords {
    TableWords(
      fields: [
        .note: [
          "note", "notes", "commentaire", "commentaires", "remarque", "remarques", "observation",
          "observations", "precision", "precisions", "notes d'usage", "note d'usage",
        ],
        .domain: [
          "domaine", "domaines", "sujet", "theme", "themes", "thematique", "rubrique", "categorie",
          "champ", "cat",
        ],
        .definition: ["definition", "definitions", "sens", "def"],
        .status: ["statut", "etat", "usage"],
        .forbidden: ["interdit", "interdits", "a eviter", "proscrit"],
        .gender: ["genre"],
        .partOfSpeech: [
          "categorie grammaticale", "classe grammaticale", "nature", "classe", "cat. gram.",
        ],
        .example: [
          "exemple", "exemples", "contexte", "contextes", "phrase", "exemple d'emploi",
          "exemple d'usage",
        ],
        .identifier: [
          "id", "n°", "nº", "no", "no.", "nr", "num", "numero", "identifiant", "ref", "reference",
        ],
      ],
      source: ["source", "terme", "texte source", "segment source"],
      target: [
        "cible", "traduction", "equivalent", "texte cible", "segment cible", "equivalence",
      ],
      beside: ["terme", "termes", "texte", "segment", "mot", "expression", "libelle"],
      prepositions: ["en", "de", "du", "pour", "le", "la"],
      preferred: ["prefere", "preferee", "privilegie", "recommande", "valide", "officiel"],
      admitted: ["admis", "admise", "accepte", "acceptee", "tolere", "toleree", "possible"],
      forbidden: [
        "interdit", "interdite", "a eviter", "eviter", "proscrit", "proscrite", "deconseille",
        "deconseillee", "a proscrire",
      ],
      candidates: ["candidat", "propose", "a revoir"],
      refused: ["rejeter", "rejete", "rejetee", "refuse", "refusee", "ecarte", "ecarter", "non"],
      yes: ["oui", "vrai", "o", "interdit", "a eviter", "proscrit"])
  }
}

extension French {
  /// The forms that a folded adjective can have in the masculine: *anglais* of *anglaise*.
  static func masculines(of word: String) -> [String] {
    guard word.hasSuffix("e") else { return [] }
    let short = String(word.dropLast())
    return word.hasSuffix("nne") ? [short, String(word.dropLast(2))] : [short]
  }
}
