import CalqueModel
import CalqueTerms
import TestSupport
import Testing

@Suite("Long terms")
struct LongTermTests {
  /// A title of 36 words, most of which are the plural or the feminine of another word.
  static let title = """
    comités nationaux spéciaux des grandes commissions permanentes communes chargées des affaires \
    sociales régionales départementales municipales intercommunales nouvelles anciennes locales \
    générales fiscales pénales civiles commerciales internationales européennes françaises \
    allemandes italiennes espagnoles polonaises suédoises finlandaises danoises norvégiennes \
    islandaises
    """

  static let repeated = [24, 200, 40_000].map { count in
    Array(repeating: "grand", count: count).joined(separator: " ")
  }

  @Test("cost what their words are, whatever the readings of each", arguments: [title] + repeated)
  func cost(term: String) {
    // Both genders and both numbers of every word are in the vocabulary.
    let others = ["grand", "grands", "grande", "grandes", "nationale", "national", "sociale"]
    let found = found([term] + others, in: "Le \(term).")
    #expect(found.first == term)
  }

  @Test("are looked for only where the text has room for them")
  func room() {
    let words = Array(repeating: "grand", count: 20_000).joined(separator: " ")
    #expect(found([words + " grand"], in: words) == [])
    #expect(found([words], in: words) == [words])
    #expect(found(["grand grand grand"], in: "grand grand\n\ngrand grand") == [])
  }

  @Test("agree with the twin, of words that have several readings", arguments: 1...12)
  func twin(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let words = [
      "grand", "grande", "grands", "grandes", "national", "nationaux", "nationale", "élu", "élue",
      "élus", "cours", "cour", "marché", "marchés", "marche", "prendre", "prend", "pris",
    ]
    func text(_ count: Int, gaps: [String]) -> String {
      (0..<count).map { _ in
        (words.randomElement(using: &generator) ?? "")
          + (gaps.randomElement(using: &generator) ?? "")
      }.joined()
    }
    for round in 0..<10 {
      let terms = (0..<20).map { number in
        let words = text(Int.random(in: 1...7, using: &generator), gaps: [" ", " ", "-"])
        let kind = TwinTests.kinds.randomElement(using: &generator) ?? ""
        return recogniserTerm(words + kind, number: number)
      }
      // The text holds some of the terms as they are, so that long ones are found.
      let text =
        text(20, gaps: [" ", " ", " ", "\n\n"]) + terms.prefix(4).map(\.text).joined(separator: " ")
        + " " + text(5, gaps: [" "])
      let fast = Recogniser(terms: terms, language: "fr").terms(in: text)
      let slow = ObviousRecogniser(terms: terms, language: "fr").terms(in: text)
      let more = Set(fast).subtracting(slow).map { (surface(of: $0, in: text), terms[$0.term]) }
      let less = Set(slow).subtracting(fast).map { (surface(of: $0, in: text), terms[$0.term]) }
      #expect(fast == slow, "seed \(seed), round \(round): +\(more) -\(less) in \(text)")
    }
  }

  @Test("are found beside a chain of words that ran together")
  func seams() {
    let chain = "lire" + String(repeating: "AussiL'intelligence", count: 20_000)
    #expect(found(["artificielle"], in: chain + " artificielle") == ["artificielle"])
    #expect(found(["lire", "aussi"], in: "lireAussi") == ["lire", "Aussi"])
    #expect(
      found(["lire", "intelligence"], in: "lireL'intelligence") == ["lire", "intelligence"])
  }
}
