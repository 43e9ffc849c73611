import CalqueFormats
import CalqueModel
import Testing

@Suite("The excerpt of a broken file")
struct ExcerptTests {
  /// What is said of a file that cannot be read.
  private func excerpt(_ text: String, name: String) throws -> String {
    do {
      _ = try Reading(text.utf8, name: name)
    } catch let error as FormatError {
      return try #require(error.excerpt).description
    }
    Issue.record("\(name) was read")
    return ""
  }

  private static let family = "👩‍👩‍👧‍👦"

  @Test(
    "shows whole characters on both sides of the mark, wherever a long line is cut",
    arguments: 0..<16)
  func wholeCharacters(shift: Int) throws {
    let filling = String(repeating: "x", count: shift)
    let emoji = String(repeating: Self.family, count: 20)
    let accents = String(repeating: "e\u{301}", count: 60)
    for around in [emoji, accents] {
      let tmx =
        "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"fr\"><seg>"
        + around + filling + "</oops>" + around + "</seg></tuv></tu></body></tmx>"
      let shown = try excerpt(tmx, name: "a.tmx")
      #expect(!shown.contains("\u{FFFD}"), "\(shown)")
      let line = try #require(shown.split(separator: "\n").dropFirst().first)
      let text = line.drop { $0 != "|" }.dropFirst(2)
      for character in text where character.unicodeScalars.count > 1 {
        #expect([Self.family, "e\u{301}"].contains(String(character)), "\(shown)")
      }
      #expect(!text.contains("👩") && !text.contains("👧") && !text.contains("👦"), "\(shown)")
    }
  }

  @Test("does not end inside a character, wherever a chunk of the file does", arguments: 0..<8)
  func chunks(shift: Int) throws {
    // The rest of a line that is longer than what has been read of the file by then.
    let emoji = String(repeating: "🙂", count: 60_000)
    let filling = String(repeating: "x", count: shift)
    let tmx = "<tmx version=\"1.4\"><header/><body></oops>" + filling + emoji
    #expect(try !excerpt(tmx, name: "a.tmx").contains("\u{FFFD}"))
    let error = #expect(throws: FormatError.self) {
      try Reading(("fr\ten\na\u{1}" + filling + emoji).utf8, name: "a.tsv")
    }
    #expect(error?.excerpt?.lines.first?.text.contains("\u{FFFD}") == false)
  }
}
