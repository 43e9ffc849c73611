/// The English words that are attached to the previous word by an apostrophe: *it's*, *they'll*,
/// *don't*.
///
/// The scanner makes a separate token of each, in texts of every language.
enum EnglishClitics {
  /// Whether the folded letters behind an apostrophe are a clitic: 's, 'd, 'm, 'll, 're, 've.
  static func holds(_ word: PackedWord) -> Bool {
    switch word.count {
    case 1:
      word.equals(UInt8(ascii: "s")) || word.equals(UInt8(ascii: "d"))
        || word.equals(UInt8(ascii: "m"))
    case 2: word.equals("ll") || word.equals("re") || word.equals("ve")
    default: false
    }
  }

  /// Whether the letters around an apostrophe end in n't, which becomes one token.
  static func isNegation(_ head: PackedWord, _ tail: PackedWord) -> Bool {
    tail.count == 1 && tail.equals(UInt8(ascii: "t")) && head.last == UInt32(UInt8(ascii: "n"))
  }
}
