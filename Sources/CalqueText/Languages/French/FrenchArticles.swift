extension French {
  package static let articles: Set<String> = ["l'", "le", "la", "les"]
}
