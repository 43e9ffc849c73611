/// The rules of Spanish: the words by which a Spanish text is recognised.
package enum Spanish: LanguageRules {
  package static let primary = "es"
  package static var numberSigns: NumberSigns { .comma }

  package static let functionWords = FunctionWords(
    """
    al asi como con contra cuando de del desde donde dos durante el en entre era es esa ese eso \
    esta estan estas este estos fue ha han hasta hay la las le les lo los mas me mi muy ni no \
    nos otras otro otros para pero por porque puede que quien se segun ser si sido sin sobre son \
    su sus tambien todo todos un una uno ya
    """)
}
