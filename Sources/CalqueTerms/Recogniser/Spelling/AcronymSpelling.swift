import CalqueMorphology

/// The spellings of acronyms: with small letters in newspapers, with a space before a number.
enum AcronymSpelling {
  /// Whether a word of a text is an acronym with one capital, as newspapers write it: *Onu, Cop28*.
  ///
  /// The acronym has three letters or more; *Ia* is no spelling of *IA*.
  static func isNewspaperStyle(_ word: String) -> Bool {
    var letters = 0
    for scalar in word.unicodeScalars {
      if scalar.properties.isUppercase {
        if letters > 0 { return false }
        letters += 1
      } else if scalar.properties.isLowercase {
        if letters == 0 { return false }
        letters += 1
      } else if scalar.properties.numericType == nil {
        return false
      }
    }
    return letters >= 3
  }

  /// The words of a term with the numbers of its acronyms apart or joined: *G20* as *G 20*, *COP 28*
  /// as *COP28*; nil if the term has no such acronym.
  static func respelled(_ words: [TermWords.Word]) -> [TermWords.Word]? {
    var respelled = [TermWords.Word]()
    var isChanged = false
    var place = 0
    while place < words.count {
      let word = words[place]
      if word.isAcronym, let (letters, digits) = split(word) {
        respelled += [letters, digits]
        isChanged = true
      } else if word.isAcronym, place + 1 < words.count, words[place + 1].isNumber,
        word.folded.utf8.count <= 4
      {
        let number = words[place + 1]
        respelled.append(
          TermWords.Word(
            folded: word.folded + number.folded,
            written: word.written + number.written, isExact: true, isAcronym: true, isWord: true))
        isChanged = true
        place += 1
      } else {
        respelled.append(word)
      }
      place += 1
    }
    return isChanged ? respelled : nil
  }

  /// The letters and the number of an acronym such as *G20*; nil for other words.
  private static func split(_ word: TermWords.Word) -> (TermWords.Word, TermWords.Word)? {
    let letters = word.folded.utf8.prefix { (0x61...0x7A).contains($0) }
    let digits = word.folded.utf8.dropFirst(letters.count)
    guard (1...4).contains(letters.count), !digits.isEmpty,
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      word.written.utf8.count == word.folded.utf8.count
    else { return nil }
    func part(_ folded: Substring.UTF8View, from: Int, isWord: Bool) -> TermWords.Word {
      let folded = String(Substring(folded))
      let written = String(
        Substring(word.written.utf8.dropFirst(from).prefix(folded.utf8.count)))
      return TermWords.Word(
        folded: folded, written: written, isExact: isWord, isAcronym: isWord,
        isWord: isWord, isNumber: !isWord)
    }
    return (
      part(letters, from: 0, isWord: true), part(digits, from: letters.count, isWord: false)
    )
  }
}
