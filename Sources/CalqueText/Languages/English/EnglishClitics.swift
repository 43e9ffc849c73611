/// The English words that lean on the word before them: *it's*, *they'll*, *don't*.
///
/// The scanner makes them tokens of their own in texts of every language.
enum EnglishClitics {
  /// Whether the folded letters behind an apostrophe are such a word: 's, 'd, 'm, 'll, 're, 've.
  static func holds(_ word: PackedWord) -> Bool {
    switch word.count {
    case 1:
      word.equals(UInt8(ascii: "s")) || word.equals(UInt8(ascii: "d"))
        || word.equals(UInt8(ascii: "m"))
    case 2: word.equals("ll") || word.equals("re") || word.equals("ve")
    default: false
    }
  }

  /// Whether the letters before and behind an apostrophe end in n't, which separates as one.
  static func isNegation(_ head: PackedWord, _ tail: PackedWord) -> Bool {
    tail.count == 1 && tail.equals(UInt8(ascii: "t")) && head.last == UInt32(UInt8(ascii: "n"))
  }
}
