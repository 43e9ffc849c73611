/// French light stemming of folded words.
///
/// From 6 letters on, -aux becomes -al. Otherwise -se is dropped from 6 letters on, or -ses from 7.
/// Otherwise two steps follow. From 3 letters on, a final s or x is dropped. Then, if 6 letters or
/// more are left, -ere becomes -er, and r, e, e and one of a doubled last letter are dropped, in
/// this order.
///
/// After the "minimal" and "light" French stemmers of J. Savoy, "Light Stemming Approaches for the
/// French, Portuguese, German and Hungarian Languages", SAC 2006.
enum FrenchStem {
  static func cut(_ word: inout [UInt32]) {
    let count = word.count
    if count >= 6, word.ends(with: "aux") {
      word.removeLast(2)
      word.append(0x6C)
      return
    }
    if count >= 6, word.ends(with: "se") {
      word.removeLast(2)
      return
    }
    if count >= 7, word.ends(with: "ses") {
      word.removeLast(3)
      return
    }
    if count >= 3, word.ends(with: "s") || word.ends(with: "x") { word.removeLast() }
    guard word.count >= 6 else { return }
    if word.ends(with: "ere") { word.removeLast() }
    if word.ends(with: "r") { word.removeLast() }
    if word.ends(with: "e") { word.removeLast() }
    if word.ends(with: "e") { word.removeLast() }
    if word[word.count - 1] == word[word.count - 2] { word.removeLast() }
  }
}
