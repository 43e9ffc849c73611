/// The rules of Portuguese: the words by which a Portuguese text is recognised.
package enum Portuguese: LanguageRules {
  package static let primary = "pt"
  package static var numberSigns: NumberSigns { .comma }

  package static let functionWords = FunctionWords(
    """
    ao aos as ate com como da das de depois do dos ela elas ele eles em entre era essa esse esta \
    estao eu foi foram ha isso ja mais mas me mesmo muito na nao nas no nos num numa onde os ou \
    para pela pelas pelo pelos pode por porque quando que sao se sem ser seu seus so sobre sua \
    suas tambem tem um uma
    """)
}
