/// The French words that lose their last vowel before another vowel: *l'accord*, *jusqu'ici*.
///
/// The scanner keeps the apostrophe in their token, in texts of every language.
enum FrenchElisions {
  /// Whether the folded letters before an apostrophe are an elided word.
  static func holds(_ word: PackedWord) -> Bool {
    switch word.count {
    case 1: "ldjmtscn".utf8.contains { word.equals($0) }
    case 2: word.equals("qu")
    case 5: word.equals("jusqu")
    case 6:
      word.equals("lorsqu") || word.equals("puisqu") || word.equals("quoiqu")
        || word.equals("presqu") || word.equals("quelqu")
    default: false
    }
  }
}
