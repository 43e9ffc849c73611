/// The rules of Italian: the words by which an Italian text is recognised.
package enum Italian: LanguageRules {
  package static let primary = "it"
  package static var numberSigns: NumberSigns { .comma }

  package static let functionWords = FunctionWords(
    """
    ai al alla alle anche ancora c' che ci come con cosi d' da dal dalla degli dei del della \
    delle dello di dopo dove ed era essere fra gli ha hanno il in l' la le lo loro ma molto nei \
    nel nella nelle non per perche piu prima quando questa questo se si sono stata stato sua sui \
    sul sulla suo tra un un' una
    """)
}
