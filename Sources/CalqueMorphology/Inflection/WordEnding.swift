/// A replacement of the end of a word.
struct WordEnding {
  let from: String
  let to: String

  init(_ from: String, _ to: String) {
    self.from = from
    self.to = to
  }

  /// The word with its end replaced; nil if the end does not fit or fewer than two letters stay
  /// before it.
  func applied(to word: String) -> String? {
    let (word, end) = (word.utf8, from.utf8)
    guard word.count >= end.count + 2, word.suffix(end.count).elementsEqual(end) else { return nil }
    return String(decoding: word.dropLast(end.count), as: UTF8.self) + to
  }
}
