extension French {
  /// Whether a word may lack the circumflex on *i* and *u*, which the orthography of 1990 drops.
  ///
  /// The circumflex stays where it distinguishes two words: *sur* and *sûr*.
  package static func mayLackCircumflex(_ word: String) -> Bool {
    !toldByCircumflex.contains(word)
  }

  private static let toldByCircumflex: Set<String> = [
    "du", "sur", "sure", "surs", "sures", "mur", "murs", "mure", "mures", "cru", "crus", "jeune",
    "jeunes", "fut",
  ]
}
