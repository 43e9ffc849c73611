extension English {
  package static let articles: Set<String> = ["the"]
}
