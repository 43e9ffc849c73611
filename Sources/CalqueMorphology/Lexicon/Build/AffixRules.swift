/// The suffixes of a Hunspell dictionary (`.aff`), by their flags.
///
/// Of the format (hunspell(5)), the parts are read that a dictionary of full forms needs: suffix
/// rules with their conditions and morphological fields, flags of two characters, the flag of words
/// that are no form themselves and that of forbidden words. Prefixes are left out: in French they
/// are elided articles and pronouns, which Calque's scanner keeps apart.
struct AffixRules {
  /// One suffix.
  struct Suffix {
    /// The end of the word that the suffix takes the place of, in scalars.
    let strip: [UInt32]
    let add: [UInt32]
    /// The classes that the last letters of the word must belong to, the last letter last.
    let condition: [LetterClass]
    /// The morphological fields of the forms, as written: `is:fem`.
    let fields: [String]

    /// The word with the suffix; nil if the suffix does not fit.
    func applied(to word: [UInt32]) -> [UInt32]? {
      guard word.count >= condition.count, word.count >= strip.count,
        word.suffix(strip.count).elementsEqual(strip)
      else { return nil }
      for (letter, allowed) in zip(word.suffix(condition.count), condition)
      where !allowed.holds(letter) {
        return nil
      }
      return word.dropLast(strip.count) + add
    }
  }

  /// A letter of a condition: `.`, a letter, `[abc]` or `[^abc]`.
  struct LetterClass {
    let letters: Set<UInt32>
    let isNegated: Bool

    func holds(_ letter: UInt32) -> Bool { letters.contains(letter) != isNegated }
  }

  /// The suffixes by their flags.
  private(set) var suffixes: [String: [Suffix]] = [:]
  /// The flag of words that are a form only with a suffix; nil if there is none.
  private(set) var needsSuffix: String?
  /// The flag of words that are not to be used; nil if there is none.
  private(set) var forbidden: String?
  /// Whether a flag is two characters long.
  private var hasLongFlags = false

  /// Reads the lines of an `.aff` file.
  init(_ text: String) throws(LexiconError) {
    var headers: Set<String> = []
    for (number, line) in HunspellLine.lines(of: text) {
      let words = HunspellLine.words(of: line)
      guard let option = words.first else { continue }
      switch option {
      case "FLAG":
        hasLongFlags = words.dropFirst().first == "long"
      case "NEEDAFFIX": needsSuffix = words.dropFirst().first
      case "FORBIDDENWORD": forbidden = words.dropFirst().first
      case "SFX":
        guard words.count >= 4 else { throw .line(number, "a suffix needs a flag and three more") }
        // The first line of a flag is a header: whether prefixes may join, and the count.
        if headers.insert(words[1]).inserted { continue }
        guard words.count >= 5 else { throw .line(number, "a suffix needs a condition") }
        suffixes[words[1], default: []].append(try Self.suffix(words, number))
      default: break
      }
    }
  }

  /// The flags that a word names behind its slash.
  func flags(_ written: Substring) -> [String] {
    guard hasLongFlags else { return written.unicodeScalars.map { String($0) } }
    var flags = [String]()
    var scalars = written.unicodeScalars
    while let first = scalars.popFirst(), let second = scalars.popFirst() {
      flags.append(String(first) + String(second))
    }
    return flags
  }

  private static func suffix(_ words: [String], _ line: Int) throws(LexiconError) -> Suffix {
    // Flags behind a slash are prefixes.
    let add = words[3].prefix { $0 != "/" }
    return Suffix(
      strip: words[2] == "0" ? [] : words[2].unicodeScalars.map(\.value),
      add: add == "0" ? [] : add.unicodeScalars.map(\.value),
      condition: try condition(words[4], line), fields: Array(words.dropFirst(5)))
  }

  private static func condition(
    _ written: String, _ line: Int
  ) throws(LexiconError) -> [LetterClass] {
    var classes = [LetterClass]()
    var scalars = Substring(written).unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar == "." {
        classes.append(LetterClass(letters: [], isNegated: true))
      } else if scalar == "[" {
        let isNegated = scalars.first == "^"
        if isNegated { scalars.removeFirst() }
        var letters: Set<UInt32> = []
        while let letter = scalars.popFirst(), letter != "]" { letters.insert(letter.value) }
        if letters.isEmpty { throw .line(line, "a condition has an empty class") }
        classes.append(LetterClass(letters: letters, isNegated: isNegated))
      } else {
        classes.append(LetterClass(letters: [scalar.value], isNegated: false))
      }
    }
    // A condition that is "." alone is always met, also by no letters at all.
    return written == "." ? [] : classes
  }
}

/// Lines and words of Hunspell's files.
enum HunspellLine {
  /// The lines of a text with their numbers, from 1, without comments.
  static func lines(of text: String) -> some Sequence<(Int, Substring.UTF8View)> {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().lazy.filter { $1.first != UInt8(ascii: "#") }.map { ($0 + 1, $1) }
  }

  /// The words of a line, which spaces or tabs separate.
  static func words(of line: Substring.UTF8View) -> [String] {
    line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
