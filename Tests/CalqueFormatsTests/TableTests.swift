import CalqueFormats
import CalqueModel
import Testing

@Suite("A table of pairs")
struct TableTests {
  @Test(
    "is read with any line end, with a byte order mark, and with or without a header",
    arguments: [
      "Bonjour tout le monde.\tHello everyone.\nAu revoir.\tGoodbye.\n",
      "Bonjour tout le monde.\tHello everyone.\r\nAu revoir.\tGoodbye.\r\n",
      "Bonjour tout le monde.\tHello everyone.\rAu revoir.\tGoodbye.",
      "fr\ten\nBonjour tout le monde.\tHello everyone.\n\nAu revoir.\tGoodbye.",
    ])
  func lineEnds(text: String) throws {
    let reading = try Reading(text.utf8, name: "a.fr-en.tsv")
    #expect(
      reading.texts == [
        ["Bonjour tout le monde.", "Hello everyone."], ["Au revoir.", "Goodbye."],
      ])
    #expect(reading.detected.kind == .memory)
    #expect(reading.detected.languages == ["fr", "en"])
    #expect(reading.detected.resourceName == "a")
  }

  @Test("keeps columns that no header names, and every byte of its texts")
  func columns() throws {
    let text = " l’IA \u{A0}: oui.\t#AI: \"yes\".\ttatoeba\t\n# non\tno\tx\ty\n"
    let reading = try Reading(
      text.utf8, name: "a.tsv", options: FormatOptions(pair: LanguagePair("fr-en"), kind: .memory))
    #expect(reading.texts == [[" l’IA \u{A0}: oui.", "#AI: \"yes\"."], ["# non", "no"]])
    #expect(
      reading.units[0].meta.properties == [
        Meta.Property(type: "column-3", value: "tatoeba"),
        Meta.Property(type: "column-4", value: ""),
      ])
  }

  @Test(
    "that is broken is refused with its place",
    arguments: [
      ("Un.\tOne.\nDeux.Two.\n", 2, 1), ("Un.\tOne.\nDe\u{1}x.\tTwo.\n", 2, 3),
      ("Un.\tOne.\nÉté\u{0}x.\tTwo.\n", 2, 4),
    ])
  func broken(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: FormatError.self) {
      try Reading(text.utf8, name: "a.fr-en.tsv")
    }
    #expect(error.place.line == line)
    #expect(error.place.column == column)
    let kept = try Reading(
      (text + "Trois.\tThree.\n").utf8, name: "a.fr-en.tsv",
      options: FormatOptions(keepGoing: true))
    #expect(kept.texts == [["Un.", "One."], ["Trois.", "Three."]])
    #expect(kept.refused.count == 1)
  }

  @Test("whose header names one language only, or whose rows have no end, is refused")
  func shape() throws {
    let header = try #require(throws: FormatError.self) {
      try Reading("Domain,en-GB,Notes\nnews,summit,\n".utf8, name: "a.csv")
    }
    #expect(header.message.contains("one language only"))
    let wide = "fr\ten\na\tb" + String(repeating: "\t", count: 2_000)
    let error = try #require(throws: FormatError.self) { try Reading(wide.utf8, name: "a.tsv") }
    #expect(error.message.contains("1000 cells"))
    #expect(error.place.line == 2)
  }

  @Test("of three languages gives units of three variants, and is written back as it was")
  func threeLanguages() throws {
    let text = "tuid\tfr\ten\tde\tnote\n7\tUn.\tOne.\tEins.\tn\n8\tDeux.\tTwo.\t\t\n"
    let reading = try Reading(text.utf8, name: "a.tsv")
    #expect(reading.texts == [["Un.", "One.", "Eins."], ["Deux.", "Two."]])
    #expect(reading.units.map(\.externalID) == ["7", "8"])
    #expect(reading.units[0].meta.notes == [Meta.Note("n")])
    let written = try Writing(back: reading)
    #expect(written.text == text)
    #expect(written.losses == [:])
  }

  @Test("that is not UTF-8 is refused with its place, or but for the line in question")
  func notUTF8() throws {
    let bytes = Array("Un.\tOne.\nÉt".utf8) + [0xE9] + Array(".\tTwo.\nTrois.\tThree.\n".utf8)
    let error = try #require(throws: FormatError.self) {
      try Reading(bytes, name: "a.fr-en.tsv")
    }
    #expect(error.place.line == 2)
    #expect(error.place.column == 3)
    #expect(error.message == "not UTF-8: byte 0xE9")
    let kept = try Reading(
      bytes, name: "a.fr-en.tsv", options: FormatOptions(keepGoing: true))
    #expect(kept.texts == [["Un.", "One."], ["Trois.", "Three."]])
    #expect(kept.refused == ["2:3 not UTF-8: byte 0xE9"])
  }
}
