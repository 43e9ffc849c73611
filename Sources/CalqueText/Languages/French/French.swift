/// What Calque knows of French: a file beside this one for each list.
package enum French: LanguageRules {
  package static let primary = "fr"
  package static var stemmer: Stemmer { .french }
}
