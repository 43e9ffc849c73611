/// The rules of Dutch: the words by which a Dutch text is recognised.
package enum Dutch: LanguageRules {
  package static let primary = "nl"
  package static var numberSigns: NumberSigns { .comma }

  package static let functionWords = FunctionWords(
    """
    aan al als bij dan dat de deze die dit door een en er geen haar hebben heeft het hij hun ik \
    in is je kan kunnen maar meer men met moet moeten na naar niet nog of om omdat onder ook op \
    over te tegen toen tot tussen uit van volgens voor waren was wat we wel werd werden wij \
    worden wordt zal ze zij zijn zo zou zullen
    """)
}
