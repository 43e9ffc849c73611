/// The rules of French; each list has a file of its own in this folder.
package enum French: LanguageRules {
  package static let primary = "fr"
  package static var stemmer: Stemmer { .french }
}
