import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("The pieces of a match")
struct MatchPieceTests {
  private let workspace: Workspace
  private let folder: TemporaryFolder
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    pair = try #require(LanguagePair("fr-en"))
    for source in [
      "La France accueillera le prochain sommet.",
      "L'Italie accueillera, dit-on, le sommet à Rome !",
      "  Le vote « utile » est clos. ",
    ] { try workspace.add(source, "x y z", pair: pair) }
  }

  private func matches(_ query: String) throws -> [MatchAnswer] {
    var options = LookupOptions(pair: pair)
    options.minimum = 30
    return try workspace.lookup(options).matches(query)
  }

  private func marked(_ pieces: [MatchPiece]) -> String {
    pieces.map { piece in
      switch piece.kind {
      case .same: piece.blank + piece.text
      case .removed: piece.blank + "[-\(piece.text)-]"
      case .added: piece.blank + "[+\(piece.text)+]"
      }
    }.joined()
  }

  @Test(
    "show what the match has and lacks",
    arguments: [
      ("La France accueillera le prochain sommet.", "La France accueillera le prochain sommet."),
      ("La France accueillera le sommet.", "La France accueillera le [+prochain+] sommet."),
      (
        "La France accueillera le grand sommet.",
        "La France accueillera le [-grand-] [+prochain+] sommet."
      ),
      (
        "Hier, La France accueillera le prochain sommet.",
        "[-Hier,-] La France accueillera le prochain sommet."
      ),
      (
        "La France accueillera le prochain sommet de Nice.",
        "La France accueillera le prochain sommet [-de Nice-]."
      ),
    ])
  func shown(query: String, text: String) throws {
    let match = try #require(try matches(query).first)
    #expect(marked(match.pieces(comparedWith: query)) == text)
  }

  @Test("are the match's source, where those of the query are left out")
  func wholeSource() throws {
    for query in [
      "La France accueillera le grand sommet.", "L'Italie accueillera le sommet",
      "Hier le vote utile est clos", "Vote", "Le sommet de Rome est clos !",
    ] {
      for match in try matches(query) {
        let pieces = match.pieces(comparedWith: query)
        let kept = pieces.filter { $0.kind != .removed }.map(\.text).joined(separator: " ")
        #expect(Self.letters(kept) == Self.letters(match.source))
        let removed = pieces.filter { $0.kind == .removed }.map(\.text)
        #expect(removed.allSatisfy { query.contains($0) })
      }
    }
  }

  private static func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

@Suite("A place in UTF-8 bytes")
struct UTF8PlaceTests {
  @Test(
    "cuts the text, and ends with it",
    arguments: [
      (0..<2, "é"), (2..<3, "t"), (0..<5, "été"), (3..<99, "é"), (7..<9, ""), (-4..<2, "é"),
      (2..<2, ""), (1..<3, "\u{FFFD}t"),
    ])
  func cut(range: Range<Int>, text: String) {
    #expect("été"[utf8: range] == text)
  }
}
