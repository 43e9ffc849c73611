extension English {
  package static let articles: Set<String> = ["the"]

  package static let wordsBeforeVowels: Set<String> = ["a", "an"]
}
