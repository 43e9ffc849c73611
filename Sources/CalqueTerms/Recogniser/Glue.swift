/// Words that a web page ran together: `Lire aussiIntelligence artificielle`.
enum Glue {
  /// The tokens of a word that is two; nil where it is one.
  ///
  /// The first part begins small and has at least two letters, the second is a capital and small
  /// letters: `iPhone`, `OpenAI` and `macOS` stay whole. Offsets count from the word's start.
  static func parts(of word: String, _ reader: inout WordReader) -> [WordToken]? {
    guard let cut = boundary(in: word) else { return nil }
    let place = word.utf8.index(word.utf8.startIndex, offsetBy: cut)
    let rest = String(word[place...])
    let before = reader.tokens(of: String(word[..<place]))
    // Scanned afresh: what follows the seam may be elided (aussiL'intelligence).
    var behind = [WordToken]()
    for token in reader.tokens(of: rest) {
      let start = rest.utf8.index(rest.utf8.startIndex, offsetBy: token.start)
      let end = rest.utf8.index(rest.utf8.startIndex, offsetBy: token.end)
      if let inner = parts(of: String(rest[start..<end]), &reader) {
        behind += inner.map { $0.moved(by: token.start) }
      } else {
        behind.append(token)
      }
    }
    return before + behind.map { $0.moved(by: cut) }
  }

  /// The offset of the second word; nil where there is none.
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
