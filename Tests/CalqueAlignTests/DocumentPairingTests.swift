import CalqueModel
import TestSupport
import Testing

@testable import CalqueAlign

@Suite("The pairing of documents")
struct DocumentPairingTests {
  private let pair = LanguagePair(source: LanguageTag("fr"), target: LanguageTag("en"))

  private let french = [
    "Le ministre Dupont a présenté mardi à Lyon un budget de 412 millions d'euros pour l'école.",
    "La tempête Ciarán a tué 16 personnes en Bretagne, où 780 000 foyers sont sans électricité.",
    "L'usine Renault de Douai produira 120 000 voitures électriques en 2026, a dit Luca de Meo.",
    "Le lycée Voltaire organise samedi une fête pour ses anciens élèves et leurs professeurs.",
  ]
  private let english = [
    "Renault's Douai plant will make 120,000 electric cars in 2026, Luca de Meo said.",
    "A museum in Glasgow has lost three paintings, the police reported on Sunday evening.",
    "Minister Dupont presented a budget of 412 million euros for schools in Lyon on Tuesday.",
    "Storm Ciarán killed 16 people in Brittany, where 780,000 homes have no electricity.",
  ]

  private func matches(_ french: [String], _ english: [String]) -> [[Int]] {
    var pairing = DocumentPairing(lexicon: BilingualLexicon.shipped(for: pair))
    for text in french { pairing.addSource(text) }
    for text in english { pairing.addTarget(text) }
    return pairing.matches().map { [$0.source, $0.target] }.sorted { $0[0] < $1[0] }
  }

  @Test("finds counterparts by names, numbers and words, and leaves the others alone")
  func counterparts() {
    #expect(matches(french, english) == [[0, 2], [1, 3], [2, 0]])
  }

  @Test("leaves documents alone that sound alike and name other things")
  func contradiction() {
    let release = "Le projet publie la mise à jour de sa distribution, qui corrige des failles"
    let update = "The project releases an update of its distribution, which mends faults"
    let sources = [
      "\(release) : Apache 4127, Postfix 5518, Kerberos 7342, Samba 9951.",
      "\(release) : Firefox 3266, Ghostscript 1184, Wireshark 2093, Poppler 6675.",
    ]
    let targets = [
      "\(update): Thunderbird 8412, Mailman 2231, Squid 7719, Libreoffice 3308.",
      "\(update): Firefox 3266, Ghostscript 1184, Wireshark 2093, Poppler 6675.",
    ]
    let others = (
      sources + ["Thunderbird, Mailman, Squid, Libreoffice : 8412, 2231, 7719, 3308 fois."],
      targets + ["Apache, Postfix, Kerberos and Samba."]
    )
    #expect(matches(others.0, others.1).contains([1, 1]))
    #expect(!matches(others.0, others.1).contains([0, 0]))
  }

  @Test("counts numbers against a pair that no document of the other side holds")
  func foreignNumbers() {
    let release = "Le projet publie la mise à jour de sa distribution, qui corrige des failles"
    let update = "The project releases an update of its distribution, which mends faults"
    #expect(matches(["\(release) : 4127."], ["\(update): 4127."]) == [[0, 0]])
    #expect(matches(["\(release) : 4127, 5518."], ["\(update): 8412, 2231."]) == [])
  }

  @Test("is the same in any order of the documents", arguments: 1..<6 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let order = english.indices.shuffled(using: &random)
    let found = matches(french, order.map { english[$0] }).map { [$0[0], order[$0[1]]] }
    #expect(found == [[0, 2], [1, 3], [2, 0]], "seed \(seed)")
  }

  @Test("gives no document twice, and a confidence from a half to one")
  func once() {
    var pairing = DocumentPairing(lexicon: nil)
    for text in french + french { pairing.addSource(text) }
    for text in english { pairing.addTarget(text) }
    let matches = pairing.matches()
    #expect(Set(matches.map(\.source)).count == matches.count)
    #expect(Set(matches.map(\.target)).count == matches.count)
    for match in matches { #expect((0.5...1).contains(match.confidence)) }
  }

  @Test("finds nothing where there is nothing")
  func nothing() {
    #expect(matches([], []).isEmpty)
    #expect(matches(french, []).isEmpty)
    #expect(matches([], english).isEmpty)
    #expect(matches(["", "…"], ["", "1"]).isEmpty)
  }
}
