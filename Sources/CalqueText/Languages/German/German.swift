/// The rules of German: the words by which a German text is recognised.
package enum German: LanguageRules {
  package static let primary = "de"
  package static var numberSigns: NumberSigns { .comma }

  package static let functionWords = FunctionWords(
    """
    aber als am an auch auf aus bei bis da dann das dass dem den der des die diese dieser dieses \
    durch ein eine einem einen einer eines er es fur gegen haben hat ich ihr ihre ihrer im in \
    ist kann kein keine konnen man mehr mit muss nach nicht noch nur oder ohne schon sehr seine \
    seiner sich sie sind so soll uber um und unter vom von vor war waren was wenn werden wie wir \
    wird wo wurde wurden zu zum zur zwischen
    """)
}
