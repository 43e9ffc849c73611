import CalqueModel
import Testing

/// The words and numbers that stores and files hold: a change would misread what is stored.
@Suite("The stored words of the model")
struct NamesTests {
  @Test(
    "a unit's status",
    arguments: [
      (UnitStatus.draft, 0, "draft"), (.translated, 1, "translated"), (.reviewed, 2, "reviewed"),
      (.approved, 3, "approved"), (.rejected, 4, "rejected"),
    ])
  func unitStatus(status: UnitStatus, stored: Int, name: String) {
    #expect(status.rawValue == stored)
    #expect(UnitStatus(rawValue: stored) == status)
    #expect(status.name == name)
    #expect(UnitStatus(name: name) == status)
  }

  @Test(
    "a term's status",
    arguments: [
      (TermStatus.preferred, 0, "preferred"), (.admitted, 1, "admitted"),
      (.forbidden, 2, "forbidden"),
    ])
  func termStatus(status: TermStatus, stored: Int, name: String) {
    #expect(status.rawValue == stored)
    #expect(TermStatus(rawValue: stored) == status)
    #expect(status.name == name)
    #expect(TermStatus(name: name) == status)
  }

  @Test("no other word is a status", arguments: ["", "Draft", "preferred ", "deprecated", "0"])
  func noStatus(word: String) {
    #expect(UnitStatus(name: word) == nil)
    #expect(TermStatus(name: word) == nil)
  }

  @Test("every status has its row above")
  func completeness() {
    #expect(UnitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4])
    #expect(TermStatus.allCases.map(\.rawValue) == [0, 1, 2])
    #expect(UnitStatus(rawValue: 5) == nil)
    #expect(TermStatus(rawValue: -1) == nil)
  }

  @Test("a term's type and a resource's kind")
  func types() {
    #expect(
      TermType.allCases.map(\.rawValue) == [
        "full", "acronym", "short", "variant", "phrase", "form",
      ])
    #expect(Resource.Kind.memory.rawValue == "memory")
    #expect(Resource.Kind.glossary.rawValue == "glossary")
  }

  @Test(
    "a term's flags",
    arguments: [
      (TermFlags.metonym, 1, "metonym"), (.ambiguous, 2, "ambiguous"),
      (.falseFriend, 4, "false-friend"), (.doNotTranslate, 8, "do-not-translate"),
      (.caseSensitive, 16, "case"), (.sourceOnly, 32, "source-only"),
      (.targetOnly, 64, "target-only"),
    ])
  func flags(flag: TermFlags, stored: Int, name: String) {
    #expect(flag.rawValue == stored)
    #expect(flag.names == [name])
    #expect(TermFlags(name: name) == flag)
  }

  @Test("several flags, in the order they are written")
  func severalFlags() {
    #expect(TermFlags(rawValue: 0).names == [])
    #expect(TermFlags(rawValue: 21).names == ["metonym", "false-friend", "case"])
    #expect((TermFlags.caseSensitive.union(.metonym)).names == ["metonym", "case"])
    #expect(
      TermFlags(rawValue: 31).names == [
        "metonym", "ambiguous", "false-friend", "do-not-translate", "case",
      ])
    #expect(TermFlags(rawValue: 128).names == [], "a flag of a later Calque has no name here")
    #expect(TermFlags(name: "Metonym") == nil)
    #expect(TermFlags(name: "") == nil)
  }
}
