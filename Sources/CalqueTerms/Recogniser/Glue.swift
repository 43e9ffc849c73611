import CalqueText

/// Words that a web page ran together: `Lire aussiIntelligence artificielle`.
enum Glue {
  /// A token, wherever it came from.
  struct Part {
    let kind: TokenKind
    let start: Int
    let end: Int
    let folded: String
    let stem: String

    init(_ token: Token) {
      (kind, start, end) = (token.kind, token.start, token.end)
      (folded, stem) = (token.folded, token.stem)
    }

    private init(_ part: Part, offset: Int) {
      (kind, start, end) = (part.kind, part.start + offset, part.end + offset)
      (folded, stem) = (part.folded, part.stem)
    }

    /// The same token where offsets count from further left.
    func moved(by offset: Int) -> Part { Part(self, offset: offset) }
  }

  /// The tokens of a word that is two; nil where it is one.
  ///
  /// The first part begins small and has at least two letters, the second is a capital and small
  /// letters: `iPhone`, `OpenAI` and `macOS` stay whole. Offsets count from the word's start.
  static func parts(of word: String, in language: Language) -> [Part]? {
    guard let cut = boundary(in: word) else { return nil }
    let place = word.utf8.index(word.utf8.startIndex, offsetBy: cut)
    let rest = String(word[place...])
    let before = tokens(of: String(word[..<place]), in: language).map(Part.init)
    // Scanned afresh: what follows the seam may be elided (aussiL'intelligence).
    let behind = tokens(of: rest, in: language).flatMap { token -> [Part] in
      let start = rest.utf8.index(rest.utf8.startIndex, offsetBy: token.start)
      let end = rest.utf8.index(rest.utf8.startIndex, offsetBy: token.end)
      let inner = parts(of: String(rest[start..<end]), in: language)
      return inner?.map { $0.moved(by: token.start) } ?? [Part(token)]
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
