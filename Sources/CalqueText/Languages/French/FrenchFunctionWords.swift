extension French {
  package static let functionWords = FunctionWords(
    """
    ainsi ait alors apres au aucun aucune aussi autre autres aux avaient avait avant avec avoir \
    c' ca car ce cela celle celui ces cet cette ceux chez comme contre d' dans de deja depuis \
    des doit donc dont du elle elles en encore entre est et etaient etait ete etre faire fait il \
    ils j' jamais je jusqu' l' la le les leur leurs lors lorsqu' lorsque lui m' ma mais me meme \
    mes moins mon n' ne ni non nos notre nous on ont ou par pas pendant peut plus pour puis \
    puisqu' qu' quand que qui quoi rien s' sa sans se selon sera serait seront ses si son sont \
    sous sur t' te tous tout toute toutes tres tu un une vers vos votre vous
    """)
}
