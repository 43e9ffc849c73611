import CalqueFormats
import CalqueModel
import Testing

@Suite("A CSV file")
struct CSVTests {
  @Test(
    "is read with its own delimiter and encoding",
    arguments: ["utf16.csv", "windows-1252.csv"])
  func encodings(name: String) throws {
    let reading = try Reading(path: fixture(name))
    #expect(reading.detected.format == .csv)
    #expect(reading.texts.first == ["été", "summer"])
    #expect(reading.warnings.count == (name.hasPrefix("windows") ? 1 : 0))
    if name.hasPrefix("windows") { #expect(reading.texts[1][0] == "«\u{A0}œuvre\u{A0}»") }
  }

  @Test("says its delimiter in a line of its own, and quotes as RFC 4180 has it")
  func separator() throws {
    let reading = try Reading(path: fixture("semicolons.csv"))
    #expect(reading.texts == [["sommet", "summit"], ["point", "virgule", "semicolon"]])
    let written = try Writing(back: reading).text
    #expect(
      written == """
        sep=;
        fr;en;remarque
        sommet;summit;
        "point; virgule";semicolon;"dit ""oui\"""

        """)
  }

  @Test("keeps formulas and line breaks as they are, and disarms formulas only when asked")
  func formulas() throws {
    let reading = try Reading(
      path: fixture("formulas.csv"), options: FormatOptions(kind: .memory))
    #expect(
      reading.texts == [
        ["=2+2", "=HYPERLINK(\"http://x\")"], ["-ing", "-ing"], ["@compte", "@account"],
        ["+33 1", "deux\nlignes; \"oui\""],
      ])
    #expect(reading.places.map(\.line) == [2, 3, 4, 5])
    let written = try Writing(back: reading).text
    #expect(
      written == """
        fr,en,note
        =2+2,"=HYPERLINK(""http://x"")",calcul
        -ing,-ing,suffixe
        @compte,@account,
        +33 1,"deux
        lignes; ""oui""\",fin

        """)
    let safe = try Writing(back: reading, options: WriterOptions(isSpreadsheetSafe: true)).text
    #expect(safe.contains("'=2+2,\"'=HYPERLINK"))
    #expect(safe.contains("'-ing,'-ing,suffixe"))
  }

  @Test("with a quote that is never closed is refused with its place")
  func unclosed() throws {
    let error = try #require(throws: FormatError.self) {
      try Reading("fr,en\nun,one\n\"deux,two\ntrois,three\n".utf8, name: "a.csv")
    }
    #expect(error.place.line == 3)
    #expect(error.place.column == 1)
  }

  @Test("whose cells are of chunk-breaking size is read whole")
  func chunks() throws {
    let long = String(repeating: "é,\"\n", count: 60_000)
    let quoted = long.replacing("\"", with: "\"\"")
    let text = (0..<8).map { "\"\($0)\(quoted)\",\($0)\n" }.joined()
    let reading = try Reading(
      ("fr,en\n" + text).utf8, name: "a.csv", options: FormatOptions(kind: .memory))
    #expect(reading.texts == (0..<8).map { ["\($0)\(long)", "\($0)"] })
  }
}
