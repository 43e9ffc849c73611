/// Words that a web page joined without a space: `Lire aussiIntelligence artificielle`.
enum Glue {
  /// The maximum number of seams that are cut in one word; a person would not read a longer chain
  /// as words.
  static let maximumSeams = 8

  /// The tokens of a word that consists of several joined words; nil for a single word.
  ///
  /// The first part has at least two small letters and no capital. The second part is a capital and
  /// small letters. `iPhone`, `OpenAI` and `macOS` stay whole. Offsets count from the word's start.
  static func parts(of word: String, _ reader: inout WordReader) -> [WordToken]? {
    guard boundary(in: word) != nil else { return nil }
    var parts = [WordToken]()
    // A stack: the last element is the next one to be cut.
    var open = [(text: String, token: WordToken?, offset: Int)]()
    open.append((word, nil, 0))
    var seams = 0
    while let (text, token, offset) = open.popLast() {
      guard seams < maximumSeams, let cut = boundary(in: text) else {
        parts += token.map { [$0.moved(by: offset)] } ?? []
        continue
      }
      seams += 1
      let place = text.utf8.index(text.utf8.startIndex, offsetBy: cut)
      let start = offset + (token?.start ?? 0)
      parts += reader.tokens(of: String(text[..<place])).map { $0.moved(by: start) }
      // The rest is scanned again, because the second word may be elided (aussiL'intelligence).
      let rest = String(text[place...])
      for token in reader.tokens(of: rest).reversed() {
        let from = rest.utf8.index(rest.utf8.startIndex, offsetBy: token.start)
        let to = rest.utf8.index(rest.utf8.startIndex, offsetBy: token.end)
        open.append((String(rest[from..<to]), token, start + cut))
      }
    }
    return parts
  }

  /// The offset of the second word; nil if the word is single.
  private static func boundary(in word: String) -> Int? {
    var letters = 0
    var offset = 0
    var scalars = Substring(word).unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar.properties.isUppercase {
        guard letters >= 2, let next = scalars.first else { return nil }
        let goesOn = next.properties.isLowercase || next == "'" || next == "’"
        return goesOn ? offset : nil
      }
      letters += scalar.properties.isLowercase ? 1 : 0
      offset += scalar.utf8.count
    }
    return nil
  }
}
