extension English {
  package static let functionWords = FunctionWords(
    """
    'd 'll 'm 're 's 've about after against all also an and any are as at be because been \
    before being between both but by can could did do does during each for from had has have he \
    her him his how if in into is it its may me might more must my n't no not of on one only or \
    other our out over said says she should since so such than that the their them then there \
    these they this those through to under until up us very was we were what when where which \
    while who will with within without would you your
    """)
}
