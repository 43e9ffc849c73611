extension English {
  /// The words for ranks, parts and multiples.
  package static let amountWords = AmountWords([
    "1": "first", "2": "second", "last": "last",
    "1/2": "half halves", "1/3": "thirds", "1/4": "quarter quarters",
    "x1": "once",
    "x2": "twice double doubles doubled doubling",
    "x3": "thrice triple triples tripled tripling",
    "x4": "quadruple quadruples quadrupled quadrupling",
  ])
}
