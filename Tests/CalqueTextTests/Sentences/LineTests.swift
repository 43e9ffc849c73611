import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("A line of a text")
struct LineTests {
  private func line(_ text: String) -> Line? {
    let units = Array(text.utf16)
    return Line(units, 0..<units.count)
  }

  @Test("is none where it is blank", arguments: ["", " ", "\u{A0}\t\u{3000}"])
  func blank(text: String) { #expect(line(text) == nil) }

  @Test("is trimmed, and knows the length of its first word")
  func measures() throws {
    let line = try #require(self.line("  \u{A0}L’été est là. \t"))
    #expect(line.start == 3)
    #expect(line.end == 16)
    #expect(line.length == 13)
    #expect(line.firstWord == 5)
  }

  @Test(
    "begins with a small letter, or not",
    arguments: [
      ("été", true), ("Été", false), ("2 pays", false), ("« oui", false), ("ß", true), ("🙂", false),
      ("ǅ", false),
    ])
  func smallLetter(text: String, isSmall: Bool) throws {
    #expect(try #require(line(text)).beginsSmall == isSmall)
  }

  @Test(
    "begins an item of a list",
    arguments: [
      "- a", "— Bonjour", "• a", "* a", "‣ a", "▪ a", "● a", "· a", "1. a", "12. a", "1234. a",
      "1) a", "(1) a", "a) b", "(a) b", "a. b",
    ])
  func items(text: String) throws { #expect(try #require(line(text)).beginsItem) }

  @Test(
    "begins no item of a list",
    arguments: [
      "-", "1.", "-a b", "12345. a", "ab) c", "1 a", "a b", "1.2 a", ". a", "(a b", "1.a b",
    ])
  func noItems(text: String) throws { #expect(try !#require(line(text)).beginsItem) }

  @Test(
    "is finished by a full stop or its like, closing marks behind it allowed",
    arguments: [
      ("Fin.", true), ("Fin !", true), ("Fin…", true), ("« Fin. »", true), ("\"Fin.\"", true),
      ("(Fin.)", true), ("終。", true), ("Fin", false), ("Fin,", false), ("Fin:", false),
      ("»", false),
      ("M. Dupont", false),
    ])
  func finished(text: String, isFinished: Bool) throws {
    #expect(try #require(line(text)).isFinished == isFinished)
  }
}
