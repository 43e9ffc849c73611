extension French {
  /// The words for ranks, parts and multiples.
  package static let amountWords = AmountWords([
    "1": "premier premiere premiers premieres",
    "2": "second seconds",
    "last": "dernier derniere derniers dernieres",
    "1/2": "moitie demi demie",
    "1/3": "tiers",
    "1/4": "quart quarts",
    "x2": "double doubles doublee doublees doubler doublent doublera doublement",
    "x3": "triple triples triplee triplees tripler triplent triplera triplement",
    "x4": "quadruple quadruples quadruplee quadruplees quadrupler quadruplent quadruplera",
  ])
}
