extension FrenchInflection {
  /// The forms of *être*, *avoir* and *aller* that begin in another way than the verb.
  static func irregularForms(of lemma: String) -> [String] { suppletives[lemma] ?? [] }

  /// Whether a verb's forms may share no more than its first letter: *voir, vu*; *tenir, tint*.
  static func changesSecondLetter(_ lemma: String) -> Bool {
    lemma.ends(in: "oir", "nir", "rir", "ire", "tre", "vre")
  }

  private static let suppletives: [String: [String]] = [
    "être": words(
      """
      suis es est sommes sont fus fut fûmes fûtes furent serai seras sera serons serez seront \
      serais serait serions seriez seraient sois soit soyons soyez soient fusse fusses fût fussions \
      fussiez fussent
      """),
    "avoir": words(
      "eu eue eus eues eut eûmes eûtes eurent eusse eusses eût eussions eussiez eussent ont"),
    "aller": words(
      """
      vais vas va vont irai iras ira irons irez iront irais irait irions iriez iraient
      """),
  ]

  private static func words(_ words: String) -> [String] {
    words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}
