import CalqueModel
import CalqueTerms
import CalqueText
import Testing

@Suite("Quantities that a translation changes")
struct QuantityComparisonTests {
  private func differences(_ french: String, _ english: String) -> [String] {
    var (first, second) = (QuantityReader("fr"), QuantityReader("en"))
    func text(_ quantity: Quantity?, _ whole: String) -> String {
      quantity.map { String(decoding: Array(whole.utf8)[$0.range], as: UTF8.self) } ?? "∅"
    }
    return QuantityComparison(first.quantities(in: french), second.quantities(in: english))
      .differences.map {
        text($0.source, french) + " → " + text($0.target, english) + ($0.isDate ? " (date)" : "")
      }
  }

  @Test(
    "are found",
    arguments: [
      ("Le groupe compte 8 400 salariés.", "The group has 840 employees.", "8 400 → 840"),
      ("Il a quatre ans de mandat.", "He has six years in office.", "quatre ans → six years"),
      ("Elle vaut 2,6 milliards.", "It is worth 2.6 million.", "2,6 milliards → 2.6 million"),
      ("Les prix ont pris 12 %.", "Prices rose by 12.", "12 % → 12"),
      ("Cela coûte 12 euros.", "It costs $12.", "12 euros → $12"),
      ("Le vote aura lieu jeudi.", "The vote is on Friday.", "jeudi → Friday (date)"),
      ("Il est mort le 4 juin 1958.", "He died on June 4, 1959.", "1958 → 1959 (date)"),
      ("Les 577 députés sont là.", "All deputies are there.", "577 → ∅"),
      ("Il est venu.", "He came with 40 men.", "∅ → 40"),
    ])
  func faults(french: String, english: String, difference: String) {
    #expect(differences(french, english) == [difference])
  }

  @Test(
    "are none where the translation says the same in its own way",
    arguments: [
      ("Une vingtaine de blessés, dont deux graves.", "About 20 were hurt, two seriously."),
      ("Elle court 40 km.", "She runs 40 km (25 miles)."),
      ("C’est la première fois en dix ans.", "For the first time in a decade, it is so."),
      ("Le procès reprend mercredi 5 mars.", "The trial resumes on March 5."),
      ("Les deux hommes se sont vus.", "Both men met."),
      ("Le 25 décembre à minuit", "At midnight on December 25"),
      ("L’an dernier, 15 % ont voté.", "Last year, fifteen percent voted."),
    ])
  func rightOnes(french: String, english: String) {
    #expect(differences(french, english) == [])
  }
}
