extension French {
  package static let negation = Negation(
    [
      "ne", "n'", "pas", "jamais", "rien", "aucun", "aucune", "nul", "nulle", "ni", "sans", "non",
      "guere", "nullement",
    ],
    elided: ["n'": "ne"])
}
