import CalqueModel
import TestSupport
import Testing

@testable import CalqueAlign

@Suite("The aligner")
struct LexicalAlignerTests {
  /// The aligner with the words that come with Calque.
  private let aligner = LexicalAligner(
    lexicons: [
      BilingualLexicon.shipped(
        for: LanguagePair(source: LanguageTag("fr"), target: LanguageTag("en")))
    ].compactMap { $0 })

  private func ladder(_ source: [String], _ target: [String]) -> [String] {
    aligner.align(AlignmentPair(AlignmentText(source), AlignmentText(target)))
      .map(\.ladder)
  }

  private func reversed(_ source: [String], _ target: [String]) -> [String] {
    var aligner = aligner
    aligner.lexicons = aligner.lexicons.map(\.reversed)
    return aligner.align(AlignmentPair(AlignmentText(source), AlignmentText(target)))
      .map(\.ladder)
  }

  private let french = [
    "Le Parlement européen a voté mardi à Strasbourg.", "La résolution compte 42 articles.",
    "M. Dupont s'est dit satisfait.", "« C'est un progrès », a-t-il ajouté.",
    "Le vote final aura lieu le 12 décembre 2023.",
  ]
  private let english = [
    "The European Parliament voted in Strasbourg on Tuesday.", "The resolution has 42 articles.",
    "Mr. Dupont said he was satisfied.", "\"This is progress,\" he added.",
    "The final vote will take place on 12 December 2023.",
  ]

  @Test("joins sentences one to one, and says so with some confidence")
  func oneToOne() {
    let beads = aligner.align(
      AlignmentPair(AlignmentText(french), AlignmentText(english)))
    #expect(beads.map(\.ladder) == french.indices.map { "[\($0)]:[\($0)]" })
    #expect(beads.allSatisfy { $0.confidence > 0.5 && $0.confidence <= 1 })
  }

  @Test("is not confident where the words of two texts have nothing in common")
  func unrelated() {
    let recipe = [
      "The museum will close for renovation in the autumn.",
      "Visitors may see the garden for free.", "The paintings have been moved to a warehouse.",
      "A new entrance will be built near the river.", "The work should be finished next year.",
    ]
    let beads = aligner.align(AlignmentPair(AlignmentText(french), AlignmentText(recipe)))
    #expect(
      beads.allSatisfy { $0.source.isEmpty || $0.target.isEmpty || $0.confidence <= 0.5 },
      "\(beads)")
  }

  @Test("leaves alone what has no counterpart", arguments: 0..<5)
  func lone(missing: Int) {
    var rest = english
    rest.remove(at: missing)
    #expect(
      ladder(french, rest)
        == (0..<5).map { number in
          number < missing
            ? "[\(number)]:[\(number)]"
            : number == missing ? "[\(number)]:[]" : "[\(number)]:[\(number - 1)]"
        })
    #expect(reversed(rest, french).filter { $0.hasPrefix("[]") } == ["[]:[\(missing)]"])
  }

  @Test("joins a sentence with the two that translate it")
  func split() {
    let joined = [french[0] + " " + french[1]] + french.dropFirst(2)
    #expect(ladder(Array(joined), english).first == "[0]:[0,1]")
    #expect(reversed(english, Array(joined)).first == "[0,1]:[0]")
  }

  @Test("invents no counterpart between texts that have nothing in common")
  func nothing() {
    let text = [
      "Le Parlement européen a voté mardi à Strasbourg.",
      "La résolution compte 42 articles.",
      "M. Dupont s'est dit satisfait du résultat.",
      "« C'est un progrès pour les familles », a-t-il ajouté.",
      "Le vote final aura lieu le 12 décembre 2023.",
      "Les députés de la gauche avaient demandé un délai de 30 jours.",
      "La ministre de la Santé n'a pas voulu répondre aux questions.",
      "Plus de 1 200 personnes ont signé la pétition contre la réforme.",
      "Le gouvernement promet une loi avant la fin de l'année.",
    ]
    let other = [
      "Penguins swim under cold green water near Argentina every winter.",
      "Add two spoons of sugar and stir for 15 minutes.",
      "The old bicycle was never repaired after the war.",
      "Is it true that cats sleep sixteen hours a day?",
      "My grandmother bought this house in 1954 for 8,000 pounds.",
      "Nobody knows who painted the small picture above the door.",
      "He closed the book, turned off the light and fell asleep.",
      "The river was so high that the bridge had to be closed.",
    ]
    #expect(ladder(text, other).filter { !$0.contains("[]") }.count <= 2)
  }

  @Test("keeps every sentence in order, and finds the same beads again")
  func covers() {
    var random = SplitMix64(seed: 11)
    let document = random.document(sentences: 60)
    let beads = aligner.align(document)
    #expect(beads.flatMap(\.source) == Array(0..<document.source.count))
    #expect(beads.flatMap(\.target) == Array(0..<document.target.count))
    #expect(aligner.align(document) == beads)
  }

  @Test("answers for empty and lopsided texts")
  func extremes() {
    #expect(ladder([], []).isEmpty)
    #expect(ladder(["a"], []) == ["[0]:[]"])
    #expect(ladder([], ["a", "b"]) == ["[]:[0]", "[]:[1]"])
    let many = (0..<800).map { "Sentence number \($0) about another thing." }
    let beads = aligner.align(
      AlignmentPair(AlignmentText(["Une seule phrase."]), AlignmentText(many)))
    #expect(beads.flatMap(\.target).count == 800)
    let long = String(repeating: "mot ", count: 25_000)
    #expect(ladder([long, "Fin."], [long, "End."]).count >= 2)
    #expect(ladder(["x" + String(repeating: "é", count: 100_000)], ["y"]).count >= 1)
  }

  @Test("aligns a text with itself one to one")
  func itself() {
    let text = (0..<150).map { "La phrase numéro \($0) parle de \($0 * 7 % 13) choses." }
    #expect(ladder(text, text) == text.indices.map { "[\($0)]:[\($0)]" })
  }

  @Test("learns from the other documents of a batch")
  func batch() {
    var random = SplitMix64(seed: 5)
    let documents = (0..<12).map { _ in random.document(sentences: 12) }
    let together = aligner.align(documents)
    #expect(together.count == 12)
    func nulls(_ beads: [[Bead]]) -> Double {
      beads.reduce(0) { $0 + $1.map(\.confidence).reduce(0, +) / Double($1.count) } / 12
    }
    let alone = documents.map { aligner.align($0) }
    #expect(nulls(together) > nulls(alone))
  }
}
