import Testing

@testable import Calque

@Suite("Consent")
struct ConsentTests {
  @Test(
    "is a yes in either language",
    arguments: [
      ("y", true), ("YES", true), ("o", true), ("Oui", true), ("n", false), ("", false),
      ("yes!", false), ("non", false), ("ja", false),
    ])
  func consent(answer: String, isGiven: Bool) {
    #expect(Consent.isGiven(by: answer) == isGiven)
  }
}
