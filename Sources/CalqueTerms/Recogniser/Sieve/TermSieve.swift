package import CalqueModel
package import CalqueMorphology
import CalqueText

/// A quick test of which terms of a glossary cannot occur in a short text.
///
/// A lookup of one segment does not pay for building a recogniser of a whole glossary. Every word
/// of a term must begin in the text in the same way: with the same letter, then the same consonant
/// or any vowel (*foot*, *feet*). For some words, by the language's rules, the third letter counts
/// too. A term that passes is recognised in the ordinary way.
package struct TermSieve: Sendable {
  // The beginnings of the text's words, of two and of three letters, as numbers.
  private var beginnings = [Bool](repeating: false, count: 1 << 15)
  // The first bytes of the text's folded words.
  private var firstBytes = [Bool](repeating: false, count: 1 << 8)
  // Whether a word of the text may be two words without a space, so that a form may begin with any
  // letter.
  private var mayBeGlued = false
  /// A reader that knows the text's letters, for the recogniser of the text.
  private(set) var reader: WordReader
  private let rules: any LanguageRules.Type
  /// The morphology of the text's language.
  let morphology: Morphology
  private let smallWords: Set<String>

  /// Records the beginnings of the text's words, by the rules of a language.
  package init(_ text: String, language: LanguageTag) {
    self.init(text, Morphology(Language(language)))
  }

  /// Records the beginnings of the text's words and of their lemmas.
  package init(_ text: String, _ morphology: Morphology) {
    self.morphology = morphology
    reader = WordReader(morphology.language)
    rules = reader.language.rules
    let phrase = morphology.phraseWords
    smallWords = Set(phrase.articles.joined())
      .union(phrase.determiners).union(phrase.reflexives).union(phrase.contractions.keys)
    let utf8 = text.utf8
    for token in reader.tokens(of: text) {
      if token.kind == .word, morphology.lexicon != nil {
        let start = utf8.index(utf8.startIndex, offsetBy: token.start)
        let end = utf8.index(start, offsetBy: token.end - token.start)
        for lemma in morphology.lemmas(of: String(text[start..<end])) {
          Letters(lemma).forEachWord { note($0) }
        }
      }
      let letters = Letters(token.folded)
      if token.kind == .word, Self.mayHaveSeam(text, token.start, token.end) {
        mayBeGlued = true
        for start in letters.codes.indices { note(letters.codes[start...]) }
      } else {
        letters.forEachWord { note($0) }
      }
      if let first = token.folded.utf8.first { firstBytes[Int(first)] = true }
    }
  }

  /// Whether a term may occur in the text; false is certain.
  package func admits(_ term: String) -> Bool {
    var isAdmitted = true
    var isFirst = true
    Letters(term).forEachWord { word in
      defer { isFirst = false }
      guard isAdmitted, word.count >= 2, let two = Self.number(word, 2),
        !(isFirst && isLoose(word))
      else { return }
      if keepsThreeLetters(word), let three = Self.number(word, 3) {
        isAdmitted = beginnings[three]
      } else {
        isAdmitted = beginnings[two]
      }
      if !isAdmitted, word.count <= 6 { isAdmitted = isSmall(word) }
      if !isAdmitted, isFirst { isAdmitted = hasAbbreviation(word) }
    }
    return isAdmitted
  }

  /// Whether a form of a folded word may occur in the text.
  ///
  /// A form begins with the first letter of its word, except for a few verbs.
  func mayHoldForm(of word: String) -> Bool {
    mayBeGlued || word.utf8.first.map { firstBytes[Int($0)] } == true
      || isLoose(Letters(word).codes[...])
  }

  private mutating func note(_ word: ArraySlice<UInt8>) {
    if let two = Self.number(word, 2) { beginnings[two] = true }
    if let three = Self.number(word, 3) { beginnings[three] = true }
  }

  /// The number of a beginning; nil if the word is shorter or has another character than a letter.
  private static func number(_ word: ArraySlice<UInt8>, _ count: Int) -> Int? {
    guard word.count >= count else { return nil }
    var number = 0
    for (place, code) in word.prefix(count).enumerated() {
      guard code < 26 else { return nil }
      number = number << 5 | Int(place == 0 ? code : blurred(code)) + 1
    }
    return number
  }

  // All vowels count as one: foot, feet; prendre, pris.
  private static func blurred(_ code: UInt8) -> UInt8 {
    switch code {
    case 0, 4, 8, 14, 20, 24: 0
    default: code
    }
  }

  /// Whether a first word of a term always passes: an article that the text may leave out, or a
  /// verb whose first letters change.
  private func isLoose(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 2 else { return true }
    return rules.isLooseBeginning(
      Letters.ascii(word[word.startIndex]), Letters.ascii(word[word.startIndex + 1]))
  }

  /// Whether a word may have another form or be missing: a determiner, a pronoun, a preposition.
  private func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    smallWords.contains(String(decoding: word.map(Letters.ascii), as: UTF8.self))
  }

  /// Whether a text may have a word in an abbreviation: M., km.
  private func hasAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
    !morphology.abbreviations(of: String(decoding: word.map(Letters.ascii), as: UTF8.self)).isEmpty
  }

  private func keepsThreeLetters(_ word: ArraySlice<UInt8>) -> Bool {
    rules.keepsThreeLetters(
      count: word.count, Letters.ascii(word[word.endIndex - 2]),
      Letters.ascii(word[word.endIndex - 1]))
  }

  private static func mayHaveSeam(_ text: String, _ start: Int, _ end: Int) -> Bool {
    let utf8 = text.utf8
    var before: UInt8 = 0
    for byte in utf8[utf8.index(utf8.startIndex, offsetBy: start)...].prefix(end - start)
      .dropFirst()
    {
      if (0x41...0x5A).contains(byte) || before == 0xC3 && byte < 0x9F
        || (0xC4...0xDF).contains(byte)
      {
        return true
      }
      before = byte
    }
    return false
  }
}

/// A text as the numbers of letters a to z, without case and without the accents of Latin-1.
private struct Letters {
  // A code is 0 to 25, a separator of words, or a letter that folding may change in other ways.
  static let separator: UInt8 = 255
  static let unknown: UInt8 = 254

  private(set) var codes: [UInt8] = []

  init(_ text: String) {
    codes.reserveCapacity(text.utf8.count)
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: codes.append((byte | 0x20) - 0x61)
      case 0..<0x80: codes.append(Self.separator)
      case 0xC2: codes.append(bytes.next() == 0xAD ? Self.unknown : Self.separator)
      case 0xC3:
        let letter = LatinLetter.plain(secondByte: bytes.next() ?? 0)
        codes.append(letter == 0 ? Self.unknown : letter - 0x61)
      case 0xE2: codes.append(Self.general(bytes.next() ?? 0, bytes.next() ?? 0))
      // Marks, other alphabets, and the bytes that continue them.
      default: codes.append(Self.unknown)
      }
    }
  }

  /// Calls `body` with every stretch between separators.
  func forEachWord(_ body: (ArraySlice<UInt8>) -> Void) {
    var start = 0
    for place in codes.indices where codes[place] == Self.separator {
      if place > start { body(codes[start..<place]) }
      start = place + 1
    }
    if start < codes.count { body(codes[start...]) }
  }

  /// The ASCII letter of a code; 0 if the code is no letter.
  static func ascii(_ code: UInt8) -> UInt8 { code < 26 ? code + 0x61 : 0 }

  // U+2000–U+2FFF: quotes and dashes separate words; characters that scanning skips do not.
  private static func general(_ second: UInt8, _ third: UInt8) -> UInt8 {
    second == 0x80 && (0x90...0xAF).contains(third) ? separator : unknown
  }
}
