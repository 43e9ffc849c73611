extension French {
  package static let articles: Set<String> = ["l'", "le", "la", "les"]

  package static let wordsBeforeVowels: Set<String> = [
    "de", "d'", "le", "la", "l'", "que", "qu'", "jusque", "jusqu'", "ce", "cet", "beau", "bel",
    "nouveau", "nouvel", "vieux", "vieil",
  ]
}
