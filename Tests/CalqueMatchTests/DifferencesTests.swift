import CalqueText
import TestSupport
import Testing

@testable import CalqueMatch

@Suite("The differences between a query and a match")
struct DifferencesTests {
  @Test(
    "stand where they are, and read as text",
    arguments: [
      ("Le sommet.", "Le prochain sommet.", "Le [+prochain+] sommet."),
      ("Le prochain sommet.", "Le sommet.", "Le [-prochain-] sommet."),
      ("Le grand sommet.", "Le prochain sommet.", "Le [-grand-] [+prochain+] sommet."),
      ("Le sommet", "Le sommet.", "Le sommet[+.+]"),
      ("Le sommet.", "Le sommet", "Le sommet[-.-]"),
      ("Le sommet. Fin", "Le sommet! Fin", "Le sommet[-.-][+!+] Fin"),
      ("Oui, je viens", "Oui je viens", "Oui[-,-] je viens"),
      ("Hier, la France", "la France", "[-Hier,-] la France"),
      ("la France", "Hier, la France", "[+Hier,+] la France"),
      ("la France hier", "la France", "la France [-hier-]"),
      ("l'ancien palais", "le palais", "[-l'ancien-][+le+] palais"),
      ("à l'ancien palais", "à le palais", "à [-l'ancien-] [+le+] palais"),
      ("l'ancien ami", "l'ami", "l'[-ancien-] ami"),
      ("l'IA", "l’IA", "l’IA"),
      ("12 000 euros", "12\u{202F}000 euros", "12\u{202F}000 euros"),
      ("12 euros", "13 euros", "[-12-][+13+] euros"),
      ("le Sommet", "le sommet", "le [-Sommet-] [+sommet+]"),
      ("les sommets", "les sommet", "les [-sommets-] [+sommet+]"),
      ("un été", "un ete", "un [-été-] [+ete+]"),
      ("a", "b", "[-a-][+b+]"),
      ("", "abc", "abc"),
      ("abc", "", ""),
      ("  le sommet ", "le sommet", "le sommet"),
      ("le sommet", " le  sommet ", " le  sommet "),
    ])
  func marks(query: String, match: String, shown: String) {
    let pieces = Differences.between(query, and: match, in: .french)
    #expect(pieces.map(marked).joined() == shown)
  }

  @Test("hold the whole match", arguments: 0..<50)
  func whole(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let words = ["le", "sommet", ",", "l'IA", "12", "Le", "sommets", "."]
    func text() -> String {
      (0..<random.number(below: 9)).map { _ in words[random.number(below: words.count)] }.joined(
        separator: " ")
    }
    let (query, match) = (text(), text())
    let pieces = Differences.between(query, and: match, in: .french)
    let kept = pieces.filter { $0.kind != .missing }.map(\.text).joined()
    func squeezed(_ text: String) -> String { text.filter { $0 != " " } }
    #expect(squeezed(kept) == squeezed(match), "seed \(seed): \(query) | \(match)")
  }

  private func marked(_ piece: Difference) -> String {
    switch piece.kind {
    case .same: piece.text
    case .added: "[+\(piece.text)+]"
    case .missing: "[-\(piece.text)-]"
    }
  }
}
