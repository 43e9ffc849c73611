package import CalqueModel
import CalqueText

/// Tells in a glance which terms of a glossary cannot occur in a short text.
///
/// To answer one segment it would be wasteful to take a whole glossary apart. Every word of a term
/// must begin in the text as it does in the term: with the same letter and the same consonant, or
/// some vowel, behind it (*foot*, *feet*); where the language says so, with the same two behind it. What is let through is recognised as always.
package struct TermSieve: Sendable {
  // The beginnings of the text's words, in two and in three letters, as numbers.
  private var beginnings = [Bool](repeating: false, count: 1 << 15)
  // The first bytes of the text's folded words.
  private var firstBytes = [Bool](repeating: false, count: 1 << 8)
  // Whether a word may be two words without a space, which makes every term possible.
  private var mayBeGlued = false
  /// What reading the text taught; a recogniser for it need not ask again.
  private(set) var reader: WordReader
  private let rules: any LanguageRules.Type

  /// Notes what a text holds.
  package init(_ text: String, language: LanguageTag) {
    reader = WordReader(Language(language))
    rules = reader.language.rules
    for token in reader.tokens(of: text) {
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

  /// Whether a term may occur in the text; false only where it does not.
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
    }
    return isAdmitted
  }

  /// Whether a form of a folded word may stand in the text.
  ///
  /// None differs from its word in the first letter, but for a few verbs.
  func mayHoldForm(of word: String) -> Bool {
    mayBeGlued || word.utf8.first.map { firstBytes[Int($0)] } == true
      || isLoose(Letters(word).codes[...])
  }

  private mutating func note(_ word: ArraySlice<UInt8>) {
    if let two = Self.number(word, 2) { beginnings[two] = true }
    if let three = Self.number(word, 3) { beginnings[three] = true }
  }

  /// The number of a beginning; nil where it is shorter or holds what is no plain letter.
  private static func number(_ word: ArraySlice<UInt8>, _ count: Int) -> Int? {
    guard word.count >= count else { return nil }
    var number = 0
    for (place, code) in word.prefix(count).enumerated() {
      guard code < 26 else { return nil }
      number = number << 5 | Int(place == 0 ? code : blurred(code)) + 1
    }
    return number
  }

  // All vowels are one: foot, feet; prendre, pris.
  private static func blurred(_ code: UInt8) -> UInt8 {
    switch code {
    case 0, 4, 8, 14, 20, 24: 0
    default: code
    }
  }

  /// Whether the first word of a term is let through: an article that the text may leave out, a
  /// verb that changes its first letters.
  private func isLoose(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 2 else { return true }
    return rules.isLooseBeginning(
      Letters.ascii(word[word.startIndex]), Letters.ascii(word[word.startIndex + 1]))
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

/// A text as letters a to z by number, without case and accents of Latin-1.
private struct Letters {
  // 0 to 25, or what parts words, or a letter that folding may change in ways not foreseen here.
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
      // Marks, other alphabets, and the bytes that go on with them.
      default: codes.append(Self.unknown)
      }
    }
  }

  /// Every stretch between separators.
  func forEachWord(_ body: (ArraySlice<UInt8>) -> Void) {
    var start = 0
    for place in codes.indices where codes[place] == Self.separator {
      if place > start { body(codes[start..<place]) }
      start = place + 1
    }
    if start < codes.count { body(codes[start...]) }
  }

  /// The letter of a number; 0 where it is none.
  static func ascii(_ code: UInt8) -> UInt8 { code < 26 ? code + 0x61 : 0 }

  // U+2000–U+2FFF: quotes and dashes part words, what is skipped in scanning does not.
  private static func general(_ second: UInt8, _ third: UInt8) -> UInt8 {
    second == 0x80 && (0x90...0xAF).contains(third) ? separator : unknown
  }
}
