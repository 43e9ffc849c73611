import CalqueStore
import CalqueText
import TestSupport
import Testing

@Suite("The hash of a folded text")
struct FoldedFormTests {
  @Test(
    "is the same for texts that differ in case, accents and typography alone",
    arguments: [
      ("L’Élysée", "l'elysee"), ("«\u{A0}Sommet\u{A0}»", "\" SOMMET \""),
      ("  deux   mots\u{202F}", "Deux\tmots"), ("Œuvre…", "oeuvre..."), ("ﬁn – fin", "FIN - FIN"),
      ("e\u{301}te\u{301}", "Été"), ("co\u{AD}or\u{200B}données", "coordonnees"),
      ("Straße", "STRASSE"),
      ("x²", "x2"), ("", " "),
    ])
  func equal(a: String, b: String) {
    var form = FoldedForm()
    #expect(form.hash(a) == form.hash(b))
  }

  @Test("differs where the words do", arguments: [("sommet", "sommets"), ("a b", "ab"), ("a", "")])
  func different(a: String, b: String) {
    var form = FoldedForm()
    #expect(form.hash(a) != form.hash(b))
  }

  @Test("is that of the folded text, whichever way it was folded", arguments: UInt64(0)..<20)
  func property(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var form = FoldedForm()
    for _ in 0..<100 {
      let text = text(&random)
      #expect(form.hash(text) == form.hashSlowly(text), "seed \(seed): \(text.debugDescription)")
    }
  }

  private func text(_ random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let range: ClosedRange<UInt32> =
        switch Int.random(in: 0..<20, using: &random) {
        case 0: 0x300...0x36F
        case 1: 0x2000...0x206F
        case 2: 0x80...0x24F
        case 3: 0x370...0x1FFF
        case 4 where Int.random(in: 0..<4, using: &random) == 0: 0x2100...0x1_FFFF
        default: 0x20...0x7E
        }
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
