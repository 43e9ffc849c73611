/// What Calque knows of English: a file beside this one for each list.
package enum English: LanguageRules {
  package static let primary = "en"
  package static var stemmer: Stemmer { .english }
}
