import CalqueText

extension Morphology {
  /// All forms of a word and of its lemmas, for a person who searches for the word in any form.
  ///
  ///     morphology.family(of: "sommets")   // sommet, sommets
  ///     morphology.family(of: "led")       // led, lead, leads, leading
  ///
  /// The lexicon answers for the words that it has, in any accents if the word is typed without
  /// them; rules make the forms of the others. A word in capitals that no lexicon has is an acronym
  /// and has no other form.
  ///
  /// - Parameter word: the word as written.
  /// - Returns: the forms in lower case, with their accents if the lexicon has them; the word itself
  ///   need not be among them.
  /// - Complexity: O(forms with the first letters of a lemma), some tens of microseconds.
  package func family(of word: String) -> Set<String> {
    if let lexicon {
      let lemmas = lexicon.lemmas(of: word, self)
      if !lemmas.isEmpty { return lemmas.reduce(into: []) { $0.formUnion(family(ofLemma: $1)) } }
    }
    if word.uppercased() == word, word.count > 1 { return [] }
    return ruledFamily(of: folded(word))
  }

  /// The forms of a lemma that share its first letters, those that rules add, and the irregular.
  private func family(ofLemma lemma: String) -> Set<String> {
    guard let lexicon else { return [lemma] }
    var forms = Set(lexicon.forms(ofLemma: lemma, sharing: sharedLetters(of: lemma)))
    forms.insert(lemma)
    let plain = folded(lemma)
    for form in supplements(of: plain, [.plural, .gender]) { forms.insert(form.text) }
    for form in irregularForms(of: lemma) { forms.insert(form) }
    return forms
  }

  /// The forms by rules: those of the word, and of each word that has the word among its forms.
  private func ruledFamily(of word: String) -> Set<String> {
    var family: Set<String> = [word]
    for base in bases(of: word) {
      let forms = self.forms(of: base, [.plural, .verb]).map(\.text)
      guard base == word || forms.contains(word) else { continue }
      family.insert(base)
      family.formUnion(forms)
    }
    family.formUnion(forms(of: word, [.singular]).map(\.text))
    return family
  }
}

extension FullFormLexicon {
  /// The lemmas of a word, or of the words that have its letters with other accents.
  fileprivate func lemmas(of word: String, _ morphology: Morphology) -> [String] {
    let lemmas = morphology.lemmas(of: word)
    if !lemmas.isEmpty { return lemmas }
    guard let spelling = WordSpelling(word) else { return [] }
    var found = [String]()
    forEachForm(plain: spelling.plain) { form, list in
      forEachReading(list, of: form) { lemma, _ in
        let lemma = String(decoding: lemma, as: UTF8.self)
        if !found.contains(lemma) { found.append(lemma) }
      }
    }
    return found
  }
}
