import CalqueModel
import CalqueTerms
import TestSupport
import Testing

@Suite("The sieve of terms")
struct SieveTests {
  @Test("lets nothing fall through that is recognised", arguments: [11, 12, 13, 14] as [UInt64])
  func complete(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func text(_ count: Int) -> String {
      (0..<count).map { _ in
        (TwinTests.words.randomElement(using: &generator) ?? "")
          + (TwinTests.gaps.randomElement(using: &generator) ?? "")
      }.joined()
    }
    for _ in 0..<20 {
      let terms = (0..<40).map { number in
        let kind = TwinTests.kinds.randomElement(using: &generator) ?? ""
        return recogniserTerm(text(Int.random(in: 1...3, using: &generator)) + kind, number: number)
      }
      let text = text(8)
      let sieve = TermSieve(text, language: "fr")
      let all = Recogniser(terms: terms, language: "fr").terms(in: text)
      let sieved = Recogniser(
        terms: terms.filter { sieve.admits($0.text) }, language: "fr"
      ).terms(in: text)
      var own = RecogniserBuilder(for: sieve)
      for term in terms where sieve.admits(term.text) { own.add(term) }
      #expect(own.recogniser().terms(in: text) == all, "seed \(seed): \(text)")
      #expect(all == sieved, "seed \(seed): \(text)")
    }
  }

  @Test("keeps forms that change their letters and terms written otherwise")
  func forms() {
    let language: LanguageTag = "fr"
    for (term, text) in [
      ("l'Élysée", "Elysée"), ("le Quai d'Orsay", "Quai d’Orsay"), ("O.N.U.", "ONU"),
      ("avoir lieu", "ont lieu"), ("aller de l'avant", "va de l'avant"), ("oeuvre", "œuvre"),
      ("être en cours", "sont en cours"), ("intelligence", "aussiIntelligence"),
      ("élection", "aussiÉlection"),
    ] {
      #expect(TermSieve(text, language: language).admits(term), "\(term) in \(text)")
    }
    #expect(TermSieve("feet and men", language: "en").admits("foot"))
    #expect(TermSieve("feet and men", language: "en").admits("man"))
    #expect(TermSieve("They went public.", language: "en").admits("go public"))
    #expect(!TermSieve("Le sommet commence.", language: "fr").admits("parlement"))
  }
}
