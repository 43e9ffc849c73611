import CalqueModel
import CalqueTerms
import Testing

@Suite("Names that a translation exchanges")
struct NameComparisonTests {
  private static let common: Set<String> = ["conseil", "council", "loi", "act", "ministre"]

  private func differences(_ french: String, _ english: String) -> [String] {
    let pair = LanguagePair(source: "fr", target: "en")
    let source = NamedWords(
      french, "fr", names: NameGlossary(pair).names(in: french), knowsWords: true
    ) { word, _ in Self.common.contains(word) }
    let target = NamedWords(
      english, "en", names: NameGlossary(pair.reversed).names(in: english), knowsWords: false
    ) { word, _ in Self.common.contains(word) }
    func text(_ range: Range<Int>, _ whole: String) -> String {
      String(decoding: Array(whole.utf8)[range], as: UTF8.self)
    }
    return NameComparison(source, target).differences.map {
      text($0.source, french) + " → " + text($0.target, english)
    }
  }

  @Test(
    "are found",
    arguments: [
      ("Il a vu Marchand à la gare.", "He saw Delcourt at the station.", "Marchand → Delcourt"),
      ("La Slovénie a voté.", "Then Slovakia voted.", "Slovénie → Slovakia"),
      ("Il vit en Guinée.", "He lives in Guyana.", "Guinée → Guyana"),
    ])
  func faults(french: String, english: String, difference: String) {
    #expect(differences(french, english) == [difference])
  }

  @Test(
    "are none where a name is written in the other language's way",
    arguments: [
      ("Il a vu Khrouchtchev à Moscou.", "He saw Khrushchev in Moscow."),
      ("Selon Volodymyr Zelensky, non.", "No, Volodymyr Zelenskyy says."),
      ("Il préside le Conseil de Lorraine.", "He chairs the Council of Lorraine."),
      ("Il vit en France.", "He lives in a French town."),
      ("M. Durand et Mme Petit sont là.", "Durand and Petit are there."),
      ("Il a vu Marchand.", "He saw him."),
    ])
  func rightOnes(french: String, english: String) {
    #expect(differences(french, english) == [])
  }
}
