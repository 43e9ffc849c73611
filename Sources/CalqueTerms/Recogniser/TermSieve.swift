package import CalqueModel
import CalqueText

/// Tells in a glance which terms of a glossary cannot occur in a short text.
///
/// To answer one segment it would be wasteful to take a whole glossary apart. Every word of a term
/// must begin in the text as it does in the term: with the same letter, and the same consonant or
/// some vowel behind it (*foot*, *feet*). What is let through is recognised as always.
package struct TermSieve: Sendable {
  // A bit for each pair of letters that a word of the text begins with, folded.
  private var pairs = [Bool](repeating: false, count: 26 * 26)
  /// What reading the text taught; a recogniser for it need not ask again.
  let reader: WordReader

  /// Notes what a text holds.
  package init(_ text: String, language: LanguageTag) {
    var reader = WordReader(Language(language))
    for token in reader.tokens(of: text) {
      var before: Int?
      var isStart = true
      // A word with capitals inside may be two that were run together.
      let mayBeGlued = Self.mayHaveSeam(text, token.start, token.end)
      for byte in token.folded.utf8 {
        let letter = Self.letter(byte)
        if let before, let letter, isStart || mayBeGlued {
          pairs[before * 26 + Self.blurred(letter)] = true
          isStart = false
        }
        // aujourd'hui, 10h30: what a sign or a digit parts begins anew.
        if letter == nil { isStart = true }
        before = letter
      }
    }
    self.reader = reader
  }

  private static func mayHaveSeam(_ text: String, _ start: Int, _ end: Int) -> Bool {
    let utf8 = text.utf8
    let second = utf8.index(utf8.startIndex, offsetBy: start + 1)
    return utf8[second..<utf8.index(second, offsetBy: end - start - 1)].contains {
      (0x41...0x5A).contains($0) || $0 >= 0xC3
    }
  }

  /// Whether a term may occur in the text; false only where it does not.
  package func admits(_ term: String) -> Bool {
    var first: Int?
    var isInside = false
    var isFirstWord = true
    var letters = 0
    for byte in term.utf8 {
      guard let letter = Self.letter(byte) else {
        // What is no ASCII letter begins nothing that is looked at; an é goes on with its word.
        isInside = byte >= 0x80
        if !isInside, letters > 0 { isFirstWord = false }
        first = nil
        letters = isInside ? letters + 1 : 0
        continue
      }
      letters += 1
      if !isInside {
        first = letter
        isInside = true
      } else if let start = first {
        // An article can be left out, and few verbs change their first letters.
        let isLoose = isFirstWord && Self.isLoose(start, letter)
        if !isLoose, !pairs[start * 26 + Self.blurred(letter)] { return false }
        first = nil
      }
    }
    return true
  }

  private static func letter(_ byte: UInt8) -> Int? {
    let low = byte | 0x20
    return (0x61...0x7A).contains(low) ? Int(low - 0x61) : nil
  }

  private static func blurred(_ letter: Int) -> Int {
    switch letter {
    case 0, 4, 8, 14, 20, 24: 0
    default: letter
    }
  }

  // le, la, les, the; aller, avoir, go: the first word of a term alone is let through by them.
  private static func isLoose(_ first: Int, _ second: Int) -> Bool {
    switch (first, second) {
    case (11, 4), (11, 0), (19, 7), (0, 11), (0, 21), (6, 14): true
    default: false
    }
  }
}
