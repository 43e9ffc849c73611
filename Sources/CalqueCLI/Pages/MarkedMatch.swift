import Calque

extension Paragraph {
  /// Adds a match's source, with the differences from the query marked.
  ///
  ///     La France accueillera le [-grand-] [+prochain+] sommet.
  ///
  /// - Parameters:
  ///   - match: the match.
  ///   - query: the text looked up.
  mutating func append(_ match: MatchAnswer, foundBy query: String) {
    for piece in match.pieces(comparedWith: query) {
      switch piece.kind {
      case .same: append(piece.blank + piece.text)
      case .removed:
        append(piece.blank)
        append(mark: "[-", piece.text, "-]", .missing)
      case .added:
        append(piece.blank)
        append(mark: "[+", piece.text, "+]", .added)
      }
    }
  }
}
