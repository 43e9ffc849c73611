extension French {
  /// The orthography of 1990 leaves the circumflex off *i* and *u*, but for words that it tells
  /// apart: *sur* and *sûr*.
  package static func mayLackCircumflex(_ word: String) -> Bool {
    !toldByCircumflex.contains(word)
  }

  private static let toldByCircumflex: Set<String> = [
    "du", "sur", "sure", "surs", "sures", "mur", "murs", "mure", "mures", "cru", "crus", "jeune",
    "jeunes", "fut",
  ]
}
