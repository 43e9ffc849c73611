import CalqueText

/// The letters of a word as written, for the comparison of case and accents.
///
/// Two words have the same folded form. The comparison decides whether a term allows the difference
/// that folding removed. *l'Economie* is *l'Économie*, because capitals often lack accents;
/// *marche* is not *marché*.
struct SpelledLetters {
  private struct Letter {
    /// The letter in lower case, with its accents.
    let lower: String
    /// The number of bytes of the folded form.
    let width: Int
    let isUpper: Bool
    /// Whether the letter has no accent: its folded form is its lower case.
    let isPlain: Bool
  }

  /// The differences that a comparison allows, and the check of case.
  struct Tolerance: OptionSet {
    let rawValue: Int
    /// Upper and lower case must agree.
    static let exactCase = Tolerance(rawValue: 1)
    /// Accents may be missing anywhere, because the other words of the term identify the word.
    static let anyAccent = Tolerance(rawValue: 2)
    /// A circumflex may be missing on i and u (French orthography of 1990).
    static let circumflex = Tolerance(rawValue: 4)
  }

  private let letters: [Letter]

  init(_ text: String, _ properties: inout ScalarProperties) {
    var letters = [Letter]()
    for character in text {
      if let ascii = character.asciiValue, character != "\r\n" {
        // The full stops of U.S. and the hyphen of P.-D.G. are not part of the folded form.
        if ascii == UInt8(ascii: ".") || ascii == UInt8(ascii: "-") { continue }
        let isUpper = (0x41...0x5A).contains(ascii)
        letters.append(
          Letter(
            lower: String(decoding: [isUpper ? ascii | 0x20 : ascii], as: UTF8.self), width: 1,
            isUpper: isUpper, isPlain: true))
        continue
      }
      var scalars = [UInt32]()
      for scalar in character.unicodeScalars
      where !ScalarProperties.isSkipped(scalar.value) {
        scalars.append(scalar.value)
      }
      let plain = String(scalars: FoldedText.fold(word: scalars, &properties))
      if plain.isEmpty { continue }
      // Apostrophes and raised digits have no case and no accents.
      let lower = character.isLetter ? character.lowercased() : plain
      letters.append(
        Letter(
          lower: lower, width: plain.utf8.count, isUpper: character.isUppercase,
          isPlain: lower == plain))
    }
    self.letters = letters
  }

  /// Whether a word of a text spells the first `stable` folded bytes of this word of a term.
  func agrees(with word: SpelledLetters, stable: Int, _ tolerance: Tolerance) -> Bool {
    let exact = tolerance.contains(.exactCase)
    var (i, j, here, there) = (0, 0, 0, 0)
    while here < stable, there < stable, i < letters.count, j < word.letters.count {
      // œ against oe: the side that lags behind catches up.
      if here < there {
        here += letters[i].width
        i += 1
        continue
      }
      if there < here {
        there += word.letters[j].width
        j += 1
        continue
      }
      let (a, b) = (letters[i], word.letters[j])
      if exact, a.isUpper != b.isUpper { return false }
      if a.width == b.width, a.lower != b.lower, !Self.mayDiffer(a, b, tolerance) { return false }
      here += a.width
      there += b.width
      i += 1
      j += 1
    }
    // ONGs is ONG with an ending; IAS is not IA.
    return !exact || !word.letters[j...].contains(where: \.isUpper)
  }

  private static func mayDiffer(_ a: Letter, _ b: Letter, _ tolerance: Tolerance) -> Bool {
    if tolerance.contains(.anyAccent) || a.isPlain && b.isPlain { return true }
    if a.isPlain || b.isPlain {
      let (plain, accented) = a.isPlain ? (a, b) : (b, a)
      if plain.isUpper { return true }
      return tolerance.contains(.circumflex)
        && (plain.lower == "i" && accented.lower == "î"
          || plain.lower == "u" && accented.lower == "û")
    }
    // événement and évènement are one word; otherwise two different accents on an e make two words.
    let pair = (a.lower, b.lower)
    return pair == ("é", "è") || pair == ("è", "é") || !isAccentedE(a) && !isAccentedE(b)
  }

  private static func isAccentedE(_ letter: Letter) -> Bool {
    ["é", "è", "ê", "ë"].contains(letter.lower)
  }
}
