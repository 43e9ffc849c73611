/// The S-stemmer of English plurals, for folded words of 4 letters or more.
///
/// D. Harman, "How Effective Is Suffixing?", JASIS 42 (1991), table 1.
enum EnglishStem {
  static func cut(_ word: inout [UInt32]) {
    guard word.count >= 4 else { return }
    if word.ends(with: "ies"), !word.ends(with: "eies"), !word.ends(with: "aies") {
      word.removeLast(3)
      word.append(0x79)
    } else if word.ends(with: "es"), !word.ends(with: "aes"), !word.ends(with: "ees"),
      !word.ends(with: "oes")
    {
      word.removeLast()
    } else if word.ends(with: "s"), !word.ends(with: "us"), !word.ends(with: "ss") {
      word.removeLast()
    }
  }
}
