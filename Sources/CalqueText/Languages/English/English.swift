/// The rules of English; each list has a file of its own in this folder.
package enum English: LanguageRules {
  package static let primary = "en"
  package static var stemmer: Stemmer { .english }
}
